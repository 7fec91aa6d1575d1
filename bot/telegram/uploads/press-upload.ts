/** Carries out what is decided on the card of an upload: it is indexed or discarded, once. */

import type { UploadCard } from "../../operations/upload-rows.ts";
import { uploadTexts } from "../../text/upload-texts.ts";
import { auditAct } from "../audit-act.ts";
import { plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place.ts";
import { replaceMessage } from "../replace-message.ts";
import type { ButtonHandler, Reaction, Tap } from "../route-callback.ts";
import { cardTexts } from "./card-texts.ts";
import { isHalfRead, renderCard } from "./draw-card.ts";
import { runIndexing } from "./run-indexing.ts";
import { touchCard } from "./touch-card.ts";

export const pressUpload: ButtonHandler<"upload"> = async (parts, tap, { cardId, act }) => {
  const touched = await touchCard(parts, tap, cardId);
  if (touched.kind === "refused") return touched.reaction;
  const { card } = touched;
  const words = cardTexts[tap.language];
  if (isHalfRead(card)) return { notice: { text: words.stillReading, isAlert: true } };
  switch (act) {
    case "index":
      return startIndexing(parts, tap, card);
    case "discard":
      return discard(parts, tap, card);
    case "card":
      if (card.state !== "staged") return { notice: { text: words.decided, isAlert: true } };
      return {
        follow: async () => {
          const back = renderCard({ card, caption: undefined }, tap.language);
          await replaceMessage(parts.durable, placeOf(tap.message), tap.message.message_id, back);
        },
      };
  }
};

async function startIndexing(parts: Parts, tap: Tap, card: UploadCard): Promise<Reaction> {
  const { indexing, decided } = cardTexts[tap.language];
  if (!(await parts.app.uploads.begin(card.id))) {
    return { notice: { text: decided, isAlert: true } };
  }
  return {
    notice: { text: indexing },
    follow: () => runIndexing(parts, { ...card, messageId: tap.message.message_id }),
  };
}

async function discard(parts: Parts, tap: Tap, card: UploadCard): Promise<Reaction> {
  const { discarded, decided } = cardTexts[tap.language];
  if (!(await parts.app.uploads.discard(card.id))) {
    return { notice: { text: decided, isAlert: true } };
  }
  return {
    notice: { text: discarded },
    follow: async () => {
      const files = card.uploads.length;
      await auditAct(parts, { userId: tap.user.id, act: "discard upload", details: { files } });
      const told = plainMessage(`🗑 ${uploadTexts[tap.language].discarded(files)}`);
      await replaceMessage(parts.durable, placeOf(tap.message), tap.message.message_id, told);
    },
  };
}

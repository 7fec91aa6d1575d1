/** Loads once more, and publishes what was held back, when the admin who was asked has said so. */

import type { ConfirmedAct } from "../../operations/confirmations.ts";
import { kindSentence } from "../../text/kind-sentence.ts";
import type { Confirmed } from "../confirm-act.ts";
import { plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place.ts";
import { mayChange } from "../rights.ts";
import type { Tap } from "../route-callback.ts";
import { reloadTexts } from "./reload-texts.ts";

type ForcedLoad = Extract<ConfirmedAct, { kind: "force load" }>;

/** The card shows the load from its beginning to its end. */
export function confirmedForcedLoad(parts: Parts, tap: Tap, act: ForcedLoad): Confirmed {
  const { user, language, message } = tap;
  const { message_id: messageId } = message;
  const { chatId, threadId } = placeOf(message);
  return {
    isAllowed: (rights) => mayChange(rights, act.path ?? ""),
    working: reloadTexts[language].starting,
    carryOut: async () => {
      try {
        await parts.loadDesk.ask({
          key: `${chatId}/${messageId}/forced`,
          userId: user.id,
          wanted: { path: act.path ?? undefined, readAll: act.readAll, force: true },
          chatId,
          threadId,
          messageId,
          language,
        });
        return undefined;
      } catch (error) {
        parts.logger.warn("A forced load could not be begun", { error });
        return plainMessage(`⚠️ ${kindSentence(error, language)}`);
      }
    },
  };
}

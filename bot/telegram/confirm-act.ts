/** Does what an admin was asked to confirm, when they say so: once, in time, and by themselves. */

import type { ConfirmedAct } from "../operations/confirmations.ts";
import { confirmedForgetting } from "./carry-out-forgetting.ts";
import { confirmedRemoval } from "./carry-out-removal.ts";
import { confirmedRollback } from "./carry-out-rollback.ts";
import { confirmTexts } from "./confirm-texts.ts";
import { type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import { placeOf } from "./place.ts";
import type { Parts } from "./parts.ts";
import { confirmedForcedLoad } from "./reload/carry-out-forced-load.ts";
import { replaceMessage } from "./replace-message.ts";
import { type Rights, rightsOf } from "./rights.ts";
import type { ButtonHandler, Tap } from "./route-callback.ts";
import { telegramTexts } from "./texts.ts";

/** An act that waited for its second word. */
export interface Confirmed {
  /** Asked again, for rights may have changed since the card was sent. */
  readonly isAllowed: (rights: Rights) => boolean;
  /** Shown at once, while it is done. */
  readonly working: string;
  /** Returns what the card becomes, undefined where others show it from here on; never rejects. */
  readonly carryOut: () => Promise<OutgoingMessage | undefined>;
}

export const confirmAct: ButtonHandler<"confirm"> = async (parts, tap, { nonce, isConfirmed }) => {
  const { user, language, message } = tap;
  const rights = rightsOf(user, parts.settings);
  const words = confirmTexts[language];
  const { adminsOnly, buttonUnknown } = telegramTexts[language];
  if (rights.role === "reader") return { notice: { text: adminsOnly, isAlert: true } };
  if (!tap.isPrivate) return { notice: { text: buttonUnknown, isAlert: true } };
  const becomes = async (card: OutgoingMessage): Promise<void> => {
    await replaceMessage(parts.durable, placeOf(message), message.message_id, card);
  };
  const by = { userId: user.id, at: new Date(parts.now()) };
  const taken = await parts.operations.confirmations.take(nonce, by);
  switch (taken.kind) {
    case "unknown":
      return { notice: { text: buttonUnknown, isAlert: true } };
    case "notYours":
    case "used":
      return { notice: { text: words[taken.kind], isAlert: true } };
    case "expired": {
      const card = plainMessage(words.expired);
      return { notice: { text: words.expired, isAlert: true }, follow: () => becomes(card) };
    }
    case "taken": {
      if (!isConfirmed) return { follow: () => becomes(plainMessage(words.cancelled)) };
      const confirmed = read(parts, tap, taken.act);
      if (!confirmed.isAllowed(rights)) return { notice: { text: adminsOnly, isAlert: true } };
      return {
        notice: { text: confirmed.working },
        follow: async () => {
          const card = await confirmed.carryOut();
          if (card !== undefined) await becomes(card);
        },
      };
    }
  }
};

function read(parts: Parts, tap: Tap, act: ConfirmedAct): Confirmed {
  switch (act.kind) {
    case "rollback":
      return confirmedRollback(parts, tap, act);
    case "remove":
      return confirmedRemoval(parts, tap, act);
    case "forgetOlder":
      return confirmedForgetting(parts, tap, act);
    case "force load":
      return confirmedForcedLoad(parts, tap, act);
  }
}

/** The two buttons under a card that asks for a second word. */

import type { InlineKeyboardMarkup } from "grammy/types";
import type { ConfirmedAct } from "../operations/confirmations.ts";
import { buttonData } from "./callback-data.ts";
import type { Parts } from "./parts.ts";

export const validMinutes = 2;
const msPerMinute = 60_000;

export interface AskedToConfirm {
  /** Who alone may press. */
  readonly userId: number;
  readonly act: ConfirmedAct;
  /** Words on the buttons. */
  readonly yes: string;
  readonly no: string;
}

/** They work once, for {@link validMinutes}. @throws {OperationsError} */
export async function askToConfirm(
  { operations, now }: Pick<Parts, "operations" | "now">,
  { userId, act, yes, no }: AskedToConfirm,
): Promise<InlineKeyboardMarkup> {
  const at = new Date(now());
  const validMs = validMinutes * msPerMinute;
  const nonce = await operations.confirmations.ask({ userId, act, at, validMs });
  const data = (isConfirmed: boolean) => buttonData({ kind: "confirm", nonce, isConfirmed });
  return {
    inline_keyboard: [
      [
        { text: yes, callback_data: data(true), style: "danger" },
        { text: no, callback_data: data(false) },
      ],
    ],
  };
}

/** `/rollback [N]`: shows what going back would do, and asks for a second word. */

import type { InlineKeyboardMarkup } from "grammy/types";
import type { Generation } from "../../retrieval/corpus-store.ts";
import { RetrievalError } from "../../retrieval/errors.ts";
import { rollbackTarget } from "../rollback-target.ts";
import type { Language } from "../text/language.ts";
import { adminTexts } from "./admin-texts.ts";
import { buttonData } from "./callback-data.ts";
import { generationCounts } from "./generation-counts.ts";
import { minute } from "./minute.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";

const validMinutes = 2;
const msPerMinute = 60_000;

export interface RollbackAsked {
  readonly userId: number;
  /** Number of a generation, or empty for the one before. */
  readonly argument: string;
  readonly language: Language;
}

/** The card with its buttons, or why there is none. @throws {RetrievalError | OperationsError} */
export async function askRollback(
  { app, operations, now }: Pick<Parts, "app" | "operations" | "now">,
  { userId, argument, language }: RollbackAsked,
): Promise<OutgoingMessage> {
  const { rollback: words, generations: lists } = adminTexts[language];
  if (!/^(?:[1-9]\d{0,9})?$/u.test(argument)) return plainMessage(words.usage);
  if ((await app.status()).loading !== undefined) return plainMessage(words.loading);
  const kept = await app.generations();
  const [served] = kept;
  if (served === undefined) return plainMessage(lists.none);
  const to = argument === "" ? before(kept) : Number(argument);
  if (to === undefined) return plainMessage(words.nothingOlder);
  if (to === served.number || to === served.rolledBackTo) {
    return plainMessage(words.servedAlready(to));
  }
  const target = kept.find(({ number }) => number === to);
  if (target === undefined) return plainMessage(words.notKept(to));
  const nonce = await operations.confirmations.ask({
    userId,
    act: { kind: "rollback", from: served.number, to },
    at: new Date(now()),
    validMs: validMinutes * msPerMinute,
  });
  return card({ served, target, nonce, language });
}

/** Undefined where nothing is older. */
function before(kept: readonly Generation[]): number | undefined {
  try {
    return rollbackTarget(kept);
  } catch (error) {
    if (error instanceof RetrievalError && error.code === "E_GENERATION_UNKNOWN") return undefined;
    throw error;
  }
}

function card({
  served,
  target,
  nonce,
  language,
}: {
  readonly served: Generation;
  readonly target: Generation;
  readonly nonce: string;
  readonly language: Language;
}): OutgoingMessage {
  const { rollback: words } = adminTexts[language];
  const buttons: InlineKeyboardMarkup = {
    inline_keyboard: [
      [
        {
          text: words.confirm(target.number),
          callback_data: buttonData({ kind: "rollback", nonce, isConfirmed: true }),
          style: "danger",
        },
        {
          text: words.cancel,
          callback_data: buttonData({ kind: "rollback", nonce, isConfirmed: false }),
        },
      ],
    ],
  };
  const text = [
    `↩️ ${words.ask(target.number)}`,
    "",
    words.now(served.number, minute(served.publishedAt)),
    `　${generationCounts(served, language)}`,
    words.after(target.number, minute(target.publishedAt)),
    `　${generationCounts(target, language)}`,
    "",
    words.validFor(validMinutes),
  ].join("\n");
  return { ...plainMessage(text), buttons };
}

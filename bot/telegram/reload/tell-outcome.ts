/** Puts the outcome of a load into the message of one who watches it, once, whatever happens. */

import { GrammyError } from "grammy";
import type { LoadOutcome } from "../../loading/load-outcome.ts";
import type { StoredLoad, Watcher } from "../../operations/loads.ts";
import { askToConfirm, validMinutes } from "../ask-to-confirm.ts";
import { confirmTexts } from "../confirm-texts.ts";
import type { OutgoingMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { editIntoNamed, sendNamed } from "../send-message.ts";
import { sendTextFile } from "../send-text-file.ts";
import { reloadTexts } from "./reload-texts.ts";
import { otherScope } from "./render-loading.ts";
import { renderOutcome } from "./render-outcome.ts";

export type TellParts = Pick<Parts, "operations" | "outbox" | "now">;

/** Messages have the names of the load and the watcher: told again after a crash, they are the same. */
export async function tellOutcome(
  parts: TellParts,
  { load, outcome }: { readonly load: StoredLoad; readonly outcome: LoadOutcome },
  watcher: Watcher,
): Promise<void> {
  const { outbox } = parts;
  const { language, chatId, threadId, messageId } = watcher;
  const { card, list, isHeldBack } = renderOutcome(outcome, load, language);
  const chosen = isHeldBack ? await withChoice(parts, load, watcher, card) : card;
  const message = withHint(chosen, load, watcher);
  const place = threadId === undefined ? { chatId } : { chatId, threadId };
  const key = `load/${load.id}/${watcher.id}`;
  try {
    await editIntoNamed(outbox, { chatId, messageId }, message, { key });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // It was deleted, or can no longer be changed.
    await sendNamed(outbox, place, message, { key: `${key}/anew` });
  }
  if (list === undefined) return;
  await sendTextFile(outbox, { ...place, replyTo: messageId }, list, { key: `${key}/list` });
}

/** In a group others could press the buttons, so there is the command alone. */
async function withChoice(
  parts: TellParts,
  { path, readAll }: StoredLoad,
  { userId, chatId, language }: Watcher,
  card: OutgoingMessage,
): Promise<OutgoingMessage> {
  const words = reloadTexts[language];
  if (chatId !== userId) return withLine(card, words.toForce);
  const buttons = await askToConfirm(parts, {
    userId,
    act: { kind: "force load", path: path ?? null, readAll },
    yes: words.publishAnyway,
    no: words.leaveIt,
  });
  return { ...withLine(card, confirmTexts[language].validFor(validMinutes)), buttons };
}

/** At the end, so that entities keep their places. */
function withLine(card: OutgoingMessage, line: string): OutgoingMessage {
  return { ...card, text: `${card.text}\n\n${line}` };
}

/** To one who had joined another load than the one they wanted. */
function withHint(
  card: OutgoingMessage,
  load: StoredLoad,
  { wanted, language }: Watcher,
): OutgoingMessage {
  const other = otherScope(load, wanted, language);
  return other === undefined ? card : withLine(card, reloadTexts[language].wasOther(other));
}

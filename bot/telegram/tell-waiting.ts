/**
 * Asks waiting questions again whenever another generation is served, by whoever published it, and
 * tells each asker once where it is answered now.
 */

import type { App } from "../app.ts";
import { ifAlone } from "../operations/if-alone.ts";
import type { WaitingQuestion } from "../operations/waiting-questions.ts";
import { tellOnce } from "../tell-once.ts";
import { createChatGate } from "./create-chat-gate.ts";
import { lateHeading } from "./late-heading.ts";
import type { Place } from "./place.ts";
import { renderAnswer } from "./render-answer.ts";
import type { Chore } from "./chore.ts";
import { payloadOf } from "./send-message.ts";

const leaseName = "waiting questions";
/** People who ask now go first, but not for ever. */
const longestCourtesyMs = 30_000;
/** A question that could not be asked, as where a server is down, is left alone for so long. */
const failureRestMs = 10 * 60_000;
/** All that may wait. */
const mostAtOnce = 5000;

/** Resolves when the signal is given; never rejects. */
export async function tellWaiting(chore: Chore): Promise<void> {
  const { parts, clock, signal } = chore;
  const { waitingQuestions, leases } = parts.operations;
  const trouble = tellOnce(parts.logger, "Those who wait for an answer");
  /** When each may be tried again that failed, by id. */
  const resting = new Map<string, number>();
  while (!signal.aborted) {
    try {
      const served = (await waitingQuestions.count()) === 0 ? undefined : await servedBy(parts.app);
      const due = served === undefined ? [] : await waitingQuestions.notAskedOf(served, mostAtOnce);
      const ready = due.filter(({ id }) => (resting.get(id) ?? 0) <= clock.now());
      if (served !== undefined && ready.length > 0) {
        const work = async (alone: AbortSignal): Promise<void> => {
          for (const waiting of ready) {
            await giveWay(chore);
            if (alone.aborted) return;
            await tryAgain(chore, waiting, served, resting);
          }
        };
        await ifAlone(leases, { name: leaseName, signal, work });
      }
      trouble.onSuccess();
    } catch (error) {
      if (!signal.aborted) trouble.onFailure(error);
    }
    await clock.pause(parts.timing.generationLookMs, signal);
  }
}

async function servedBy(app: App): Promise<number | undefined> {
  return (await app.generations())[0]?.number;
}

/** Waits while people ask. */
async function giveWay({ parts, clock, isBusy, signal }: Chore): Promise<void> {
  const { lookEveryMs } = parts.timing;
  for (let waited = 0; isBusy() && waited < longestCourtesyMs; waited += lookEveryMs) {
    if (signal.aborted) return;
    await clock.pause(lookEveryMs, signal);
  }
}

async function tryAgain(
  chore: Chore,
  waiting: WaitingQuestion,
  served: number,
  resting: Map<string, number>,
): Promise<void> {
  const { parts, clock } = chore;
  try {
    await askAgain(chore, waiting, served);
    resting.delete(waiting.id);
  } catch (error) {
    if (parts.signal.aborted) throw error;
    parts.logger.warn("A waiting question could not be asked again", { error, id: waiting.id });
    resting.set(waiting.id, clock.now() + failureRestMs);
  }
}

/**
 * 1. leave it where its message is written down already, by a run that was killed; 2. leave it where
 * nobody may be told; 3. ask, without a model first; 4. write the message down, under a name that
 * stands for the question; 5. forget it.
 */
async function askAgain(
  { parts, worker }: Chore,
  waiting: WaitingQuestion,
  served: number,
): Promise<void> {
  const { app, operations, me, signal } = parts;
  const { waitingQuestions, outbox } = operations;
  const { id, question, userId, chatId, threadId, language, askedAt } = waiting;
  const key = `waiting/${id}`;
  if (await outbox.has(key)) return waitingQuestions.remove(id);
  if (await isBarred(parts, chatId)) return waitingQuestions.remove(id);
  const place: Place = {
    chatId,
    replyTo: waiting.replyTo,
    ...(threadId !== undefined && { threadId }),
  };
  // That of today: what an admin has closed since must stay closed.
  const scope = await operations.scopes.find(place);
  const { isAnswered } = await app.find({ question, limit: 1, scope, signal });
  const answer = isAnswered ? await app.ask({ question, scope, signal }) : undefined;
  if (answer?.kind !== "answered") return waitingQuestions.markAsked(id, served);
  // Its asker may have taken it back while it was asked.
  if (!(await waitingQuestions.isWaiting(userId, question))) return;

  const kept = { chatId, threadId, userId, question, answer, askedBefore: askedAt };
  const answerId = await operations.answers.save(kept);
  const message = renderAnswer(answer, {
    answerId,
    botUsername: me.username,
    language,
    isPrivate: chatId === userId,
    heading: lateHeading(kept, language),
  });
  const payload = payloadOf(place, message);
  await outbox.put({ key, method: "sendMessage", chatId, payload, answerId }, worker);
  await waitingQuestions.remove(id);
}

/** Whether the bot is gone from the chat, or was sent away. */
async function isBarred(parts: Chore["parts"], chatId: number): Promise<boolean> {
  const standing = await createChatGate(parts).standing(chatId, 0);
  return standing === "gone" || standing === "refused";
}

/** The turns of a chat a question may refer to. */

import type { Turn } from "../../prompts/answering/answer.ts";
import type { StoredAnswer } from "../operations/answers.ts";
import { answerText } from "./answer-text.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";

/** Turns of a private chat that a question without a reply may refer to. */
const recentTurns = 2;

export interface FollowUp {
  readonly place: Place;
  readonly isPrivate: boolean;
  /** The message of ours the question replies to. */
  readonly repliesTo: number | undefined;
  /** What it is about: somebody else's words, or a sentence that we showed. */
  readonly about?: string | undefined;
}

/**
 * Oldest first. The answer, or somebody's words, replied to; without a reply, in a private chat, the last few of the last
 * minutes. In a group nothing else belongs together.
 */
export async function followUpHistory(
  { operations, timing, now }: Pick<Parts, "operations" | "timing" | "now">,
  { place, isPrivate, repliesTo, about }: FollowUp,
): Promise<readonly Turn[]> {
  if (repliesTo !== undefined) {
    const answered = await operations.answers.findByMessage(place.chatId, repliesTo);
    if (answered !== undefined) return turnsOf(answered);
  }
  if (about !== undefined) return [[repliesTo === undefined ? "user" : "bot", about]];
  if (!isPrivate) return [];
  const { chatId, threadId } = place;
  const recent = await operations.answers.recent({ chatId, threadId }, recentTurns);
  const oldestMs = now() - timing.followUpMs;
  return recent
    .filter(({ createdAt }) => createdAt.getTime() >= oldestMs)
    .toReversed()
    .flatMap(turnsOf);
}

function turnsOf({ question, answer }: StoredAnswer): readonly Turn[] {
  const said = answerText(answer);
  const asked: Turn = ["user", question];
  return said === "" ? [asked] : [asked, ["bot", said]];
}

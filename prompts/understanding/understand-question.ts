/** Reads a question in its chat: as it stands, or with what it continues. */

import type { Turn } from "../answering/answer.ts";
import { type Exchange, findThing } from "./find-referent.ts";
import { isChinese } from "./question-words.ts";
import { referBack } from "./refer-back.ts";
import { askFor } from "./relational-words.ts";
import { isTime, replaceInQuestion } from "./replace-in-question.ts";
import { elliptic, isForMore, type Standing, standingOf } from "./standing-of.ts";

export interface UnderstoodQuestion {
  /** As a reader would put it, with what it continues. */
  readonly text: string;
  /** What is asked: as written, or written out where that was clear. */
  readonly question: string;
  /** The earlier question it continues; absent where it stands alone or is written out. */
  readonly context?: string;
  /** Whether it may as well stand alone, without the context. */
  readonly isUnsure?: true;
  /** What was answered before, where only more than that is asked. */
  readonly said?: string;
}

/** What a question may continue. */
interface Earlier extends Exchange {
  /** The last question that says what it is about, with what was put in it since. */
  readonly topic: string;
  readonly context?: string | undefined;
}

const ending = /[?？。.!！\s]+$/u;

/** A question that needs nothing else to be understood. */
function whole(question: string): UnderstoodQuestion {
  return { text: question, question };
}

function joined(asked: string, context: string, question = asked): UnderstoodQuestion {
  const text = isChinese(asked) ? `${asked}（上文：${context}）` : `${asked} (about: ${context})`;
  return { text, question, context };
}

/** 青石一中的面积是多少？ for 青石一中的面积. */
function askedInFull(question: string): string {
  const text = question.replace(ending, "").replace(/呢$/u, "");
  const word = /的([^的]{1,6})$/u.exec(text)?.[1];
  const asking = word === undefined ? undefined : askFor(word);
  return asking === undefined ? question : text.slice(0, -(word ?? "").length) + asking;
}

/** Whether a time was put into a question that named none. */
function isOnlyTime(before: string, after: string): boolean {
  return after.endsWith(before);
}

function continuation(question: string, earlier: Earlier): UnderstoodQuestion {
  if (isForMore(question)) {
    const { text } = joined(question, earlier.question);
    const inContext = earlier.context === undefined ? {} : { context: earlier.context };
    return { text, question: earlier.question, ...inContext, said: earlier.answer };
  }
  const referring = referBack(question, { ...earlier, question: earlier.topic });
  if (referring !== undefined) return whole(askedInFull(referring));
  const item = elliptic(question);
  if (item === undefined) return joined(question, earlier.topic);
  const asking = isTime(item) ? undefined : askFor(item);
  if (asking !== undefined) {
    const owner = findThing({ ...earlier, question: earlier.topic });
    if (owner !== undefined) return whole(`${owner}的${asking}`);
    return joined(question, earlier.topic, asking);
  }
  const replaced = replaceInQuestion(earlier.question, item);
  if (earlier.context === undefined) {
    return replaced === undefined ? joined(question, earlier.topic) : whole(replaced);
  }
  // 面积多大？ asked of another: 青石二中 stands in what came before.
  const topic = replaceInQuestion(earlier.context, item);
  if (topic !== undefined && !isOnlyTime(earlier.context, topic)) {
    return joined(earlier.question, topic);
  }
  return joined(replaced ?? question, earlier.context);
}

function read(question: string, earlier: Earlier | undefined): UnderstoodQuestion {
  const standing = standingOf(question);
  if (earlier === undefined || standing === "alone") return whole(question);
  const continued = continuation(question, earlier);
  return standing === "unsure" ? { ...continued, isUnsure: true } : continued;
}

/** Every earlier question read in its turn, up to the last. */
function readHistory(history: readonly Turn[]): Earlier | undefined {
  let earlier: (Earlier & { answer: string }) | undefined;
  for (const [who, text] of history) {
    if (who === "user") {
      const { question, context, said } = read(text, earlier);
      const topic = context === undefined ? question : (earlier?.topic ?? question);
      earlier = { question, context, topic, answer: said ?? "" };
    } else if (earlier !== undefined) {
      earlier.answer = joinLines(earlier.answer, text);
    }
  }
  return earlier;
}

function joinLines(one: string, other: string): string {
  return one === "" ? other : `${one}\n${other}`;
}

/** How much of what it asks the question says itself; `alone` where nothing was said before. */
export function standingIn(question: string, history: readonly Turn[]): Standing {
  return history.some(([who]) => who === "user") ? standingOf(question) : "alone";
}

/**
 * Rewrites by rule: 那云溪县呢 becomes the question before with 云溪县 in it, a pronoun what it speaks
 * of, anything else is joined to the last question that says what it is about. A question that stands
 * alone is never changed.
 *
 * @param history oldest first
 */
export function understandQuestion(
  question: string,
  history: readonly Turn[] = [],
): UnderstoodQuestion {
  return read(question, readHistory(history));
}

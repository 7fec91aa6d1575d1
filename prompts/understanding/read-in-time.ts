/** Reads all times of an understood question on the day it is asked. */

import { readTimes } from "./read-times.ts";
import type { UnderstoodQuestion } from "./understand-question.ts";

export function readInTime(read: UnderstoodQuestion, now: Date): UnderstoodQuestion {
  const { text, question, context } = read;
  const today = localDay(now);
  return {
    ...read,
    text: readTimes(text, today),
    question: readTimes(question, today),
    ...(context === undefined ? {} : { context: readTimes(context, today) }),
  };
}

/** `YYYY-MM-DD` by the clock on the wall. */
function localDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, "0");
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
}

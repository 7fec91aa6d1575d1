/** Tells a question that stands alone from one that continues the chat. */

import { analyseQuestion } from "../../retrieval/question/analyse-question.ts";
import type { Turn } from "./answer.ts";

export interface UnderstoodQuestion {
  /** As a reader would put it, with what it continues. */
  readonly text: string;
  /** What is asked, as written. */
  readonly question: string;
  /** The earlier question it continues; absent where it stands alone. */
  readonly context?: string;
}

const fewConcepts = 3;
/** Words that point back at something said before. */
const pointsBack =
  /^(?:那么?|那么|还有|另外|它|他|她)|它们?的?|他们?的|她们?的|这个|那个|里面|其中|上述|前者|后者|呢[?？]?$|\b(?:it|its|they|them|their|he|his|she|her|that one)\b/iu;

/** Names nothing of its own and says little, or points back. */
function isContinuation(question: string): boolean {
  if (pointsBack.test(question.trim())) return true;
  const { names, concepts } = analyseQuestion(question);
  return names.length === 0 && concepts.length <= fewConcepts;
}

/**
 * Rewrites by rule: a continuation is joined to the newest earlier question that stands alone. A
 * question that stands alone is never changed.
 *
 * @param history oldest first
 */
export function understandQuestion(
  question: string,
  history: readonly Turn[] = [],
): UnderstoodQuestion {
  const asked = history.filter(([who]) => who === "user").map(([, text]) => text);
  if (asked.length === 0 || !isContinuation(question)) return { text: question, question };
  const standing = asked.findLastIndex((earlier) => !isContinuation(earlier));
  const context = asked.slice(Math.max(0, standing)).join(" ");
  return { text: `${question}（上文：${context}）`, question, context };
}

/** Stops a statement that hardly shares a word with what it cites. */

import { checkDates } from "./dates/check-dates.ts";
import { checkFigures } from "./figures/check-figures.ts";
import { thinWords } from "./pairing/thin-words.ts";
import { type Finding, nothingFound } from "./problem.ts";
import type { CitedText } from "./text/cited-text.ts";
import { splitClauses } from "./text/clauses.ts";
import { contentWords } from "./text/content-words.ts";
import type { ReadText } from "./text/read-text.ts";

/** Right paraphrases share far more; measured on the guard set. */
const leastShare = 0.34;
/** What half a word counts: 上升 for 升至. */
const partWorth = 0.5;
const fewWords = 2;
const stemLength = 4;

function worth(word: string, context: string): number {
  if (context.includes(word)) return 1;
  if (/^[a-z]/u.test(word)) {
    return word.length > stemLength && context.includes(word.slice(0, stemLength)) ? partWorth : 0;
  }
  return [...word].some((character) => context.includes(character)) ? partWorth : 0;
}

/** What is said to be the cause, the thing or the doer, and shares nothing with the evidence. */
function newObject(statement: ReadText, cited: CitedText): string | undefined {
  for (const { text } of splitClauses(statement.plain)) {
    const at = text.search(/是|为|由|因/u);
    if (at === -1) continue;
    const left = contentWords(text.slice(0, at));
    const right = contentWords(text.slice(at + 1));
    const isKnown = left.length > 1 && left.every((word) => worth(word, cited.context) === 1);
    const isNew = right.length > 1 && right.every((word) => worth(word, cited.context) === 0);
    if (isKnown && isNew) return right.join(" ");
  }
  return undefined;
}

/** Figures and times of the statement where all are borne out; other checks stop it where not. */
function holds(statement: ReadText, cited: CitedText): number {
  const isHeld = ({ problems }: Finding) => problems.length === 0;
  const figures = isHeld(checkFigures(statement, cited)) ? statement.figures.length : 0;
  const moments = statement.moments.filter(({ isNow }) => !isNow).length;
  return figures + (isHeld(checkDates(statement, cited)) ? moments : 0);
}

/** For statements in the script of their evidence. */
export function checkOverlap(statement: ReadText, cited: CitedText): Finding {
  const added = newObject(statement, cited);
  if (added !== undefined) {
    const message = `the cited sentences say nothing of ${added}.`;
    return { problems: [{ kind: "overlap", found: added, message }], rules: [] };
  }
  const words = [...new Set(contentWords(statement.plain))].filter((word) => !thinWords.has(word));
  if (words.length <= fewWords) return nothingFound;
  const held = holds(statement, cited);
  const shared = words.reduce((sum, word) => sum + worth(word, cited.context), held);
  if (shared / (words.length + held) >= leastShare) return nothingFound;
  const missing = words.filter((word) => worth(word, cited.context) === 0);
  const message = `the cited sentences do not speak of ${missing.join(", ")}. Cite the sentence that does.`;
  return { problems: [{ kind: "overlap", found: missing.join(" "), message }], rules: [] };
}

/** Puts sentences that say what is asked, but of another thing or year, behind those that come near them. */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import { askedPerson } from "../question/asked-person.ts";
import { otherYear } from "./other-year.ts";
import type { RankedSentence } from "./rank-sentences.ts";
import { type Told, toldBy } from "./told-by.ts";
import { toldOfAnother } from "./told-of-another.ts";

/** In log-odds: what a sentence loses that speaks of another thing or year than the question … */
const anotherPenalty = 4;
/** … what one loses that does not name the person whose post is asked … */
const unnamedPenalty = 10;
/** … and how many of the best are looked at. */
const mostLookedAt = 20;

/** By the name, or by a pronoun behind a sentence that has the name. */
function speaksOf(person: string, { text, around }: Told): boolean {
  return text.includes(person) || (around.includes(person) && /[他她]|该/u.test(text));
}

function mistakenBy(question: AnalysedQuestion, told: Told): RankedSentence["mistaken"] {
  const subject = toldOfAnother(question, told);
  if (subject !== undefined) return { kind: "subject", ...subject };
  const year = otherYear(question, told.text);
  return year && { kind: "year", ...year };
}

function without(
  one: RankedSentence,
  mistaken: RankedSentence["mistaken"],
  penalty: number,
): RankedSentence {
  return mistaken === undefined ? one : { ...one, mistaken, score: one.score - penalty };
}

/**
 * Features see the words of a sentence and not which belongs to which; here is read whose the value
 * is. Of a question for a person's post, which is told in few of its words, the name decides.
 *
 * @param ranked best first, and so is what comes back
 */
export function setBehindOthers(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  const [best] = ranked;
  if (best === undefined || question.language !== "zh") return ranked;
  const person = askedPerson(question.text);
  return ranked
    .map((one, at) => {
      if (person !== undefined) {
        const isNamed = speaksOf(person, toldBy(one));
        return isNamed ? one : without(one, { kind: "subject", asked: person }, unnamedPenalty);
      }
      const isNear = at < mostLookedAt && one.score >= best.score - anotherPenalty;
      return isNear ? without(one, mistakenBy(question, toldBy(one)), anotherPenalty) : one;
    })
    .sort((a, b) => b.score - a.score);
}

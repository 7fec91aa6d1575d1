/** Catches a verb with another object of the same source: of `种玉米 … 改种黄桃`, `改种玉米`. */

import { type TaggedWord, tagWords } from "../../../retrieval/text/tokens.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";

const verb = /^v(?!n|d)/u;
const noun = /^(?:n|x|s|l|j)/u;
const between = /^[了过着]$/u;

interface Grasp {
  readonly verb: string;
  readonly object: string;
  /** What stands behind the verb in its clause. */
  readonly rest: string;
}

function graspsOf(plain: string): readonly Grasp[] {
  return splitClauses(plain).flatMap(({ text }) => {
    const words: readonly TaggedWord[] = tagWords(text).filter(({ word }) => !between.test(word));
    let at = 0;
    return words.flatMap(({ word, tag }, place): readonly Grasp[] => {
      at = text.indexOf(word, at) + word.length;
      const next = words[place + 1];
      if (!verb.test(tag) || word.length < 2 || next === undefined) return [];
      if (!noun.test(next.tag) || next.word.length < 2) return [];
      return [{ verb: word, object: next.word, rest: text.slice(at) }];
    });
  });
}

export function checkObjects(statement: ReadText, cited: CitedText): Finding {
  const known = graspsOf(cited.plain);
  const problems = graspsOf(statement.plain).flatMap(
    ({ verb: word, object }): readonly Problem[] => {
      const alike = known.filter((one) => one.verb === word);
      const times = cited.plain.split(word).length - 1;
      if (alike.length !== 1 || times !== 1 || !cited.plain.includes(object)) return [];
      const [own] = alike;
      if (own === undefined || own.rest.includes(object)) return [];
      if (statement.plain.includes(own.object)) return [];
      if ([...object].some((character) => own.object.includes(character))) return [];
      const message = `the cited sentences have "${word}${own.object}", not "${word}${object}".`;
      return [{ kind: "name", found: word + object, message }];
    },
  );
  return { problems, rules: [] };
}

/** Catches a thing put in the place of another of its kind: 图书馆 for 博物馆, 晚稻 for 早稻. */

import { tagWords } from "../../../retrieval/text/tokens.ts";
import type { Finding } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { longSiblingEnds, siblingEnds } from "./name-words.ts";

const noun = /^(?:n|s|x|j|l)/u;

function siblings(plain: string): readonly string[] {
  return tagWords(plain)
    .filter(
      ({ word, tag }) =>
        word.length >= 2 &&
        noun.test(tag) &&
        (siblingEnds.test(word) || (word.length > 2 && longSiblingEnds.test(word))),
    )
    .map(({ word }) => word);
}

export function checkSiblings(statement: ReadText, cited: CitedText): Finding {
  const known = [...new Set(siblings(cited.plain))];
  const problems = [...new Set(siblings(statement.plain))].flatMap((word) => {
    if (cited.context.includes(word) || cited.context.includes(word.slice(0, -1))) return [];
    const instead = known.find(
      (other) =>
        other.at(-1) === word.at(-1) &&
        other.length === word.length &&
        !statement.plain.includes(other),
    );
    if (instead === undefined) return [];
    const message = `"${word}" is not in the cited sentences, which speak of "${instead}".`;
    return [{ kind: "name", found: word, message } as const];
  });
  return { problems, rules: [] };
}

/** Holds quoted spans against the cited sentences, word for word. */

import type { Finding, Problem } from "./problem.ts";
import type { CitedText } from "./text/cited-text.ts";
import type { ReadText } from "./text/read-text.ts";

const quoted =
  /“(?<curly>[^“”]+)”|「(?<corner>[^「」]+)」|『(?<double>[^『』]+)』|《(?<title>[^《》]+)》|(?<![\w])"(?<straight>[^"]+)"/gu;
/** A term may stand in the title or a neighbour; a saying may not. */
const longestTerm = 8;
const elision = /…+|\.{3,}/u;
const unspoken = /[\s，。,.;；！!？?、'"‘’“”]+/gu;

function letters(text: string): string {
  return text.replace(unspoken, "");
}

/** Every part between elisions, in order. */
function stands(span: string, text: string): boolean {
  let from = 0;
  return span.split(elision).every((part) => {
    const at = text.indexOf(letters(part), from);
    from = at + 1;
    return at !== -1;
  });
}

export function checkQuotes(statement: ReadText, cited: CitedText): Finding {
  const said = letters(cited.plain);
  const context = letters(cited.context);
  const problems: Problem[] = [];
  for (const { groups = {}, index, 0: whole } of statement.plain.matchAll(quoted)) {
    const span = Object.values(groups).find((one) => one !== undefined) ?? "";
    const isTerm = groups["title"] !== undefined || letters(span).length <= longestTerm;
    if (stands(span, isTerm ? context : said)) continue;
    const words = statement.tidied.slice(index, index + whole.length);
    problems.push({
      kind: "quote",
      found: words,
      message: `${words} does not stand in the cited sentences word for word. Quote exactly or drop the marks.`,
    });
  }
  return { problems, rules: [] };
}

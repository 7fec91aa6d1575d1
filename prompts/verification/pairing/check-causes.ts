/** Catches another cause than the one the source gives: of `因暴雨封闭`, `因施工封闭`. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";
import { thinWords } from "./thin-words.ts";

/** The cause stands behind these … */
const causeBehind =
  /由于|因为|因(?![此而为素果]|地制宜)|得益于|归功于|归因于|缘于|源于|起因是|原因(?:是|为|系|在于)|系(?=\p{Script=Han}{2})|是因|\b(?:because of|because|due to|owing to|thanks to|caused by|attributed to|blamed on)\b/u;
/** … or before these, in the same clause. */
const causeBefore = /(?:^|因)受(?!到|到了)(?<cause>[^，。；]{2,20}?)(?:影响|带动|推动|拖累)/u;
const suffered = /(?:遭遇|遭受|遭)(?<cause>[^，。；]{2,12}?)(?:后|而|致|，|$)/u;
/** Ends the cause within its clause: 因暴雨而封闭. */
const causeEnd = /而|导致|使得|造成|将|被|的影响|影响/u;
const leadingWords = 3;

function causesOf(plain: string): readonly string[] {
  return splitClauses(plain).flatMap(({ text }) => {
    const before = (causeBefore.exec(text) ?? suffered.exec(text))?.groups?.["cause"];
    if (before !== undefined) return [before];
    const marker = causeBehind.exec(text);
    if (marker === null || /^due to [a-z]+(?:e|n)\b/u.test(text.slice(marker.index))) return [];
    const [cause = ""] = text.slice(marker.index + marker[0].length).split(causeEnd);
    return cause.trim() === "" ? [] : [cause];
  });
}

function tellingOf(cause: string): readonly string[] {
  return contentWords(cause).filter((word) => !thinWords.has(word));
}

/** Whether the word or, of a Chinese one, a character of it stands in the text. */
function touches(word: string, text: string): boolean {
  if (/^[a-z]/u.test(word)) return text.includes(word);
  return [...word].some((character) => text.includes(character));
}

export function checkCauses(statement: ReadText, cited: CitedText): Finding {
  const known = causesOf(cited.plain).join("\n");
  const problems: Problem[] = [];
  for (const cause of known === "" ? [] : causesOf(statement.plain)) {
    const words = tellingOf(cause).slice(0, leadingWords);
    if (words.length === 0 || words.some((word) => touches(word, known))) continue;
    const message = `the cited sentences give another cause: "${known.trim()}".`;
    problems.push({ kind: "overlap", found: cause.trim(), message });
  }
  return { problems, rules: [] };
}

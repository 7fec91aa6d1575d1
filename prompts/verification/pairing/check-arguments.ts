/** Catches the two sides of a saying exchanged: 甲队战胜乙队 told as 乙队战胜甲队. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { tellingWords } from "../text/telling-words.ts";
import type { ReadText } from "../text/read-text.ts";

/** Verbs and comparisons that do not hold the other way round. */
const oneWay =
  /战胜|击败|不敌|负于|收购|并购|投资|起诉|超过|高于|低于|多于|少于|领先|落后于|取代|接替|赠送|捐赠|举报|批评|资助|赔偿|支付|支援|帮助|指导|培训|邀请|授予|委托|供应|教|追尾|领投|(?<![方面导])向(?!上|下|前|后|好|往)|(?<!\d)比(?!例|重|如|赛|较|\d)|\b(?:beat|defeated|acquired|bought|sued|succeeded|replaced|exceeded|overtook|than)\b/u;
const passive = /被|遭|由|\b(?:was|were) \w+ed by\b/u;

interface Sides {
  readonly verb: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly isPassive: boolean;
}

function sidesOf(plain: string): readonly Sides[] {
  let before: readonly string[] = [];
  return splitClauses(plain).flatMap(({ text }) => {
    const match = oneWay.exec(text);
    const subject = before;
    before = tellingWords(text);
    if (match === null) return [];
    const [verb] = match;
    const own = tellingWords(text.slice(0, match.index));
    const left = own.length > 0 ? own : subject;
    const right = tellingWords(text.slice(match.index + verb.length));
    return [{ verb, left, right, isPassive: passive.test(text) }];
  });
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((word) => others.includes(word)).length;
}

export function checkArguments(statement: ReadText, cited: CitedText): Finding {
  const known = sidesOf(cited.plain);
  const problems: Problem[] = [];
  for (const said of sidesOf(statement.plain)) {
    const alike = known.filter(
      ({ verb, isPassive }) => verb === said.verb && isPassive === said.isPassive,
    );
    const isTurned = ({ left, right }: Sides) =>
      shared(said.left, right) > shared(said.left, left) &&
      shared(said.right, left) > shared(said.right, right);
    if (alike.length === 0 || !alike.every(isTurned)) continue;
    const message = `the cited sentences have the two sides of "${said.verb}" the other way round.`;
    problems.push({ kind: "comparison", found: said.verb, message });
  }
  return { problems, rules: [] };
}

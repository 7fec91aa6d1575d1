/** Reads what an English question asks for, in the terms that Chinese ones are read in. */

import { type AskedUnit, askedUnit } from "./asked-unit.ts";
import { type QuestionType, questionType } from "./question-type.ts";

export interface EnglishAsking {
  readonly type: QuestionType;
  /** Absent where the answer's unit is that of the thing counted: see `counts`. */
  readonly unit: AskedUnit | undefined;
  /** What follows is counted: how many elevators. */
  readonly counts: boolean;
  /** What is asked of the subject, in Chinese, where the asking itself says it: how long → 长度. */
  readonly attribute: readonly string[];
  /** Where the asking words begin and end in the text; the same where it does not ask. */
  readonly start: number;
  readonly end: number;
}

interface AskingRule {
  readonly asks: RegExp;
  /** How a Chinese question asks for the same; what counts is open after 几个. */
  readonly chinese: string;
  readonly attribute: readonly string[];
}

const counting = "几个";
const what = String.raw`(?:what|which)`;
const isOrWas = String.raw`(?:is|was|are|were)`;
const money =
  "(?:money|fund(?:s|ing)?|invest(?:ed|ment)?|revenue|income|sales|profits?|costs?|worth|prices?|budget|salary|prize|" +
  "output value|box office|turnover|fine|subsid(?:y|ies))";
const moneyVerb = "(?:cost|pay|paid|spend|spent|invest|earn)";
const change = "(?:grow|rise|increase|fall|decrease|decline|drop|shrink)";
const length = "(?:length|height|distance|width|depth|altitude|diameter)";
const amount = "(?:number|amount|population|gdp|rate|volume|total|output|consumption)";
const time = "(?:years?|dates?|days?|months?|time|century|dynasty|period|era)";
const place =
  "(?:city|cities|country|countries|places?|province|county|district|village|town|township|state|part)";
const auxiliary = "(?:do|does|did|has|have|had|will|it)";

const lengths = "全长 长度 总长 长";

/** @param source blanks stand for any white space */
function asking(source: string, chinese: string, attribute = ""): AskingRule {
  const asks = new RegExp(source.replaceAll(" ", String.raw`\s+`), "iu");
  return { asks, chinese, attribute: attribute === "" ? [] : attribute.split(" ") };
}

/** What is looked ahead at stays part of what is asked about. */
const rules: readonly AskingRule[] = [
  asking(String.raw`\bwhy\b|\bfor what reason\b|\bwhat ${isOrWas} the reasons?\b`, "为什么"),
  asking(String.raw`\bwhen\b|\bhow long ago\b|\b(?:in |on )?${what} ${time}\b`, "什么时候"),
  asking(
    String.raw`\b${what} (?:percent(?:age)?|share|proportion|rate)\b|\bhow many percent\b|\bhow (?:fast|much) (?=.{0,60}\b${change}\b)`,
    "百分之多少",
  ),
  asking(
    String.raw`\bhow much (?=(?:\S+ ){0,2}${money}\b)|\bhow much (?=(?:do|does|did|is|are|was|were) .*\b${moneyVerb}\b)|\bwhat ${isOrWas} (?=.{0,60}\b${money}\b)`,
    "多少钱",
  ),
  asking(String.raw`\bhow (?:large|big|spacious)\b`, "面积多大", "面积 占地"),
  asking(String.raw`\bwhat ${isOrWas} the (?:total )?area\b`, "面积多大", "面积 占地"),
  asking(String.raw`\bhow old\b`, "多少岁"),
  asking(String.raw`\bhow long (?=${auxiliary}\b)`, "多久"),
  // A bridge in metres, a flight in hours.
  asking(String.raw`\bhow long (?=(?:is|was)\b)`, "多少", lengths),
  ...[
    { adjective: "long", noun: "length", chinese: "多长", attribute: lengths },
    {
      adjective: "tall|high",
      noun: "height|altitude",
      chinese: "多高",
      attribute: "高度 身高 海拔 高",
    },
    { adjective: "far", noun: "distance", chinese: "多远", attribute: "距离 相距 距" },
    { adjective: "wide", noun: "width", chinese: "多宽", attribute: "宽度 宽" },
    { adjective: "deep", noun: "depth", chinese: "多深", attribute: "深度 深" },
    { adjective: "thick|thin", noun: "thickness", chinese: "多长", attribute: "厚度 厚 薄" },
    { adjective: "heavy", noun: "weight", chinese: "多重", attribute: "重量 体重 重" },
  ].map(({ adjective, noun, chinese, attribute }) =>
    asking(
      String.raw`\bhow (?:${adjective})\b|\bwhat ${isOrWas} the (?:total |overall )?(?:${noun})\b`,
      chinese,
      attribute,
    ),
  ),
  asking(String.raw`\bwhat ${isOrWas} (?=the (?:\S+ )?${length}\b)`, "多长"),
  asking(String.raw`\bhow many times\b|\bhow often\b`, "多少次"),
  asking(String.raw`\bhow many people\b`, "多少人"),
  asking(String.raw`\bhow many\b`, counting),
  asking(String.raw`\bhow much\b|\bwhat ${isOrWas} (?=.{0,60}\b${amount}\b)`, "多少"),
  asking(String.raw`\bwho(?:se|m)?\b`, "谁"),
  asking(String.raw`\bwhere\b|\b(?:in )?${what} ${place}\b`, "哪里"),
  asking(String.raw`\bhow\b`, "如何"),
  asking(String.raw`\b${what}\b`, "什么"),
];

/**
 * The wording that asks first; of several that begin there, the first rule's.
 *
 * @param question as written
 * @returns undefined where it does not ask
 */
export function readEnglishAsking(question: string): EnglishAsking | undefined {
  let first: { readonly match: RegExpExecArray; readonly rule: AskingRule } | undefined;
  for (const rule of rules) {
    const match = rule.asks.exec(question);
    if (match === null || (first !== undefined && first.match.index <= match.index)) continue;
    first = { match, rule };
  }
  if (first === undefined) return undefined;
  const { match, rule } = first;
  const { chinese, attribute } = rule;
  const type = questionType(chinese, "zh");
  return {
    type,
    unit: chinese === counting ? undefined : askedUnit(chinese, type),
    counts: chinese === counting,
    attribute,
    start: match.index,
    end: match.index + match[0].length,
  };
}

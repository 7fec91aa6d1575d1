/** What kind of answer a question asks for, read off its wording. */

export const questionTypes = [
  "amount",
  "date",
  "person",
  "place",
  "reason",
  "manner",
  "other",
] as const;
export type QuestionType = (typeof questionTypes)[number];

interface TypeRule {
  readonly type: QuestionType;
  readonly asks: RegExp;
  /** Wordings that only look like the type. */
  readonly unless?: RegExp;
}

/** First match wins. */
const chineseRules: readonly TypeRule[] = [
  { type: "reason", asks: /为什么|为何|为啥|原因|缘何/u },
  {
    type: "amount",
    asks: /多少|几[^乎内何]|第几|多大|多高|多长|多远|多重|多宽|多深|多快|多厚|百分之|率是|数量|人数|面积|金额|价格|票房|增长率/u,
    unless: /哪一?年|几[年月号日]|什么时候/u,
  },
  {
    type: "date",
    asks: /什么时候|何时|哪一?年|哪一?天|哪一?月|几[年月号日点]|时间|日期|多久|哪个?(?:年|月|世纪|朝代|时期)|什么(?:时期|年代|时间|朝代)|何年/u,
  },
  {
    type: "person",
    asks: /谁|哪位|何人|什么人|哪一?[个名]人|作者|导演|主演|创始人|主席|总统|总裁|冠军|得主|校长|董事长|市长|演员|歌手/u,
  },
  {
    type: "place",
    asks: /哪里|哪儿|何处|何地|什么地方|哪个?(?:国家|城市|省|市|县|区|地区|地方|州|镇|村|洲|国)|地点|位于|坐落/u,
  },
  { type: "manner", asks: /怎么|怎样|如何/u },
];

/** First match wins. */
const englishRules: readonly TypeRule[] = [
  { type: "reason", asks: /\bwhy\b/u },
  {
    type: "amount",
    asks: /\bhow (?:many|much|large|big|tall|long(?! ago)|far|high|old|wide|deep|heavy)\b|\bwhat (?:percentage|share|proportion|number)\b|\b(?:gdp|population|area|rate|price|cost|revenue|amount)\b/u,
  },
  {
    type: "date",
    asks: /\bwhen\b|\bwhat (?:year|date|day|month|time)\b|\bwhich (?:year|month|day)\b|\bhow long ago\b/u,
  },
  { type: "person", asks: /\bwho(?:se|m)?\b/u },
  {
    type: "place",
    asks: /\bwhere\b|\b(?:which|what) (?:city|country|countries|place|province|county|district|village|town|state)\b/u,
  },
  { type: "manner", asks: /^how\b/u },
];

/** @param question normalised */
export function questionType(question: string, language: "zh" | "en"): QuestionType {
  const rules = language === "zh" ? chineseRules : englishRules;
  const rule = rules.find(
    ({ asks, unless }) => asks.test(question) && !(unless?.test(question) ?? false),
  );
  return rule?.type ?? "other";
}

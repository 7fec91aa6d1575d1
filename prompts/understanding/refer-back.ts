/** Says in a follow-up what its pronoun stands for: 他是哪里人 → 周兰是哪里人. */

import { type Exchange, findPerson, findThing } from "./find-referent.ts";
import { isChinese } from "./question-words.ts";

const person = /(?<![其吉])[他她](?!们|人|乡|国)/u;
const thing =
  /(?<![其])它(?!们)|(?:这|那)(?:座|所|家|个|项|条)(?:桥|大桥|学校|博物馆|公司|项目|工程|馆|厂|医院|村|县|水库|林场|公园|图书馆)|(?<!应)该(?:校|馆|院|县|市|区|镇|村|局|厂|店|桥|站|园|公司|企业|项目)|(?:这|那)[里边儿](?!程)/u;
const englishPerson = /\b(?:(he|she|him)|(his|her))\b/iu;
const englishThing = /\b(?:(it)|(its))\b/iu;
const startsWithLink =
  /^(?:那么?|还有|另外|and|but|so)[,，\s]*(?=[它他她这该]|(?:what|who|when|where|how|is|was|did|does)\b)/iu;

function replaced(
  question: string,
  pattern: RegExp,
  referent: string | undefined,
): string | undefined {
  if (referent === undefined) return undefined;
  const found = pattern.exec(question);
  if (found === null) return undefined;
  const owns = found[2] !== undefined;
  const said = owns ? `${referent}'s` : referent;
  return question.slice(0, found.index) + said + question.slice(found.index + found[0].length);
}

/** @returns undefined where it has no such word, or who or what is meant is not clear */
export function referBack(asked: string, exchange: Exchange): string | undefined {
  const question = asked.trim().replace(startsWithLink, "");
  if (isChinese(question) !== isChinese(exchange.question)) return undefined;
  const [persons, things] = isChinese(question) ? [person, thing] : [englishPerson, englishThing];
  if (persons.test(question)) return replaced(question, persons, findPerson(exchange));
  return things.test(question) ? replaced(question, things, findThing(exchange)) : undefined;
}

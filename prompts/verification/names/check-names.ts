/** Holds the names of a statement against its cited sentences and what stands around them. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { scriptOf } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";
import { chineseNames, type Name, possiblePersons } from "./chinese-names.ts";
import { latinNames } from "./latin-names.ts";
import { isTranslated, pinyinOf } from "./translated-names.ts";
import { surnames } from "./name-words.ts";

/** A part of a place that is no longer the place: 南昌高新区 is not 南昌. */
const narrower =
  /^(?:省|市|县|区)?(?:第[一二三四五六七八九十]|人民|中心|师范|理工|科技|航空|职业|医科|农业)?(?:高新区|经开区|新区|开发区|技术开发区|大学|学院|医院|中学|小学|机场|集团)|^[市县][^\s，。、；：“”（）的在有是了与和及新改建修设为将已各全多个第]{1,3}[区县镇乡村](?!\p{Script=Han}?长)/u;
const stemLength = 4;
const ownCountry = /我国|全国|国家|国内|祖国/u;

/** Whether the name stands somewhere without being only the beginning of a longer one. */
function standsAlone(core: string, text: string): boolean {
  for (let at = text.indexOf(core); at !== -1; at = text.indexOf(core, at + 1)) {
    if (!narrower.test(text.slice(at + core.length))) return true;
  }
  return false;
}

function isKnownPerson({ words }: Name, context: string): boolean {
  if (context.includes(words)) return true;
  const parts = words.split("·");
  if (parts.length > 1) return parts.every((part) => context.includes(part));
  // 王馆长 for 王小明: only the family name is said.
  return words.length === 1 && surnames.has(words) && context.includes(words);
}

function nameProblem(words: string, reason: string): Problem {
  const message = `"${words}" ${reason}. Use the name they give, or cite the sentence that names it.`;
  return { kind: "name", found: words, message };
}

function checkChinese(name: Name, statement: string, cited: CitedText): Problem | undefined {
  const { context } = cited;
  const lacks = "is not in the cited sentences, their neighbours or title";
  if (name.kind === "person") {
    return isKnownPerson(name, context) ? undefined : nameProblem(name.words, lacks);
  }
  if (name.core === "中国" && ownCountry.test(context)) return undefined;
  if (!context.includes(name.core)) return nameProblem(name.words, lacks);
  if (name.kind === "organisation") return undefined;
  const isNarrowed = narrower.test(statement.slice(name.start + name.core.length));
  if (isNarrowed || standsAlone(name.core, context)) return undefined;
  return nameProblem(name.words, "stands in the cited sentences only as part of a longer name");
}

function isKnownLatin(plain: string, context: string): boolean {
  if (context.includes(plain)) return true;
  // Chinese for China, Smiths for Smith; but no C919 for C929.
  return (
    !/\d/u.test(plain) && plain.length > stemLength && context.includes(plain.slice(0, stemLength))
  );
}

/** People who share family or given name with one of the sources, and are not named there. */
function nearPersons(plain: string, context: string): readonly Problem[] {
  const known = possiblePersons(context);
  return possiblePersons(plain).flatMap((person) => {
    if (context.includes(person) || person.length < 3) return [];
    const near = known.find(
      (one) =>
        one.length === person.length &&
        !plain.includes(one) &&
        (one.slice(1) === person.slice(1) || one.slice(0, -1) === person.slice(0, -1)),
    );
    return near === undefined ? [] : [nameProblem(person, `is not named; "${near}" is`)];
  });
}

export function checkNames(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  const rules = new Set<string>();
  const isAcross = scriptOf(statement.plain) === "latin" && scriptOf(cited.plain) === "han";
  let contextPinyin: string | undefined;
  for (const { words, plain, opens } of latinNames(statement.tidied)) {
    if (isKnownLatin(plain, cited.context)) continue;
    if (isAcross) {
      contextPinyin ??= pinyinOf(cited.context);
      const known = isTranslated(plain, cited.context, contextPinyin);
      if (known === true) rules.add("translated name");
      if (known === false) problems.push(nameProblem(words, "is not in the cited sentences"));
    } else if (!opens) problems.push(nameProblem(words, "is not in the cited sentences"));
  }
  const starts = new Set<number>();
  // How a foreign place or person is called in Chinese, no rule here can tell.
  const isForeign = scriptOf(statement.plain) === "han" && scriptOf(cited.plain) === "latin";
  for (const name of isForeign ? [] : chineseNames(statement.plain)) {
    const problem = starts.has(name.start) ? undefined : checkChinese(name, statement.plain, cited);
    if (problem === undefined) continue;
    starts.add(name.start);
    problems.push(problem);
  }
  problems.push(...nearPersons(statement.plain, cited.context));
  return { problems, rules: [...rules] };
}

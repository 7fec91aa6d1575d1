/** Finds what a pronoun of a follow-up speaks of: in the question before, or in its answer. */

import { questionWordPattern } from "../../retrieval/question/stop-words.ts";
import { type TaggedWord, tagWords } from "../../retrieval/text/tokens.ts";
import { chineseNames, possiblePersons } from "../verification/names/chinese-names.ts";
import { isChinese, ownSubject } from "./question-words.ts";
import { isRelational } from "./relational-words.ts";

export interface Exchange {
  /** A whole question. */
  readonly question: string;
  /** What was answered; empty where nothing was. */
  readonly answer: string;
}

const asksWho = /谁|哪位|叫什么名字|\bwho(?:m|se)?\b/iu;
const asksWhich = /哪(?!年|天|一年|月)|什么(?:学校|地方|公司|项目|单位)|\bwhich\b/iu;
const leadingTime =
  /^(?:(?:1[5-9]|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?|[今去前明]年|目前|现在|截至目前)[,，]?/u;
const quoted = /[《“][^》”]+[》”]/gu;
/** The segmenter takes 店开 for a word. */
const verbEnd = /(?<=.{2})(?:开|建|办|设|有|是|在)$/u;
const opens = /[《“]/u;
const closes = /[》”]/u;
const personName = /(?<![\w-])(?:[A-Z][a-zà-ž'’-]+)(?: [A-Z][a-zà-ž'’-]+)+/gu;
const englishName = /(the )?((?:[A-Z][\w'’-]*)(?: (?:of |the )*(?:[A-Z\d][\w'’.-]*))*)/gu;
const openers =
  /^(?:What|Which|Who|Whom|Whose|When|Where|Why|How|Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Will|In|The|A|An|And|It|He|She|They|At|On|For)$/u;
const shortest = 2;

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function only(values: readonly string[]): string | undefined {
  const distinct = unique(values);
  return distinct.length === 1 ? distinct[0] : undefined;
}

/** Names of people, each once, in reading order as far as known. */
export function personsIn(text: string): readonly string[] {
  if (!isChinese(text)) return [...text.matchAll(personName)].map(([name]) => name);
  const sure = chineseNames(text).filter(({ kind }) => kind === "person");
  return unique([...sure.map(({ words }) => words), ...possiblePersons(text)]);
}

/** The one person of the question; where it asks who, the one of the answer. */
export function findPerson({ question, answer }: Exchange): string | undefined {
  const asked = personsIn(question);
  const answered = personsIn(answer).filter((name) => !question.includes(name));
  return asksWho.test(question)
    ? (only(answered) ?? (answered.length === 0 ? only(asked) : undefined))
    : (only(asked) ?? (asked.length === 0 ? only(answered) : undefined));
}

function canStand({ word, tag }: TaggedWord): boolean {
  return (
    /[\p{L}\p{N}]/u.test(word) &&
    !/^(?:u|p|c|r|d|y|v$)/u.test(tag) &&
    !questionWordPattern.test(word)
  );
}

/** 青石县博物馆 of 青石县博物馆馆藏文物有多少件; undefined where the question names nothing. */
function chineseThing(question: string): string | undefined {
  const text = question.replace(leadingTime, "");
  const whole = text.match(quoted)?.[0];
  const runs: TaggedWord[][] = [[]];
  let isQuoted = false;
  for (const piece of tagWords(text)) {
    isQuoted = opens.test(piece.word) || (isQuoted && !closes.test(piece.word));
    // The end of a name is told by what closes it, not by what words it is made of.
    if (isQuoted || closes.test(piece.word)) runs.at(-1)?.push({ ...piece, tag: "nz" });
    else if (canStand(piece)) runs.at(-1)?.push(piece);
    else runs.push([]);
  }
  const named = runs
    .map((run) => {
      const end = run.findLastIndex(
        ({ word, tag }) => !isRelational(word) && !/^(?:m|q|t|vn)$/u.test(tag),
      );
      return run
        .slice(0, end + 1)
        .map(({ word }) => word)
        .join("")
        .replace(verbEnd, "");
    })
    .find(
      (run) =>
        run.length >= shortest &&
        ownSubject(run).nouns + Number(ownSubject(run).isNamed) > 0 &&
        !isRelational(run),
    );
  return named ?? whole;
}

function englishThing(question: string): string | undefined {
  const names = [...question.matchAll(englishName)].filter(
    ([, , name = ""]) => !openers.test(name),
  );
  return only(names.map(([whole]) => whole));
}

/** What the question is about; where it asks which, the one place or organisation of the answer. */
export function findThing({ question, answer }: Exchange): string | undefined {
  const answered = isChinese(answer)
    ? chineseNames(answer)
        .filter(({ kind }) => kind !== "person")
        .map(({ words }) => words)
    : [...answer.matchAll(englishName)].flatMap(([whole, , name = ""]) =>
        openers.test(name) ? [] : [whole],
      );
  const fresh = answered.filter((name) => !question.includes(name));
  const asked = isChinese(question) ? chineseThing(question) : englishThing(question);
  const at = asksWhich.exec(question)?.index ?? question.length;
  if (at < question.length && !ownSubject(question.slice(0, at)).isNamed) return fresh[0] ?? asked;
  return asked ?? only(fresh);
}

/** Splits a question that asks for several things at once into questions that ask for one. */

import { questionWordPattern } from "../../retrieval/question/stop-words.ts";
import { normalise } from "../../retrieval/text/normalise.ts";
import { type Coordination, findCoordination } from "./find-coordination.ts";

export interface QuestionPart {
  readonly question: string;
  /** The part before that it continues: what 它 in 它的导演是谁 speaks of. */
  readonly context?: string;
  /** Words that this part has and the others lack; empty where the parts are whole questions. */
  readonly own: readonly string[];
}

const sentenceEnd = /[?？;；\n]+/u;
const clauseEnd = /[,，]/u;
const shortest = 2;
/** Says that each is asked for itself. */
const severally = /分别|各自|各(?=有|是|为)/gu;
/** Says what two are to each other: one question, not two. */
const together =
  /关系|之间|区别|不同|相同|相比|差别|联系|共同|一起|一同|联合|合作|合资|共建|签署|会谈|会面|会见|对阵|比分|合并|结婚/u;
/** Men and women, said in one word. */
const menAndWomen = /男女(?=\p{Script=Han})/u;

function asks(text: string): boolean {
  return questionWordPattern.test(normalise(text));
}

/** 甲？乙？, or 甲多少，乙多少: whole questions, the later ones leaning on the first. */
function splitSentences(question: string): readonly QuestionPart[] {
  for (const separator of [sentenceEnd, clauseEnd]) {
    const sentences = question
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part.length >= shortest);
    const [first] = sentences;
    if (first === undefined || sentences.length < 2 || !sentences.every(asks)) continue;
    return sentences.map((part, at) =>
      at === 0 ? { question: part, own: [] } : { question: part, context: first, own: [] },
    );
  }
  return [];
}

function splitCoordination({ before, items, after }: Coordination): readonly QuestionPart[] {
  return items.map(({ text, words }) => ({
    question: `${before}${text}${after}`.replace(severally, ""),
    own: words,
  }));
}

/**
 * Parts in the order asked; empty where the question asks for one thing. 2021年和2022年的产量 and
 * 主演和导演是谁 ask for two; 甲和乙的关系 asks for one.
 */
export function splitQuestion(question: string): readonly QuestionPart[] {
  const sentences = splitSentences(question);
  if (sentences.length > 0) return sentences;
  const text = normalise(question);
  if (together.test(text)) return [];
  if (menAndWomen.test(text)) {
    return ["男子", "女子"].map((who) => ({
      question: text.replace(menAndWomen, who),
      own: [who],
    }));
  }
  const coordination = findCoordination(text);
  return coordination === undefined ? [] : splitCoordination(coordination);
}

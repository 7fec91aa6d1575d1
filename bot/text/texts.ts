/** What the bot says to people, in every language it speaks; shared by terminal and Telegram. */

import type { PublishedOn } from "../../corpus/article.ts";
import type { Degradation, Difference, RefusalReason } from "../../prompts/answering/answer.ts";
import type { Language } from "./language.ts";

export interface Texts {
  /** First words to somebody new. */
  readonly greeting: string;
  /** How to ask, for everybody. */
  readonly help: string;
  /** Why nothing was found. `missing` is the year, unit or role the documents lack. */
  readonly refusal: Readonly<Record<RefusalReason, (missing: string | undefined) => string>>;
  /** Stands behind a refusal where only a part of the documents was looked at. */
  readonly lookedOnlyIn: (folders: string) => string;
  /** Heading of the nearest sentences after a refusal. */
  readonly nearest: string;
  readonly asOf: (date: string) => string;
  /** The question with a typo put right. */
  readonly corrected: (question: string) => string;
  /** Heading of sources that disagree. */
  readonly conflict: string;
  /** A value that could be mistaken for the answer's, and what it is of. */
  readonly difference: (difference: Difference) => string;
  /** Heading of the things asked that the documents do not say. */
  readonly unanswered: (parts: readonly string[]) => string;
  /** Statements of a model that did not pass the check against their sources. */
  readonly leftOut: (count: number) => string;
  /** Who asked stopped the writing. */
  readonly stopped: string;
  /** Why the sentences themselves stand where a model should have written. */
  readonly degraded: Readonly<Record<Degradation["reason"], string>>;
  /** Stands behind a date to say how it is known. */
  readonly dateKind: Readonly<Record<PublishedOn["kind"], string>>;
  readonly page: (page: number) => string;
  /** Row of a table, with the name of the sheet where the file has several. */
  readonly row: (row: number, sheet: string | undefined) => string;
  /** Other documents that hold the same sentence. @param more how many are not among `names` */
  readonly alsoIn: (names: readonly string[], more: number) => string;
  /** The sentence of a citation is no longer in the served corpus. */
  readonly sourceGone: string;
  readonly questionEmpty: string;
}

/** By what two sources differ that do not disagree. */
const differs: Readonly<Record<Language, Readonly<Record<Difference["kind"], string>>>> = {
  zh: { date: "时间不同", area: "范围不同", definition: "口径不同" },
  en: { date: "Different dates", area: "Different areas", definition: "Measured differently" },
};

const zh: Texts = {
  greeting:
    "你好，我是问据。请用一句话提问，我只根据已载入的文档回答，每个说法都附上原文、出处和日期；文档里没有的，我会直说。",
  help: "直接发送问题即可，例如：“博物馆哪一年开馆？”\n回答里的 [1]、[2] 对应下方逐字引用的原文；回复一条回答可以接着追问。\n文档里没有写的，我会说没有找到，并列出最接近的原句。",
  refusal: {
    topic: () => "文档里没有找到这个问题的答案。",
    weak: () => "文档里没有直接回答这个问题的句子。",
    year: (missing) =>
      missing === undefined
        ? "文档里有相关内容，但不是您问的那一年。"
        : `文档里有相关内容，但没有提到 ${missing}。`,
    subject: (missing) =>
      missing === undefined
        ? "文档里有相近的内容，但说的不是您问的对象。"
        : `文档里有相近的内容，但说的不是“${missing}”。`,
    unit: (missing) =>
      missing === undefined
        ? "文档里有相关内容，但没有您问的那种数字。"
        : `文档里有相关内容，但没有以“${missing}”计的数字。`,
    role: (missing) =>
      missing === undefined
        ? "文档里有相关内容，但没有提到您问的那个身份。"
        : `文档里有相关内容，但没有说谁是${missing}。`,
  },
  lookedOnlyIn: (folders) => `（这里只查找 ${folders}）`,
  nearest: "最接近的原句：",
  asOf: (date) => `截至 ${date}`,
  corrected: (question) => `按“${question}”查找`,
  conflict: "各来源说法不一：",
  difference: ({ kind, citations: [lead, other], scopes: [ofLead, ofOther], values }) =>
    `${differs.zh[kind]}：[${lead}] ${ofLead ?? "未注明"}，[${other}] ${ofOther ?? "未注明"}（${values[1]}）`,
  unanswered: (parts) => `没有找到直接回答：${parts.join("；")}`,
  leftOut: (count) => `另有 ${count} 句没有通过与原文的核对，已略去。`,
  stopped: "⏹ 已按您的要求停止，以上是停止前核对过的部分。",
  degraded: {
    "model-unavailable": "写答案的模型暂时用不了，这里直接摘录原文。",
    "model-timeout": "写答案的模型没有及时写完，这里直接摘录原文。",
    "model-unusable": "写答案的模型这次没有写成，这里直接摘录原文。",
    unchecked: "模型写的答案没有通过与原文的核对，这里直接摘录原文。",
    budget: "今天的模型用量已经用完，这里直接摘录原文。",
  },
  dateKind: { printed: "原文所载", metadata: "文件信息", inferred: "推断" },
  page: (page) => `第${page}页`,
  row: (row, sheet) => (sheet === undefined ? `第${row}行` : `“${sheet}”第${row}行`),
  alsoIn: (names, more) =>
    `另见：${names.join("、")}${more === 0 ? "" : ` 等 ${names.length + more} 处`}`,
  sourceGone: "这句原文已不在现在的文档里。",
  questionEmpty: "请写下您的问题。",
};

const en: Texts = {
  greeting:
    "Hello, I am Wenju. Ask me anything in one sentence. I answer only from the loaded documents and show, for every statement, the source sentence word for word with its place and date. What the documents do not say, I will not say.",
  help: "Just send your question, for example: “When did the museum open?”\nThe [1], [2] in an answer belong to the source sentences quoted below it; reply to an answer to ask a follow-up.\nWhere the documents do not say, I tell you so and show the nearest sentences.",
  refusal: {
    topic: () => "I found no answer to this in the documents.",
    weak: () => "No sentence of the documents answers this directly.",
    year: (missing) =>
      missing === undefined
        ? "The documents speak of this, but not of the year you ask about."
        : `The documents speak of this, but never of ${missing}.`,
    subject: (missing) =>
      missing === undefined
        ? "The documents say something like this, but of something else."
        : `The documents say something like this, but not of “${missing}”.`,
    unit: (missing) =>
      missing === undefined
        ? "The documents speak of this, but give no such figure."
        : `The documents speak of this, but give no figure in “${missing}”.`,
    role: (missing) =>
      missing === undefined
        ? "The documents speak of this, but name nobody in that role."
        : `The documents speak of this, but do not say who is “${missing}”.`,
  },
  lookedOnlyIn: (folders) => ` (I look only in ${folders} here.)`,
  nearest: "The nearest sentences:",
  asOf: (date) => `As of ${date}`,
  corrected: (question) => `Searched for “${question}”`,
  conflict: "The sources disagree:",
  difference: ({ kind, citations: [lead, other], scopes: [ofLead, ofOther], values }) =>
    `${differs.en[kind]}: [${lead}] ${ofLead ?? "not stated"}, [${other}] ${ofOther ?? "not stated"} (${values[1]})`,
  unanswered: (parts) => `No direct answer found: ${parts.join("; ")}`,
  leftOut: (count) =>
    `${count === 1 ? "One more sentence was" : `${count} more sentences were`} left out: the sources do not bear ${count === 1 ? "it" : "them"} out.`,
  stopped: "⏹ Stopped as you asked; above is what was checked by then.",
  degraded: {
    "model-unavailable":
      "The model that writes answers is not available; these are the sentences themselves.",
    "model-timeout":
      "The model that writes answers was too slow; these are the sentences themselves.",
    "model-unusable":
      "The model that writes answers gave none this time; these are the sentences themselves.",
    unchecked:
      "What the model wrote did not pass the check against its sources; these are the sentences themselves.",
    budget: "Today's use of the model is spent; these are the sentences themselves.",
  },
  dateKind: { printed: "printed", metadata: "from the file", inferred: "inferred" },
  page: (page) => `p. ${page}`,
  row: (row, sheet) => (sheet === undefined ? `row ${row}` : `“${sheet}” row ${row}`),
  alsoIn: (names, more) => `also in: ${names.join(", ")}${more === 0 ? "" : ` and ${more} more`}`,
  sourceGone: "This sentence is no longer in the documents.",
  questionEmpty: "Please write your question.",
};

export const texts: Readonly<Record<Language, Texts>> = { zh, en };

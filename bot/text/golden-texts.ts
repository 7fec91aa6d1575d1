/** What is said about golden questions and how their answers stand; shared by terminal and Telegram. */

import type { GoldenReason, GoldenVerdict } from "../../prompts/evaluation/golden/golden-result.ts";
import type { Language } from "./language.ts";

export interface GoldenTexts {
  readonly none: string;
  readonly counts: (counts: Readonly<Record<GoldenVerdict, number>>) => string;
  readonly verdicts: Readonly<Record<GoldenVerdict, string>>;
  /** A wish that was not met before either. */
  readonly stillOpen: string;
  readonly reasons: Readonly<Record<GoldenReason, string>>;
}

const zh: GoldenTexts = {
  none: "还没有标准题。在一条回答下面点 ⭐，或在文档文件夹里放一个 golden.jsonl。",
  counts: ({ worse, changed, better, same }) =>
    `变差 ${worse} · 变化 ${changed} · 变好 ${better} · 不变 ${same}`,
  verdicts: { worse: "变差", changed: "变化", better: "变好", same: "不变" },
  stillOpen: "还没有答好",
  reasons: {
    refused: "没有找到答案",
    answered: "文档里没有答案，却回答了",
    lostSource: "原来的出处已经不在文档里",
    otherSource: "原来的出处还在，却引用了别处",
    otherWords: "答案里没有应有的内容",
    asBefore: "引用的仍是不合适的那一句",
    edited: "出处的原句改过了",
  },
};

const en: GoldenTexts = {
  none: "There are no golden questions yet. Tap ⭐ under an answer, or put a golden.jsonl into the documents folder.",
  counts: ({ worse, changed, better, same }) =>
    `${worse} worse · ${changed} changed · ${better} better · ${same} the same`,
  verdicts: { worse: "worse", changed: "changed", better: "better", same: "the same" },
  stillOpen: "not answered well yet",
  reasons: {
    refused: "no answer is found",
    answered: "answered, although the documents do not say",
    lostSource: "its source is no longer in the documents",
    otherSource: "its source is still there, but others are cited",
    otherWords: "the answer lacks what it should say",
    asBefore: "cites the unwanted sentence still",
    edited: "the sentence of its source was edited",
  },
};

export const goldenTexts: Readonly<Record<Language, GoldenTexts>> = { zh, en };

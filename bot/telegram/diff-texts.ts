/** What the bot says to admins about how two versions of the documents differ. */

import type { Language } from "../text/language.ts";

export interface DiffTexts {
  readonly usage: string;
  readonly nothingOlder: string;
  readonly notKept: string;
  readonly heading: (from: number, to: number) => string;
  readonly same: (from: number, to: number) => string;
  readonly documents: (counts: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  }) => string;
  readonly sentences: (gained: string, lost: string) => string;
  readonly whole: (articles: number, sentences: number) => string;
  /** Other bytes, the same sentences. */
  readonly sameSentences: string;
  readonly more: (count: number) => string;
}

const zh: DiffTexts = {
  usage: "请写 /diff，或 /diff 加一个或两个版本号，例如 /diff 3 5；/generations 列出各版。",
  nothingOlder: "没有更早的版本可以比较。",
  notKept: "没有保留这一版；/generations 列出各版。",
  heading: (from, to) => `第 ${from} 版 → 第 ${to} 版`,
  same: (from, to) => `第 ${from} 版和第 ${to} 版没有不同。`,
  documents: ({ added, changed, removed }) =>
    `新增 ${added} 个文档，改动 ${changed} 个，移除 ${removed} 个`,
  sentences: (gained, lost) => `多了 ${gained} 句，少了 ${lost} 句`,
  whole: (articles, sentences) => `${articles} 篇文章，${sentences} 句`,
  sameSentences: "文件改了，句子没有变",
  more: (count) => `……另有 ${count} 个文档，全部见上面的文件`,
};

const en: DiffTexts = {
  usage:
    "Please write /diff, or /diff and one or two versions such as /diff 3 5; /generations lists them.",
  nothingOlder: "There is no older version to compare with.",
  notKept: "That version is not kept; /generations lists those that are.",
  heading: (from, to) => `Version ${from} → version ${to}`,
  same: (from, to) => `Versions ${from} and ${to} do not differ.`,
  documents: ({ added, changed, removed }) =>
    `Documents: ${added} added, ${changed} changed, ${removed} removed`,
  sentences: (gained, lost) => `Sentences: ${gained} gained, ${lost} lost`,
  whole: (articles, sentences) => `articles: ${articles}, sentences: ${sentences}`,
  sameSentences: "the file changed, its sentences did not",
  more: (count) =>
    `… and ${count} more ${count === 1 ? "document" : "documents"}; the file above lists them all`,
};

export const diffTexts: Readonly<Record<Language, DiffTexts>> = { zh, en };

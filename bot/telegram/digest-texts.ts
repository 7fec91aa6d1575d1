/** What the bot says to admins about their week. */

import type { Language } from "../text/language.ts";

export interface DigestTexts {
  readonly heading: (from: string, to: string) => string;
  readonly asked: (counts: {
    readonly asked: number;
    readonly answered: number;
    readonly refused: number;
  }) => string;
  readonly downvotes: (count: number) => string;
  readonly documents: (counts: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  }) => string;
  readonly unansweredHeading: (groups: number) => string;
  readonly group: (question: string, count: number) => string;
  readonly foot: string;
  readonly usage: (isOn: boolean) => string;
  readonly on: string;
  readonly off: string;
}

const zh: DigestTexts = {
  heading: (from, to) => `一周小结 ${from} – ${to}`,
  asked: ({ asked, answered, refused }) => `提问 ${asked} 次：答出 ${answered} · 没找到 ${refused}`,
  downvotes: (count) => `👎 ${count} 次`,
  documents: ({ added, changed, removed }) =>
    `文档：新增 ${added} · 修改 ${changed} · 删除 ${removed}`,
  unansweredHeading: (groups) => `没有答好的（共 ${groups} 组）：`,
  group: (question, count) => `· ${question}（${count} 次）`,
  foot: "详情请发 /unanswered 7；不想再收，请发 /digest off。",
  usage: (isOn) => `每周小结现在是${isOn ? "开" : "关"}的。请写 /digest on 或 /digest off。`,
  on: "已打开每周小结：每周一上午 9 点（北京时间）发给您；没有人提问、文档也没有变化的一周不发。",
  off: "已关闭每周小结。",
};

const en: DigestTexts = {
  heading: (from, to) => `Your week ${from} – ${to}`,
  asked: ({ asked, answered, refused }) =>
    `Asked ${asked}×: ${answered} answered · ${refused} not found`,
  downvotes: (count) => `👎 ${count}×`,
  documents: ({ added, changed, removed }) =>
    `Documents: ${added} added · ${changed} changed · ${removed} removed`,
  unansweredHeading: (groups) =>
    `Not answered well (${groups} ${groups === 1 ? "group" : "groups"}):`,
  group: (question, count) => `· ${question} (${count}×)`,
  foot: "For more send /unanswered 7; to stop this, send /digest off.",
  usage: (isOn) =>
    `The weekly digest is ${isOn ? "on" : "off"}. Please write /digest on or /digest off.`,
  on: "The weekly digest is on: it comes on Mondays at 01:00 UTC, unless nobody asked and no document changed.",
  off: "The weekly digest is off.",
};

export const digestTexts: Readonly<Record<Language, DigestTexts>> = { zh, en };

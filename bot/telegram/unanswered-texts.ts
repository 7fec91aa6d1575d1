/** What the bot says to admins about questions that were not answered. */

import type { Language } from "../text/language.ts";

export interface UnansweredTexts {
  /** @param most days it looks back */
  readonly usage: (most: number) => string;
  readonly none: (days: number) => string;
  readonly heading: (groups: number, days: number) => string;
  readonly counts: (counts: GroupCounts) => string;
  readonly lastAsked: (when: string) => string;
  readonly otherWordings: string;
  readonly more: (count: number) => string;
  readonly nearest: string;
  readonly answeredNow: string;
  readonly nothingNear: string;
  readonly hint: string;
  readonly goldenButton: string;
  readonly goldenTaken: string;
  readonly goldenMade: string;
  readonly settleButton: string;
  readonly settled: string;
  /** It was settled, forgotten or grew too old meanwhile. */
  readonly gone: string;
}

interface GroupCounts {
  readonly count: number;
  readonly refused: number;
  readonly downvoted: number;
}

const zh: UnansweredTexts = {
  usage: (most) => `请写 /unanswered，或 /unanswered 加天数（1–${most}）。`,
  none: (days) => `最近 ${days} 天没有答不上来的问题，也没有被点 👎 的回答。`,
  heading: (groups, days) => `没有答好的问题：${days} 天内 ${groups} 组`,
  counts: ({ count, refused, downvoted }) => {
    const parts = [
      ...(refused === 0 ? [] : [`没找到 ${refused}`]),
      ...(downvoted === 0 ? [] : [`点 👎 ${downvoted}`]),
    ];
    return `问了 ${count} 次（${parts.join(" · ")}）`;
  },
  lastAsked: (when) => `最近一次 ${when}`,
  otherWordings: "别的问法：",
  more: (count) => `……另有 ${count} 种`,
  nearest: "现在的文档里最接近的：",
  answeredNow: "现在的文档已经能回答：",
  nothingNear: "现在的文档里没有相近的内容。",
  hint: "把写有答案的文档发给我，或放进文档文件夹再发 /reload，就能回答；等着的人会收到提醒。",
  goldenButton: "⭐ 设为标准题：应当答好",
  goldenTaken: "⭐ ✓ 应当答好",
  goldenMade: "已设为标准题：现在还没有答好，检查时会一直列出，直到文档能好好回答。",
  settleButton: "✓ 已处理",
  settled: "已处理，不再列出；再有人问会重新出现。",
  gone: "这一组已经不在了。",
};

const en: UnansweredTexts = {
  usage: (most) => `Please write /unanswered, or /unanswered and how many days (1–${most}).`,
  none: (days) => `In the last ${days} days every question was answered, and no answer got a 👎.`,
  heading: (groups, days) =>
    `Not answered well: ${groups} ${groups === 1 ? "group" : "groups"} in ${days} days`,
  counts: ({ count, refused, downvoted }) => {
    const parts = [
      ...(refused === 0 ? [] : [`${refused} not found`]),
      ...(downvoted === 0 ? [] : [`${downvoted} 👎`]),
    ];
    return `asked ${count}× (${parts.join(" · ")})`;
  },
  lastAsked: (when) => `last ${when}`,
  otherWordings: "Also asked as:",
  more: (count) => `… and ${count} more`,
  nearest: "The nearest in the documents now:",
  answeredNow: "The documents answer it by now:",
  nothingNear: "Nothing in the documents is near it now.",
  hint: "Send me a document that says it, or put one into the documents folder and send /reload: it is answered then, and those who wait are told.",
  goldenButton: "⭐ Golden: to be answered",
  goldenTaken: "⭐ ✓ To be answered",
  goldenMade:
    "Golden now: it is not answered well yet, and every check lists it until the documents do.",
  settleButton: "✓ Settled",
  settled: "Settled, and no longer listed; asked again, it comes back.",
  gone: "This group is gone.",
};

export const unansweredTexts: Readonly<Record<Language, UnansweredTexts>> = { zh, en };

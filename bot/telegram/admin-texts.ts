/** What the bot says to admins about the versions of the documents, and about what they did. */

import type { Language } from "../text/language.ts";

export interface AdminTexts {
  /** To an admin in a group, where others read along. */
  readonly inPrivate: string;
  readonly more: (count: number) => string;
  readonly generations: {
    readonly heading: string;
    readonly none: string;
    readonly one: (number: number, publishedAt: string) => string;
    readonly served: string;
    readonly contentOf: (number: number) => string;
    /** Nobody could leave a line, as after a kill. */
    readonly byUnknown: string;
  };
  readonly audit: {
    readonly heading: string;
    readonly none: string;
    /** @param most acts shown at most */
    readonly usage: (most: number) => string;
  };
}

const zh: AdminTexts = {
  inPrivate: "这个命令请在私聊里用，免得大家都看到。",
  more: (count) => `……另有 ${count} 条`,
  generations: {
    heading: "保留的各版文档",
    none: "还没有载入文档。发 /reload 载入。",
    one: (number, publishedAt) => `第 ${number} 版 · ${publishedAt}`,
    served: "使用中",
    contentOf: (number) => `内容同第 ${number} 版`,
    byUnknown: "发布者没有记录",
  },
  audit: {
    heading: "最近的操作",
    none: "还没有记录。",
    usage: (most) => `请写 /audit，或 /audit 加条数（1–${most}）。`,
  },
};

const en: AdminTexts = {
  inPrivate: "Please use this command in our private chat, where nobody else reads along.",
  more: (count) => `… and ${count} more`,
  generations: {
    heading: "Versions that are kept",
    none: "No documents are loaded yet. Send /reload to load them.",
    one: (number, publishedAt) => `Version ${number} · ${publishedAt}`,
    served: "in use",
    contentOf: (number) => `content of version ${number}`,
    byUnknown: "publisher not recorded",
  },
  audit: {
    heading: "What was done last",
    none: "Nothing is recorded yet.",
    usage: (most) => `Please write /audit, or /audit and how many (1–${most}).`,
  },
};

export const adminTexts: Readonly<Record<Language, AdminTexts>> = { zh, en };

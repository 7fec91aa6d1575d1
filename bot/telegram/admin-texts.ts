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
  readonly rollback: {
    readonly usage: string;
    /** A load, or another rollback, is at work. */
    readonly loading: string;
    readonly nothingOlder: string;
    readonly servedAlready: (number: number) => string;
    readonly notKept: (number: number) => string;
    readonly ask: (to: number) => string;
    readonly now: (number: number, publishedAt: string) => string;
    readonly after: (to: number, publishedAt: string) => string;
    readonly confirm: (to: number) => string;
    readonly cancel: string;
    readonly working: string;
    readonly done: (number: number, to: number) => string;
    /** Another generation was published after the card was shown. */
    readonly changedMeanwhile: string;
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
  rollback: {
    usage: "请写 /rollback，或 /rollback 加版本号，例如 /rollback 3；/generations 列出各版。",
    loading: "文档正在更新，现在不能换版本，没有改动。请等它完成后再发 /rollback。",
    nothingOlder: "没有更早的版本可以回去了。",
    servedAlready: (number) => `现在用的就是第 ${number} 版的内容，没有改动。`,
    notKept: (number) => `没有保留第 ${number} 版；/generations 列出各版。`,
    ask: (to) => `回到第 ${to} 版的内容？`,
    now: (number, publishedAt) => `现在：第 ${number} 版 · ${publishedAt}`,
    after: (to, publishedAt) => `之后：第 ${to} 版的内容 · ${publishedAt}`,
    confirm: (to) => `↩️ 回到第 ${to} 版`,
    cancel: "取消",
    working: "正在换版本……",
    done: (number, to) => `已回到第 ${to} 版的内容，发布为第 ${number} 版`,
    changedMeanwhile:
      "这期间已经发布了另一版，没有改动。请看 /generations，再决定要不要 /rollback。",
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
  rollback: {
    usage: "Please write /rollback, or /rollback and a version such as 3; /generations lists them.",
    loading:
      "The documents are being updated, so nothing was changed. Send /rollback again when that is done.",
    nothingOlder: "There is no older version to go back to.",
    servedAlready: (number) => `The content of version ${number} is in use already.`,
    notKept: (number) => `Version ${number} is not kept; /generations lists those that are.`,
    ask: (to) => `Go back to the content of version ${to}?`,
    now: (number, publishedAt) => `Now: version ${number} · ${publishedAt}`,
    after: (to, publishedAt) => `Then: content of version ${to} · ${publishedAt}`,
    confirm: (to) => `↩️ Go back to version ${to}`,
    cancel: "Cancel",
    working: "Going back…",
    done: (number, to) => `Back at the content of version ${to}, published as version ${number}`,
    changedMeanwhile:
      "Another version was published meanwhile, so nothing was changed. Look at /generations, then decide about /rollback.",
  },
  audit: {
    heading: "What was done last",
    none: "Nothing is recorded yet.",
    usage: (most) => `Please write /audit, or /audit and how many (1–${most}).`,
  },
};

export const adminTexts: Readonly<Record<Language, AdminTexts>> = { zh, en };

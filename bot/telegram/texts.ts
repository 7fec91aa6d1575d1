/** What the bot says in Telegram only; words shared with the terminal stand in `bot/text/`. */

import type { Language } from "../text/language.ts";
import { answerTexts, type AnswerTexts } from "./answer-texts.ts";
import { docsTexts } from "./docs-texts.ts";

export interface TelegramTexts extends AnswerTexts {
  /** How to call the bot in a group. @param name user name of the bot */
  readonly groupHelp: (name: string) => string;
  readonly adminHelp: string;
  /** Heading of the nearest sentences where no sentence answers directly. */
  readonly weakNearest: string;
  /** In place of a quote that is too long for an answer. */
  readonly longQuote: (n: number) => string;
  /** How many other documents hold the same sentence. */
  readonly alsoInCount: (count: number) => string;
  /** Heading of a list of them. */
  readonly alsoInHeading: string;
  /** Last line of that list. */
  readonly alsoInMore: (count: number) => string;
  /** Wraps how a date is known. */
  readonly dateNote: (note: string) => string;
  /** The same with the words that show it. */
  readonly dateEvidence: (note: string, evidence: string) => string;
  /** A stored quote follows. */
  readonly storedQuote: string;
  /** The button belongs to an answer that is no longer kept. */
  readonly answerForgotten: string;
  /** The button is of an older version, or no button of ours. */
  readonly buttonUnknown: string;
  readonly noText: string;
  readonly unknownCommand: string;
  readonly adminsOnly: string;
  readonly chatNotAllowed: string;
  /** What the menu says about each command. */
  readonly commands: Readonly<Record<CommandName, string>>;
}

export const commandNames = [
  "start",
  "help",
  "ask",
  "stop",
  "scope",
  "forget",
  "privacy",
  "docs",
  "tag",
  "status",
  "reload",
  "refresh",
  "generations",
  "diff",
  "rollback",
  "audit",
  "unanswered",
  "check",
  "digest",
] as const;
export type CommandName = (typeof commandNames)[number];

const zh: TelegramTexts = {
  ...answerTexts.zh,
  groupHelp: (name) => `在群里请用 /ask 加问题、@${name}，或回复我的消息来提问。`,
  adminHelp:
    "管理员：/reload 载入有变化的文档（/reload 加文件或文件夹只载入它，/reload all 全部重新读取，加 force 允许文档大量减少），/status 查看状态，/generations 列出保留的各版文档，/diff 比较两版，/rollback 回到较早的一版，/audit 查看谁做过什么，/unanswered 看用户没找到的，/check 检查标准题，/digest on 或 off 开关每周小结，/scope 限定一个群或话题查找的文件夹。",
  weakNearest: "没有直接答案，最相关的原文是：",
  longQuote: (n) => `原文较长，点 📖 ${n} 查看全文。`,
  alsoInCount: (count) => `另见 ${count} 处`,
  alsoInHeading: "这句话另见：",
  alsoInMore: (count) => `……另有 ${count} 处`,
  dateNote: (note) => `（${note}）`,
  dateEvidence: (note, evidence) => `（${note}：${evidence}）`,
  storedQuote: "来源已更新，现在的文档里没有这句话了。回答时的原文是：",
  answerForgotten: "这条回答已经不在记录里了，请再问一次。",
  buttonUnknown: "这个按钮已经不能用了，请再问一次。",
  noText: "我只看得懂文字，请把问题打成一句话发给我。",
  unknownCommand: "我不认识这个命令。直接发送问题即可，/help 查看用法。",
  adminsOnly: "这个命令只有管理员能用。有问题直接问我就好。",
  chatNotAllowed: "抱歉，我还没有被允许在这里回答。请联系管理员开通。",
  commands: {
    start: "开始",
    help: "怎样提问",
    ask: "提问：/ask 加问题",
    stop: "停止正在写的回答",
    forget: "删除我的全部记录",
    privacy: "保留哪些记录",
    scope: "这里查找哪些文档",
    status: "查看状态",
    reload: "重新载入文档",
    refresh: "重新取来网页",
    generations: "保留的各版文档",
    diff: "两版文档有什么不同",
    rollback: "回到较早的一版",
    audit: "谁做过什么",
    ...docsTexts.zh.commands,
    unanswered: "用户没找到的",
    check: "检查标准题",
    digest: "每周小结：开或关",
  },
};

const en: TelegramTexts = {
  ...answerTexts.en,
  groupHelp: (name) =>
    `In a group, ask with /ask and your question, with @${name}, or by replying to me.`,
  adminHelp:
    "Admins: /reload loads what has changed (with a file or folder, that alone; /reload all reads everything anew; with force even a much smaller set), /status shows the state, /generations lists the versions that are kept, /diff compares two of them, /rollback goes back to an older one, /audit tells who did what, /unanswered lists what users could not find, /check asks the golden questions, /digest on or off switches the weekly digest, /scope binds a group or topic to some folders.",
  weakNearest: "No direct answer; the most relevant sentences are:",
  longQuote: (n) => `This sentence is long: tap 📖 ${n} to read it whole.`,
  alsoInCount: (count) => `also in ${count} more ${count === 1 ? "document" : "documents"}`,
  alsoInHeading: "This sentence also stands in:",
  alsoInMore: (count) => `… and ${count} more`,
  dateNote: (note) => ` (${note})`,
  dateEvidence: (note, evidence) => ` (${note}: ${evidence})`,
  storedQuote:
    "The source has changed and no longer holds this sentence. When I answered, it read:",
  answerForgotten: "I no longer keep this answer. Please ask again.",
  buttonUnknown: "This button no longer works. Please ask again.",
  noText: "I can only read text. Please type your question as one sentence.",
  unknownCommand: "I do not know this command. Just send your question, or see /help.",
  adminsOnly: "Only admins can use this command. You can simply ask me a question.",
  chatNotAllowed: "Sorry, I may not answer here yet. Please ask an admin to allow this chat.",
  commands: {
    start: "Start",
    help: "How to ask",
    ask: "Ask: /ask and your question",
    stop: "Stop the answer being written",
    forget: "Delete all that is kept of me",
    privacy: "What is kept",
    scope: "Which documents I look into here",
    status: "Show the state",
    reload: "Load the documents again",
    refresh: "Fetch the pages again",
    generations: "Versions that are kept",
    diff: "What differs between two versions",
    rollback: "Go back to an older version",
    audit: "Who did what",
    ...docsTexts.en.commands,
    unanswered: "What users could not find",
    check: "Check the golden questions",
    digest: "The weekly digest, on or off",
  },
};

export const telegramTexts: Readonly<Record<Language, TelegramTexts>> = { zh, en };

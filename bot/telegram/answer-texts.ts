/** What the bot says around answers in Telegram: their buttons, their progress, and what is kept of them. */

import type { AskingStage } from "../../prompts/answering/asking-stage.ts";
import type { HistoryCounts } from "../operations/history.ts";
import type { VoteReason } from "../operations/votes.ts";
import type { Language } from "../text/language.ts";

export interface AnswerTexts {
  /** What the buttons under an answer and the commands about it do. */
  readonly answerHelp: string;
  /** How many statements and sources had no room, where buttons show them, and where there are none. */
  readonly moreBehindButton: (count: number) => string;
  readonly more: (count: number) => string;
  /** Heading of a further page of an answer. */
  readonly moreHeading: string;
  readonly copyButton: string;
  readonly previousButton: string;
  readonly nextButton: string;
  readonly documentButton: string;
  /** Leads back to the page with the cited sentence. */
  readonly citedButton: string;
  /** The reader becomes the answer again. */
  readonly backButton: string;
  readonly closeButton: string;
  readonly readerClosed: string;
  /** Of a link to the message of an answer in a group. */
  readonly answerInGroup: string;
  /** The sentence still stands, in an article that is no longer what it was. */
  readonly sourceChanged: string;
  readonly sentencesShown: (first: number, last: number, total: number) => string;
  readonly documentGone: string;
  readonly documentCounts: (articles: number, sentences: number) => string;
  readonly sentences: (count: number) => string;
  readonly moreArticles: (count: number) => string;
  readonly moreSections: (count: number) => string;
  readonly voteTaken: string;
  readonly askReason: string;
  readonly voteReasons: Readonly<Record<VoteReason, string>>;
  readonly reasonTaken: (reason: string) => string;
  readonly stage: (stage: AskingStage) => string;
  /** The question is answered once more, after a restart. */
  readonly stageAgain: string;
  readonly stopButton: string;
  readonly stop: Readonly<Record<"stopped" | "notYours" | "none", string>>;
  /** In place of an answer that was stopped before anything was checked. */
  readonly stoppedEmpty: string;
  readonly forget: {
    readonly ask: (counts: HistoryCounts) => string;
    readonly confirm: string;
    readonly cancel: string;
    readonly done: (counts: HistoryCounts) => string;
    readonly cancelled: string;
    readonly nothing: string;
    readonly notYours: string;
    readonly inPrivate: string;
    readonly openPrivate: string;
  };
  /** What is kept of people. @param days how long */
  readonly privacy: (days: number) => string;
}

const zhCounts = ({ questions, votes }: HistoryCounts) =>
  `${questions} 个问题及其回答、${votes} 次评价`;

const zh: AnswerTexts = {
  answerHelp:
    "📖 在原处阅读引文，＋ 看其余来源，👍/👎 告诉我答得怎样；/stop 停止正在写的回答，/privacy 看我保留什么，/forget 删除您的记录。",
  moreBehindButton: (count) => `＋${count} 条，点下方 ＋${count} 查看`,
  more: (count) => `＋${count} 条未列出`,
  moreHeading: "（续）",
  copyButton: "📋 复制",
  previousButton: "‹ 前文",
  nextButton: "后文 ›",
  documentButton: "文档",
  citedButton: "📖 引文",
  backButton: "✕ 返回回答",
  closeButton: "✕ 关闭",
  readerClosed: "已关闭。",
  answerInGroup: "↩ 回到群里的回答",
  sourceChanged: "来源已更新；这句话仍在，以下是它现在的位置。",
  sentencesShown: (first, last, total) =>
    first === last ? `第${first}句，共${total}句` : `第${first}–${last}句，共${total}句`,
  documentGone: "这个文档已经不在文档库里了。",
  documentCounts: (articles, sentences) => `${articles} 篇文章 · ${sentences} 句`,
  sentences: (count) => `${count} 句`,
  moreArticles: (count) => `……另有 ${count} 篇`,
  moreSections: (count) => `……另有 ${count} 节`,
  voteTaken: "已记下，谢谢！",
  askReason: "已记下。哪里不对？点下方按钮告诉我。",
  voteReasons: {
    wrong: "答案不对",
    source: "出处不对",
    outdated: "已经过时",
    other: "答非所问",
  },
  reasonTaken: (reason) => `已记下：${reason}。谢谢！`,
  stage: (stage) => {
    switch (stage.kind) {
      case "understanding":
        return "💭 正在理解问题……";
      case "searching":
        return `🔎 正在查找 ${stage.documents.toLocaleString("en")} 个文档……`;
      case "writing":
        return "✍️ 正在写答案，逐句核对原文……";
      case "checking":
        return "🧐 正在核对没有通过的句子……";
    }
  },
  stageAgain: "🔄 正在重新回答……",
  stopButton: "⏹ 停止",
  stop: {
    stopped: "正在停止……",
    notYours: "只有提问的人可以停止。",
    none: "现在没有正在写的回答。",
  },
  stoppedEmpty: "⏹ 已按您的要求停止，还没有写出核对过的内容。",
  forget: {
    ask: (counts) => `我这里有您的 ${zhCounts(counts)}。全部删除吗？删除后不能恢复。`,
    confirm: "全部删除",
    cancel: "不删",
    done: (counts) => `已删除您的 ${zhCounts(counts)}。聊天里的消息要由您自己删除。`,
    cancelled: "好的，没有删除。",
    nothing: "我这里没有您的提问记录。",
    notYours: "只有本人可以删除自己的记录。",
    inPrivate: "这只关系到您自己，请在私聊里进行。",
    openPrivate: "去私聊",
  },
  privacy: (days) =>
    [
      `我只保留提问、回答和评价，以及您和聊天的数字编号，${days} 天后删除；不保留姓名和用户名。`,
      "它们只用来让按钮和追问有效、让管理员改进文档。",
      "发 /forget 可随时删除您自己的全部记录。",
    ].join("\n"),
};

const enCount = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const enCounts = ({ questions, votes }: HistoryCounts) =>
  `${enCount(questions, "question")} with ${questions === 1 ? "its answer" : "their answers"} and ${enCount(votes, "vote")}`;

const en: AnswerTexts = {
  answerHelp:
    "📖 opens a quote in its place, ＋ shows further sources, 👍/👎 tell me how I did; /stop ends an answer being written, /privacy says what I keep, /forget deletes what is yours.",
  moreBehindButton: (count) => `+${count} more: tap ＋${count} below`,
  more: (count) => `+${count} more, not shown`,
  moreHeading: "(continued)",
  copyButton: "📋 Copy",
  previousButton: "‹ Previous",
  nextButton: "Next ›",
  documentButton: "Document",
  citedButton: "📖 Quote",
  backButton: "✕ Back to answer",
  closeButton: "✕ Close",
  readerClosed: "Closed.",
  answerInGroup: "↩ Back to the answer in the group",
  sourceChanged:
    "The source has changed; this sentence still stands, and this is where it stands now.",
  sentencesShown: (first, last, total) =>
    first === last ? `sentence ${first} of ${total}` : `sentences ${first}–${last} of ${total}`,
  documentGone: "This document is no longer among the documents.",
  documentCounts: (articles, sentences) =>
    `${enCount(articles, "article")} · ${enCount(sentences, "sentence")}`,
  sentences: (count) => enCount(count, "sentence"),
  moreArticles: (count) => `… and ${count} more`,
  moreSections: (count) => `… and ${count} more`,
  voteTaken: "Noted, thank you!",
  askReason: "Noted. What is wrong? Tell me with a button below.",
  voteReasons: {
    wrong: "Wrong",
    source: "Wrong source",
    outdated: "Outdated",
    other: "Not what I asked",
  },
  reasonTaken: (reason) => `Noted: ${reason}. Thank you!`,
  stage: (stage) => {
    switch (stage.kind) {
      case "understanding":
        return "💭 Reading the question…";
      case "searching":
        return `🔎 Searching ${enCount(stage.documents, "document")}…`;
      case "writing":
        return "✍️ Writing, each sentence checked against its source…";
      case "checking":
        return "🧐 Checking again what did not pass…";
    }
  },
  stageAgain: "🔄 Answering anew…",
  stopButton: "⏹ Stop",
  stop: {
    stopped: "Stopping…",
    notYours: "Only who asked can stop this.",
    none: "I am not writing an answer right now.",
  },
  stoppedEmpty: "⏹ Stopped as you asked; nothing was written and checked by then.",
  forget: {
    ask: (counts) =>
      `I keep ${enCounts(counts)} of yours. Delete all of it? This cannot be undone.`,
    confirm: "Delete all",
    cancel: "Keep",
    done: (counts) =>
      `Deleted ${enCounts(counts)} of yours. The messages in the chat are yours to delete.`,
    cancelled: "All right, nothing was deleted.",
    nothing: "I keep no questions of yours.",
    notYours: "Only you yourself can delete what is kept of you.",
    inPrivate: "This concerns only you: please do it in our private chat.",
    openPrivate: "Open the private chat",
  },
  privacy: (days) =>
    [
      `I keep questions, answers and votes, with the numbers of you and of the chat, for ${enCount(days, "day")}; no name and no user name.`,
      "They serve to make buttons and follow-ups work, and to let admins improve the documents.",
      "Send /forget at any time to delete all that is yours.",
    ].join("\n"),
};

export const answerTexts: Readonly<Record<Language, AnswerTexts>> = { zh, en };

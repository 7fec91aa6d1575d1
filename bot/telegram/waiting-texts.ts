/** What the bot says to those who want to be told once their question can be answered. */

import type { Language } from "../text/language.ts";

export interface WaitingTexts {
  readonly offer: string;
  readonly waits: string;
  readonly promised: string;
  readonly cancelled: string;
  readonly full: string;
  readonly notYours: string;
  /** Above the answer that comes at last. @param date `YYYY-MM-DD` */
  readonly heading: (date: string, question: string) => string;
}

const zh: WaitingTexts = {
  offer: "🔔 有答案时告诉我",
  waits: "🔔 ✓ 有答案时会告诉您",
  promised: "好的。文档更新后如果有了答案，会在这里告诉您一次；再点一下可以取消。",
  cancelled: "好的，不再提醒。",
  full: "等待答案的问题太多了，这个没有记下。请先取消几个，或过些时候再问。",
  notYours: "只有提问的人可以让我提醒。",
  heading: (date, question) => `🔔 您在 ${date} 问过“${question}”，现在的文档里有答案了：`,
};

const en: WaitingTexts = {
  offer: "🔔 Tell me when it is answered",
  waits: "🔔 ✓ I will tell you",
  promised:
    "All right. Once the documents answer it, I will tell you here, one time. Tap again to cancel.",
  cancelled: "All right, I will not tell you.",
  full: "Too many questions wait for an answer, so this one was not taken. Cancel some, or ask again later.",
  notYours: "Only who asked can be told.",
  heading: (date, question) =>
    `🔔 You asked on ${date}: “${question}” The documents answer it now:`,
};

export const waitingTexts: Readonly<Record<Language, WaitingTexts>> = { zh, en };

/** What a card says about its second word, whatever the act. */

import type { Language } from "../text/language.ts";

export interface ConfirmTexts {
  readonly validFor: (minutes: number) => string;
  readonly cancelled: string;
  readonly notYours: string;
  readonly used: string;
  readonly expired: string;
}

const zh: ConfirmTexts = {
  validFor: (minutes) => `${minutes} 分钟内有效，只有您能按。`,
  cancelled: "好的，没有改动。",
  notYours: "这个按钮是给另一位管理员的；您要做同样的事，请自己发命令。",
  used: "这个按钮已经按过了；做过什么，请看 /audit。",
  expired: "已经过了时间，没有改动。还要做的话，请再发一次命令。",
};

const en: ConfirmTexts = {
  validFor: (minutes) => `The buttons work for ${minutes} minutes, and for you alone.`,
  cancelled: "All right, nothing was changed.",
  notYours: "This button is for another admin. To do the same yourself, send the command.",
  used: "This button was pressed already; /audit shows what was done.",
  expired: "The time is over and nothing was changed. To do it after all, send the command again.",
};

export const confirmTexts: Readonly<Record<Language, ConfirmTexts>> = { zh, en };

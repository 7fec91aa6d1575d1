/** What the bot says around the card of an upload: its buttons, and what a press is told. */

import type { Language } from "../../text/language.ts";

export interface CardTexts {
  /** How to send documents, for `/help`. */
  readonly help: string;
  readonly receiving: string;
  readonly reading: (done: number, total: number) => string;
  readonly index: string;
  readonly again: string;
  readonly discard: string;
  readonly folders: string;
  readonly back: string;
  readonly chooseFolder: string;
  readonly morePages: string;
  readonly indexing: string;
  readonly waiting: string;
  readonly discarded: string;
  /** Days without a decision. */
  readonly dropped: (days: number) => string;
  /** Somebody pressed before, or another button. */
  readonly decided: string;
  readonly stillReading: string;
  readonly moving: string;
}

const zh: CardTexts = {
  help: "要收入文档，把文件、照片、压缩包或网址直接发给我：看过卡片后按“收入文档”；照片下的问题照常回答，其他说明可以写文件夹（新的以 / 结尾）。/refresh 重新取来网页。",
  receiving: "📥 正在接收……",
  reading: (done, total) => `📥 正在读取…… ${done}/${total}`,
  index: "✅ 收入文档",
  again: "🔁 再试一次",
  discard: "✕ 丢弃",
  folders: "📁 换文件夹",
  back: "‹ 返回",
  chooseFolder: "放进哪个文件夹？",
  morePages: "更多 ›",
  indexing: "正在收入……",
  waiting: "⏳ 另一次载入正在进行，完成后接着收入这些文件。",
  discarded: "已丢弃。",
  dropped: (days) => `🗑 ${days} 天没有决定，这些文件已经丢弃；要收入请再发一次。`,
  decided: "已经决定过了。",
  stillReading: "还在读取，请稍等。",
  moving: "正在按新的位置读取……",
};

const en: CardTexts = {
  help: "To take in documents, send me files, photos, zip archives or addresses, look at the card and press Index. A question under a photo is answered as ever; any other caption may name the folder (a new one ends with /). /refresh fetches the pages again.",
  receiving: "📥 Receiving…",
  reading: (done, total) => `📥 Reading… ${done}/${total}`,
  index: "✅ Index",
  again: "🔁 Try again",
  discard: "✕ Discard",
  folders: "📁 Other folder",
  back: "‹ Back",
  chooseFolder: "Into which folder?",
  morePages: "More ›",
  indexing: "Indexing…",
  waiting: "⏳ Another load is running; these files follow when it is done.",
  discarded: "Discarded.",
  dropped: (days) =>
    `🗑 Nothing was decided for ${days} days, so these files were dropped. Send them again to index them.`,
  decided: "This was decided already.",
  stillReading: "Still reading, please wait.",
  moving: "Reading at the new place…",
};

export const cardTexts: Readonly<Record<Language, CardTexts>> = { zh, en };

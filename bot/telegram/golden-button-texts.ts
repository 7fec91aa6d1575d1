/** What the bot says to admins who make golden questions of answers, or let them be checked. */

import type { Language } from "../text/language.ts";

export interface GoldenButtonTexts {
  /** Under an answer, and under a refusal that is right. */
  readonly offer: Readonly<Record<"answered" | "notFound", string>>;
  readonly taken: Readonly<Record<"answered" | "notFound", string>>;
  readonly made: Readonly<Record<"answered" | "notFound", string>>;
  readonly dropped: string;
  readonly checking: (done: number, total: number) => string;
  readonly checkRuns: string;
  readonly heading: (total: number) => string;
  readonly allWell: string;
  readonly more: (count: number) => string;
}

const zh: GoldenButtonTexts = {
  offer: { answered: "⭐ 设为标准题", notFound: "⭐ 本来就该找不到" },
  taken: { answered: "⭐ ✓ 标准题", notFound: "⭐ ✓ 该找不到" },
  made: {
    answered: "已设为标准题：以后文档更新，会检查它还引用这些出处。再点一下取消。",
    notFound: "已设为标准题：以后文档更新，会检查它仍然不乱答。再点一下取消。",
  },
  dropped: "已不再是标准题。",
  checking: (done, total) => `正在检查标准题……${total === 0 ? "" : ` ${done}/${total}`}`,
  checkRuns: "正在检查标准题，请等它完成。",
  heading: (total) => `标准题 ${total} 道`,
  allWell: "全部和应有的一样。",
  more: (count) => `……另有 ${count} 道`,
};

const en: GoldenButtonTexts = {
  offer: { answered: "⭐ Make golden", notFound: "⭐ Rightly not found" },
  taken: { answered: "⭐ ✓ Golden", notFound: "⭐ ✓ Rightly not found" },
  made: {
    answered:
      "Golden now: whenever the documents change, it is checked that these sources are still cited. Tap again to undo.",
    notFound:
      "Golden now: whenever the documents change, it is checked that this is still not answered. Tap again to undo.",
  },
  dropped: "No longer golden.",
  checking: (done, total) =>
    `Checking the golden questions…${total === 0 ? "" : ` ${done}/${total}`}`,
  checkRuns: "The golden questions are being checked already. Please wait until that is done.",
  heading: (total) => `${total} golden ${total === 1 ? "question" : "questions"}`,
  allWell: "All are answered as they should be.",
  more: (count) => `… and ${count} more`,
};

export const goldenButtonTexts: Readonly<Record<Language, GoldenButtonTexts>> = { zh, en };

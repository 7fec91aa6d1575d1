/** The pages of an answer that had no room in its message, with the ways between them. */

import type { InlineKeyboardButton } from "grammy/types";
import type { StoredAnswer } from "../operations/answers.ts";
import { type Button, buttonData } from "./callback-data.ts";
import { lateHeading } from "./late-heading.ts";
import { layOutAnswer } from "./lay-out-answer.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { SourceLineOptions } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

export interface RenderMoreOptions extends SourceLineOptions {
  /** Whether it takes the place of the answer, or stands in a message of its own. */
  readonly isInAnswer: boolean;
}

/** @param number of the page, from 1; the last page where there are fewer */
export function renderMore(
  stored: StoredAnswer,
  number: number,
  { isInAnswer, ...options }: RenderMoreOptions,
): OutgoingMessage | undefined {
  const { id: answerId, answer } = stored;
  if (answer.kind === "unclear") return undefined;
  const heading = lateHeading(stored, options.language);
  const pages = layOutAnswer(answer, { ...options, answerId, heading });
  const at = Math.min(number, pages.length - 1);
  const page = pages[at];
  if (at < 1 || page === undefined) return undefined;

  const words = telegramTexts[options.language];
  const asButton = (text: string, button: Button): InlineKeyboardButton => ({
    text,
    callback_data: buttonData(button),
  });
  const toPage = (text: string, to: number) =>
    asButton(text, { kind: "more", answerId, page: to, isInAnswer });
  const sources = page.sources.map((n) =>
    asButton(`📖 ${n}`, {
      kind: "read",
      source: { kind: "citation", answerId, n },
      isInAnswer,
      view: { kind: "cited" },
    }),
  );
  const ways = [
    ...(at > 1 ? [toPage(words.previousButton, at - 1)] : []),
    ...(page.rest > 0 ? [toPage(words.nextButton, at + 1)] : []),
    isInAnswer
      ? asButton(words.backButton, { kind: "back", answerId })
      : asButton(words.closeButton, { kind: "close", answerId }),
  ];
  const rows = [sources, ways].filter((row) => row.length > 0);
  return asMessage(page.content, { inline_keyboard: rows });
}

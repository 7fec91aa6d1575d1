/** The buttons under an answer: its sources, what had no room, votes, and a copy of what it says. */

import type { InlineKeyboardButton } from "grammy/types";
import type { Answer } from "../../prompts/answering/answer.ts";
import { type StandingVote, type Vote, voteReasons } from "../operations/votes.ts";
import type { Language } from "../text/language.ts";
import { type AnswerOffers, offerRows } from "./answer-offers.ts";
import { answerText } from "./answer-text.ts";
import { buttonData } from "./callback-data.ts";
import type { AnswerPage } from "./lay-out-answer.ts";
import { maxCopyUnits } from "./limits.ts";
import { sourceLabel } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

/** What people said of the answer so far. */
export interface Feedback {
  readonly standing: readonly StandingVote[];
  /** Whether somebody has just said that it did not help, and may say why. */
  readonly asksReason: boolean;
}

export interface AnswerButtonsOptions {
  readonly answerId: string;
  readonly language: Language;
  readonly isPrivate: boolean;
  readonly feedback: Feedback;
  readonly offers: AnswerOffers;
}

type Row = InlineKeyboardButton[];

export function answerButtons(
  answer: Exclude<Answer, { kind: "unclear" }>,
  page: AnswerPage,
  options: AnswerButtonsOptions,
): Row[] {
  const { answerId, isPrivate, feedback, language } = options;
  const sources = page.sources.map((n) => ({
    text: `📖 ${n}`,
    callback_data: buttonData({ kind: "source", answerId, n }),
  }));
  const more =
    page.rest === 0
      ? []
      : [
          {
            text: `＋${page.rest}`,
            callback_data: buttonData({ kind: "more", answerId, page: 1, isInAnswer: true }),
          },
        ];
  const votes = (["up", "down"] as const).map((vote) => ({
    text: voteLabel(vote, feedback, isPrivate),
    callback_data: buttonData({ kind: "vote", answerId, vote }),
  }));
  const copied = isPrivate ? copiedText(answer, language) : undefined;
  const copy =
    copied === undefined
      ? []
      : [{ text: telegramTexts[language].copyButton, copy_text: { text: copied } }];
  const rows: Row[] = [
    [...sources, ...more],
    [...votes, ...copy],
  ];
  const reasons = feedback.asksReason ? reasonRows(answerId, language) : [];
  const shown = rows.filter((row) => row.length > 0);
  return [...shown, ...reasons, ...offerRows(answer, options)];
}

const marks: Readonly<Record<Vote, string>> = { up: "👍", down: "👎" };

/** One person's vote is ticked; where several may vote, they are counted. */
function voteLabel(vote: Vote, { standing }: Feedback, isPrivate: boolean): string {
  const count = standing.filter((one) => one.vote === vote).length;
  if (count === 0) return marks[vote];
  return `${marks[vote]} ${isPrivate ? "✓" : count}`;
}

const reasonsPerRow = 2;

function reasonRows(answerId: string, language: Language): Row[] {
  const buttons = voteReasons.map((reason) => ({
    text: telegramTexts[language].voteReasons[reason],
    callback_data: buttonData({ kind: "reason", answerId, reason }),
  }));
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += reasonsPerRow) {
    rows.push(buttons.slice(at, at + reasonsPerRow));
  }
  return rows;
}

/** What the answer says with its sources, else without them; undefined where neither fits whole. */
function copiedText(
  answer: Exclude<Answer, { kind: "unclear" }>,
  language: Language,
): string | undefined {
  const said = answerText(answer);
  if (answer.kind !== "answered" || said === "") return undefined;
  const shown = answer.citations.filter(({ removed }) => removed === undefined);
  const labels = new Set(shown.map((citation) => sourceLabel(citation, language)));
  const whole = `${said}\n—— ${[...labels].join("; ")}`;
  return [whole, said].find(({ length }) => length <= maxCopyUnits);
}

/** One group of questions that were not answered well, on a card that is turned like a page. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { FoundSentences } from "../../prompts/answering/find-sentences.ts";
import type { Language } from "../text/language.ts";
import { scopeNote } from "../text/scope-label.ts";
import { daysAgo } from "../unanswered/days-ago.ts";
import { listUnanswered, type UnansweredGroup } from "../unanswered/list-unanswered.ts";
import { lookAgain } from "../unanswered/look-again.ts";
import { type Button, buttonData } from "./callback-data.ts";
import { clip } from "./clip.ts";
import { maxLineUnits, maxTitleUnits } from "./limits.ts";
import { minute } from "./minute.ts";
import { asMessage, type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderCitation } from "./render-citation.ts";
import { plain } from "./render-source-line.ts";
import type { Rights } from "./rights.ts";
import { unansweredTexts } from "./unanswered-texts.ts";

export interface UnansweredView {
  readonly rights: Rights;
  readonly days: number;
  /** From 0; the last one where there are fewer. */
  readonly page: number;
  readonly language: Language;
}

/** Those the person may see, the most asked first; none for a reader. @throws {OperationsError} */
export async function groupsFor(
  { operations, now }: Pick<Parts, "operations" | "now">,
  { rights, days }: Pick<UnansweredView, "rights" | "days">,
): Promise<readonly UnansweredGroup[]> {
  if (rights.role === "reader") return [];
  const within = rights.role === "editor" ? rights.scope : undefined;
  return listUnanswered({ operations, since: daysAgo(days, now()), within });
}

/** @throws {OperationsError}, and what looking into the documents throws */
export async function unansweredCard(parts: Parts, view: UnansweredView): Promise<OutgoingMessage> {
  const { days, language } = view;
  const groups = await groupsFor(parts, view);
  const page = Math.min(view.page, groups.length - 1);
  const group = groups[page];
  if (group === undefined) return plainMessage(unansweredTexts[language].none(days));
  const golden = await parts.operations.goldenQuestions.active();
  const isGolden = golden.some((one) => isWishOf(group, one));
  const now = await lookAgain(parts.app, group);
  const text = render(group, now, {
    ...view,
    groups: groups.length,
    botUsername: parts.me.username,
  });
  const buttons = buttonRows(group, { days, page, pages: groups.length, isGolden, language });
  return asMessage(text, { inline_keyboard: buttons });
}

type Golden = Awaited<ReturnType<Parts["operations"]["goldenQuestions"]["active"]>>[number];

/** Whether it wishes that a question of the group be answered better. */
export function isWishOf({ answerIds }: UnansweredGroup, { answerId, expected }: Golden): boolean {
  return expected.kind === "answers" && answerId !== undefined && answerIds.includes(answerId);
}

interface Rendering extends UnansweredView {
  readonly groups: number;
  readonly botUsername: string;
}

function render(
  group: UnansweredGroup,
  now: FoundSentences,
  { groups, days, language, botUsername }: Rendering,
): FormattedString {
  const words = unansweredTexts[language];
  const where = clip(scopeNote(group.scope, language).trim(), maxLineUnits);
  const about = [
    `${words.counts(group)} · ${words.lastAsked(minute(group.lastAskedAt))}`,
    ...(where === "" ? [] : [where]),
    ...otherWordings(group.otherWordings, language),
  ].join("\n");
  const near = now.citations.length === 0 ? words.nothingNear : words.nearest;
  const sources = now.citations.map((citation, position) =>
    renderCitation(citation, { position, layout: "below", language, botUsername }),
  );
  return FormattedString.join(
    [
      FormattedString.bold(`🕳 ${words.heading(groups, days)}`),
      FormattedString.bold(clip(oneLine(group.question), maxLineUnits)),
      plain(about),
      plain(now.isAnswered ? words.answeredNow : near),
      ...sources,
      plain(`💡 ${words.hint}`),
    ],
    "\n\n",
  );
}

/** More wordings than that say nothing new. */
const mostWordings = 4;

function otherWordings(wordings: readonly string[], language: Language): readonly string[] {
  if (wordings.length === 0) return [];
  const words = unansweredTexts[language];
  const rest = wordings.length - mostWordings;
  return [
    words.otherWordings,
    ...wordings.slice(0, mostWordings).map((one) => `· ${clip(oneLine(one), maxTitleUnits)}`),
    ...(rest > 0 ? [words.more(rest)] : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function buttonRows(
  { answerId }: UnansweredGroup,
  {
    days,
    page,
    pages,
    isGolden,
    language,
  }: {
    readonly days: number;
    readonly page: number;
    readonly pages: number;
    readonly isGolden: boolean;
    readonly language: Language;
  },
): InlineKeyboardButton[][] {
  const words = unansweredTexts[language];
  const button = (text: string, data: Button) => ({ text, callback_data: buttonData(data) });
  const toPage = (text: string, to: number) => button(text, { kind: "unanswered", days, page: to });
  const ways = [
    ...(page > 0 ? [toPage("‹", page - 1)] : []),
    toPage(`${page + 1}/${pages}`, page),
    ...(page + 1 < pages ? [toPage("›", page + 1)] : []),
  ];
  const act = (text: string, name: "golden" | "settle") =>
    button(text, { kind: "unanswered", days, page, act: { name, answerId } });
  return [
    ways,
    [act(isGolden ? words.goldenTaken : words.goldenButton, "golden")],
    [act(words.settleButton, "settle")],
  ];
}

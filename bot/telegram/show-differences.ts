/** `/diff [A] [B]`: how two versions of the documents differ, counted, with the first differences. */

import type { DocumentChanged, DocumentDifference } from "../../retrieval/compare-generations.ts";
import { RetrievalError } from "../../retrieval/errors.ts";
import type { Comparison } from "../comparing/compare-kept.ts";
import { type NamedGenerations, readNumbers } from "../comparing/read-numbers.ts";
import type { Language } from "../text/language.ts";
import { adminTexts } from "./admin-texts.ts";
import { clip } from "./clip.ts";
import { diffTexts } from "./diff-texts.ts";
import { maxLineUnits, maxTitleUnits } from "./limits.ts";
import { sendTextFile } from "./send-text-file.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { renderList } from "./render-list.ts";

/** Documents shown at most; a message has no room for more. */
const maxShown = 60;
/** Titles and sentences shown of one document, each way. */
const maxTexts = 3;

/** Longer lists are cut in the file too; the command line has them whole. */
const maxFileUnits = 1_000_000;

export interface DifferencesAsked {
  readonly argument: string;
  readonly language: Language;
  /** Where the whole list goes as a file, if it has no room in the message. */
  readonly place: Place;
}

/** @throws {RetrievalError | GrammyError} */
export async function showDifferences(
  { app, outbox, signal }: Pick<Parts, "app" | "outbox" | "signal">,
  { argument, language, place }: DifferencesAsked,
): Promise<OutgoingMessage> {
  const words = diffTexts[language];
  const named = readNumbers(argument.split(/\s+/u).filter((word) => word !== ""));
  if (named === undefined) return plainMessage(words.usage);
  const entries: string[] = [];
  const whole: string[] = [];
  let units = 0;
  /** Whether the card lacks titles or sentences of a document it names. */
  let isCut = false;
  const onDifference = (difference: DocumentDifference) => {
    const shown = renderDifference(difference, language, maxTexts);
    const full = renderDifference(difference, language);
    isCut ||= shown !== full;
    if (entries.length < maxShown) entries.push(shown);
    if (units > maxFileUnits) return;
    whole.push(full);
    units += full.length;
  };
  try {
    const comparison = await app.compare({ ...named, signal, onDifference });
    const card = renderComparison(comparison, entries, language);
    const namesAll = entries.length === whole.length && card.text.endsWith(entries.at(-1) ?? "");
    if (isCut || !namesAll) {
      const [from, to] = [comparison.from.number, comparison.to.number];
      const { replyTo: _answeredByTheCard, ...besideTheCard } = place;
      await sendTextFile(outbox, besideTheCard, {
        name: `diff-${from}-${to}.txt`,
        text: `${whole.join("\n\n")}\n${units > maxFileUnits ? "…\n" : ""}`,
        caption: words.heading(from, to),
      });
    }
    return card;
  } catch (error) {
    if (!(error instanceof RetrievalError)) throw error;
    const refusal = refusalOf(error, named, language);
    if (refusal === undefined) throw error;
    return plainMessage(refusal);
  }
}

function refusalOf(
  { code }: RetrievalError,
  named: NamedGenerations,
  language: Language,
): string | undefined {
  if (code === "E_NO_CORPUS") return adminTexts[language].generations.none;
  if (code !== "E_GENERATION_UNKNOWN") return undefined;
  const { nothingOlder, notKept } = diffTexts[language];
  return named.from === undefined ? nothingOlder : notKept;
}

function renderComparison(
  comparison: Comparison,
  differences: readonly string[],
  language: Language,
): OutgoingMessage {
  const words = diffTexts[language];
  const { added, changed, removed, sentencesGained, sentencesLost } = comparison;
  const [from, to] = [comparison.from.number, comparison.to.number];
  const total = added + changed + removed;
  if (total === 0) return plainMessage(words.same(from, to));
  const counts = [
    words.documents(comparison),
    words.sentences(thousands(sentencesGained), thousands(sentencesLost)),
    "",
  ];
  return renderList({
    heading: `🔍 ${words.heading(from, to)}`,
    entries: [...counts, ...differences],
    total: counts.length + total,
    more: words.more,
  });
}

/** @param most titles and sentences of a document, each way; absent gives all, whole */
function renderDifference(
  difference: DocumentDifference,
  language: Language,
  most?: number,
): string {
  const words = diffTexts[language];
  const path = most === undefined ? difference.path : clip(difference.path, maxTitleUnits);
  if (difference.kind === "changed") return renderChange(path, { difference, language, most });
  const sign = difference.kind === "added" ? "＋" : "－";
  return `${sign} ${path}\n　${words.whole(difference.articles, difference.sentences)}`;
}

interface ShownChange {
  readonly difference: DocumentChanged;
  readonly language: Language;
  readonly most: number | undefined;
}

function renderChange(path: string, { difference, language, most }: ShownChange): string {
  const { articlesGained, articlesLost, sentencesGained, sentencesLost } = difference;
  const inMarks = (titles: readonly string[]) => titles.map((title) => `《${title}》`);
  const lines = [
    ...signed("－", inMarks(articlesLost), most),
    ...signed("＋", inMarks(articlesGained), most),
    ...signed("－", sentencesLost, most),
    ...signed("＋", sentencesGained, most),
  ];
  if (lines.length === 0) return `± ${path}\n　${diffTexts[language].sameSentences}`;
  return [`± ${path} +${sentencesGained.length} −${sentencesLost.length}`, ...lines].join("\n");
}

/** The first texts, and a mark where there are more. */
function signed(
  sign: string,
  texts: readonly string[],
  most: number | undefined,
): readonly string[] {
  const lines = texts.map((text) => `　${sign} ${text}`);
  if (most === undefined) return lines;
  const shown = lines.slice(0, most).map((line) => clip(line, maxLineUnits));
  return texts.length > most ? [...shown, `　${sign} …`] : shown;
}

function thousands(count: number): string {
  return count.toLocaleString("en-US");
}

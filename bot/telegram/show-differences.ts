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
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderList } from "./render-list.ts";

/** Documents shown at most; a message has no room for more. */
const maxShown = 60;
/** Titles and sentences shown of one document, each way. */
const maxTexts = 3;

/** @throws {RetrievalError} */
export async function showDifferences(
  { app, signal }: Pick<Parts, "app" | "signal">,
  argument: string,
  language: Language,
): Promise<OutgoingMessage> {
  const words = diffTexts[language];
  const named = readNumbers(argument.split(/\s+/u).filter((word) => word !== ""));
  if (named === undefined) return plainMessage(words.usage);
  const entries: string[] = [];
  const onDifference = (difference: DocumentDifference) => {
    if (entries.length < maxShown) entries.push(renderDifference(difference, language));
  };
  try {
    const comparison = await app.compare({ ...named, signal, onDifference });
    return renderComparison(comparison, entries, language);
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

function renderDifference(difference: DocumentDifference, language: Language): string {
  const words = diffTexts[language];
  const path = clip(difference.path, maxTitleUnits);
  if (difference.kind === "changed") return renderChange(path, difference, language);
  const sign = difference.kind === "added" ? "＋" : "－";
  return `${sign} ${path}\n　${words.whole(difference.articles, difference.sentences)}`;
}

function renderChange(path: string, change: DocumentChanged, language: Language): string {
  const { articlesGained, articlesLost, sentencesGained, sentencesLost } = change;
  const lines = [
    ...signed("－", articlesLost, (title) => `《${title}》`),
    ...signed("＋", articlesGained, (title) => `《${title}》`),
    ...signed("－", sentencesLost),
    ...signed("＋", sentencesGained),
  ];
  if (lines.length === 0) return `± ${path}\n　${diffTexts[language].sameSentences}`;
  return [`± ${path} +${sentencesGained.length} −${sentencesLost.length}`, ...lines].join("\n");
}

/** The first texts, and a mark where there are more. */
function signed(
  sign: string,
  texts: readonly string[],
  wrap: (text: string) => string = (text) => text,
): readonly string[] {
  const shown = texts
    .slice(0, maxTexts)
    .map((text) => `　${sign} ${wrap(clip(text, maxLineUnits))}`);
  return texts.length > maxTexts ? [...shown, `　${sign} …`] : shown;
}

function thousands(count: number): string {
  return count.toLocaleString("en-US");
}

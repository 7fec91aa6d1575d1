/** One document for those who look after it: its articles, where it is from, its tags, and the way out. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../corpus/article.ts";
import { type DescribedDocument, describeDocument } from "../documents/describe-document.ts";
import type { Language } from "../text/language.ts";
import { clip } from "./clip.ts";
import type { DocsView } from "./docs-button.ts";
import { docsTexts } from "./docs-texts.ts";
import { maxLineUnits, maxOutlineArticles, maxTitleUnits } from "./limits.ts";
import { docsButton } from "./list-documents.ts";
import { minute } from "./minute.ts";
import { asMessage, plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { dateLabel, plain } from "./render-source-line.ts";
import { mayChange, type Rights } from "./rights.ts";

/** Enough to tell two versions apart. */
const hashUnits = 12;

export interface DocumentAsked {
  readonly view: Extract<DocsView, { kind: "document" }>;
  readonly rights: Rights;
  readonly language: Language;
}

/** @throws {RetrievalError | OperationsError} */
export async function showDocument(
  parts: Pick<Parts, "app" | "operations">,
  { view, rights, language }: DocumentAsked,
): Promise<OutgoingMessage> {
  const words = docsTexts[language];
  const { documentId, searchId, page } = view;
  const back = docsButton(words.backButton, { kind: "list", searchId, page });
  const path = await pathOf(parts, documentId, rights);
  const described = path === undefined ? undefined : await describeDocument(parts, path);
  if (described === undefined) {
    return { ...plainMessage(words.documentGone), buttons: { inline_keyboard: [[back]] } };
  }
  const remove = docsButton(words.remove.button, { kind: "remove", documentId });
  return asMessage(renderDocument(described, language), { inline_keyboard: [[remove], [back]] });
}

/** Undefined where it is not served, or not the person's to change. */
export async function pathOf(
  { app }: Pick<Parts, "app">,
  documentId: string,
  rights: Rights,
): Promise<string | undefined> {
  const found = (await app.catalogue()).find(({ id }) => id === documentId);
  return found !== undefined && mayChange(rights, found.path) ? found.path : undefined;
}

function renderDocument(
  { document, loadedAt, tags }: DescribedDocument,
  language: Language,
): FormattedString {
  const words = docsTexts[language];
  const { articles, path, mediaType, contentHash } = document;
  const sentences = articles.reduce((sum, article) => sum + article.sentences.length, 0);
  const shown = articles.slice(0, maxOutlineArticles);
  const lines = shown.map((article, at) => renderArticle(article, at + 1, language));
  const more = articles.length - shown.length;
  const loaded = loadedAt && minute(loadedAt);
  return FormattedString.join(
    [
      FormattedString.bold(`📄 ${clip(path, maxLineUnits)}`),
      plain(
        [
          words.counts(articles.length, sentences),
          words.kind(mediaType),
          words.version(contentHash.slice(0, hashUnits), loaded),
          ...(tags.length === 0 ? [] : [clip(words.tags(tags), maxLineUnits)]),
        ].join("\n"),
      ),
      plain([...lines, ...(more === 0 ? [] : [words.moreArticles(more)])].join("\n")),
    ],
    "\n\n",
  );
}

function renderArticle(
  { title, publishedOn, sentences }: Article,
  number: number,
  language: Language,
): string {
  const words = docsTexts[language];
  const name = clip((title ?? words.untitled).replace(/\s+/gu, " "), maxTitleUnits);
  const date = publishedOn && dateLabel(publishedOn, language);
  const details = [date, words.sentences(sentences.length)].filter((one) => one !== undefined);
  return `${number}. ${name} · ${details.join(" · ")}`;
}

/** A page of the documents somebody looks after, as one message with a button for each. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { type CatalogueDocument, searchCatalogue } from "../documents/catalogue.ts";
import { dateRange } from "../text/date-range.ts";
import type { Language } from "../text/language.ts";
import { buttonData } from "./callback-data.ts";
import { clip } from "./clip.ts";
import type { DocsView } from "./docs-button.ts";
import { docsTexts } from "./docs-texts.ts";
import { maxTitleUnits } from "./limits.ts";
import { asMessage, plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { plain } from "./render-source-line.ts";
import { mayChange, type Rights } from "./rights.ts";

/** Documents on one page, and numbers in one row of buttons. */
const pageDocuments = 8;
const buttonsPerRow = 4;

export interface ListAsked {
  readonly rights: Rights;
  readonly language: Language;
  /** Empty for all. */
  readonly words: string;
  /** Under which the words are kept. */
  readonly searchId: string | undefined;
  /** From 0; the last one where there are fewer. */
  readonly page: number;
}

/** @throws {RetrievalError | OperationsError} */
export async function listDocuments(
  { app }: Pick<Parts, "app">,
  { rights, language, words, searchId, page }: ListAsked,
): Promise<OutgoingMessage> {
  const say = docsTexts[language];
  const own = (await app.catalogue()).filter(({ path }) => mayChange(rights, path));
  const found = await searchCatalogue(own, words);
  const removed = (await app.removedDocuments()).filter(({ path }) => mayChange(rights, path));
  const toRemoved = removed.length === 0 ? [] : [[removedButton(removed.length, language)]];
  if (found.length === 0) {
    const text = words === "" ? say.nothing : say.nothingOf(clip(words, maxTitleUnits));
    return { ...plainMessage(text), buttons: { inline_keyboard: toRemoved } };
  }
  const pages = Math.ceil(found.length / pageDocuments);
  const at = Math.min(page, pages - 1);
  const shown = found.slice(at * pageDocuments, (at + 1) * pageDocuments);
  const heading =
    words === ""
      ? say.heading(found.length)
      : say.headingOf(clip(words, maxTitleUnits), found.length);
  const lines = shown.map((document, index) => renderLine(document, index + 1, language));
  const foot = pages === 1 ? say.howTo : `${say.page(at + 1, pages)} · ${say.howTo}`;
  const numbers = shown.map(({ id }, index) =>
    docsButton(`${index + 1}`, { kind: "document", documentId: id, searchId, page: at }),
  );
  const turns = [
    ...(at === 0 ? [] : [docsButton("‹", { kind: "list", searchId, page: at - 1 })]),
    ...(at + 1 === pages ? [] : [docsButton("›", { kind: "list", searchId, page: at + 1 })]),
  ];
  const rows = [
    numbers.slice(0, buttonsPerRow),
    numbers.slice(buttonsPerRow),
    turns,
    ...toRemoved,
  ].filter((row) => row.length > 0);
  const content = FormattedString.join(
    [FormattedString.bold(`📚 ${heading}`), plain(lines.join("\n")), plain(foot)],
    "\n\n",
  );
  return asMessage(content, { inline_keyboard: rows });
}

export function docsButton(text: string, view: DocsView): InlineKeyboardButton {
  return { text, callback_data: buttonData({ kind: "docs", view }) };
}

function removedButton(count: number, language: Language): InlineKeyboardButton {
  return docsButton(docsTexts[language].removed.button(count), { kind: "removed", page: 0 });
}

function renderLine(
  { path, articles, sentences, published }: CatalogueDocument,
  number: number,
  language: Language,
): string {
  const details = [
    docsTexts[language].counts(articles, sentences),
    ...(published === undefined ? [] : [daysOf(published)]),
  ];
  return `${number}. ${clip(path, maxTitleUnits)}\n　${details.join(" · ")}`;
}

function daysOf({ first, last }: NonNullable<CatalogueDocument["published"]>): string {
  return dateRange(first === last ? first : `${first}/${last}`);
}

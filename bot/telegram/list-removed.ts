/** A page of the documents that were removed, each with the button that brings it back. */

import { actorLabel } from "../text/actor-label.ts";
import { clip } from "./clip.ts";
import { docsTexts } from "./docs-texts.ts";
import { maxTitleUnits } from "./limits.ts";
import { docsButton } from "./list-documents.ts";
import { minute } from "./minute.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { mayChange, type Rights } from "./rights.ts";
import type { Language } from "../text/language.ts";

const pageDocuments = 6;

export interface RemovedAsked {
  readonly rights: Rights;
  readonly language: Language;
  /** From 0; the last one where there are fewer. */
  readonly page: number;
}

/** @throws {OperationsError} */
export async function listRemoved(
  { app }: Pick<Parts, "app">,
  { rights, language, page }: RemovedAsked,
): Promise<OutgoingMessage> {
  const words = docsTexts[language];
  const own = (await app.removedDocuments()).filter(({ path }) => mayChange(rights, path));
  const toList = docsButton(words.listButton, { kind: "list", searchId: undefined, page: 0 });
  if (own.length === 0) {
    return { ...plainMessage(words.removed.none), buttons: { inline_keyboard: [[toList]] } };
  }
  const pages = Math.ceil(own.length / pageDocuments);
  const at = Math.min(page, pages - 1);
  const shown = own.slice(at * pageDocuments, (at + 1) * pageDocuments);
  const lines = shown.map(({ path, removedAt, removedBy }, index) => {
    const when = words.removed.one(minute(removedAt), actorLabel(removedBy, language));
    return `${index + 1}. ${clip(path, maxTitleUnits)}\n　${when}`;
  });
  const bringBack = shown.map(({ documentId }, index) => [
    docsButton(words.removed.bringBack(index + 1), { kind: "bringBack", documentId }),
  ]);
  const turns = [
    ...(at === 0 ? [] : [docsButton("‹", { kind: "removed", page: at - 1 })]),
    ...(at + 1 === pages ? [] : [docsButton("›", { kind: "removed", page: at + 1 })]),
  ];
  const forget =
    rights.role === "admin" ? [[docsButton(words.forget.button, { kind: "forgetOlder" })]] : [];
  const text = [`🗑 ${words.removed.heading(own.length)}`, "", ...lines].join("\n");
  const rows = [...bringBack, turns, ...forget, [toList]].filter((row) => row.length > 0);
  return { ...plainMessage(text), buttons: { inline_keyboard: rows } };
}

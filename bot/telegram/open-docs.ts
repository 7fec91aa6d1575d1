/** Follows the buttons of the list of documents, for those who may change what they show. */

import { documentId } from "../../corpus/ids.ts";
import { askToConfirm, validMinutes } from "./ask-to-confirm.ts";
import { confirmTexts } from "./confirm-texts.ts";
import { bringBack } from "./bring-back.ts";
import type { DocsView } from "./docs-button.ts";
import { docsTexts } from "./docs-texts.ts";
import { listDocuments } from "./list-documents.ts";
import { listRemoved } from "./list-removed.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { replaceMessage } from "./replace-message.ts";
import { mayChange, type Rights, rightsOf } from "./rights.ts";
import type { ButtonHandler, Reaction, Tap } from "./route-callback.ts";
import { pathOf, showDocument } from "./show-document.ts";
import { telegramTexts } from "./texts.ts";

export const openDocs: ButtonHandler<"docs"> = async (parts, tap, { view }) => {
  const { user, language, isPrivate } = tap;
  const rights = rightsOf(user, parts.settings);
  const { adminsOnly, buttonUnknown } = telegramTexts[language];
  if (rights.role === "reader") return refusal(adminsOnly);
  if (!isPrivate) return refusal(buttonUnknown);
  if (view.kind === "bringBack") {
    const removed = await parts.app.removedDocuments();
    const own = removed.find((one) => documentId(one.path) === view.documentId);
    if (own === undefined || !mayChange(rights, own.path)) {
      return refusal(docsTexts[language].removed.notRemoved);
    }
    return {
      notice: { text: docsTexts[language].removed.working },
      follow: async () => becomes(parts, tap, await bringBack(parts, tap, own.path)),
    };
  }
  const shown = await show(parts, tap, { view, rights });
  if (typeof shown === "string") return refusal(shown);
  return { follow: () => becomes(parts, tap, shown) };
};

interface Asked {
  readonly view: Exclude<DocsView, { kind: "bringBack" }>;
  readonly rights: Rights;
}

/** What the message becomes, or why it stays as it is. */
async function show(
  parts: Parts,
  { user, language }: Tap,
  { view, rights }: Asked,
): Promise<OutgoingMessage | string> {
  const words = docsTexts[language];
  const { validFor } = confirmTexts[language];
  switch (view.kind) {
    case "list": {
      const { searchId, page } = view;
      const searched =
        searchId === undefined ? "" : await parts.operations.documentSearches.find(searchId);
      if (searched === undefined) return words.searchForgotten;
      return listDocuments(parts, { rights, language, words: searched, searchId, page });
    }
    case "document":
      return showDocument(parts, { view, rights, language });
    case "removed":
      return listRemoved(parts, { rights, language, page: view.page });
    case "remove": {
      const path = await pathOf(parts, view.documentId, rights);
      if (path === undefined) return words.documentGone;
      const { confirm: yes, cancel: no, ask, consequences } = words.remove;
      const act = { kind: "remove", path } as const;
      const buttons = await askToConfirm(parts, { userId: user.id, act, yes, no });
      const text = [`🗑 ${ask(path)}`, consequences, validFor(validMinutes)].join("\n\n");
      return { ...plainMessage(text), buttons };
    }
    case "forgetOlder": {
      if (rights.role !== "admin") return telegramTexts[language].adminsOnly;
      const [served] = await parts.app.generations();
      if (served === undefined) return words.nothing;
      const { confirm: yes, ask, consequences } = words.forget;
      const act = { kind: "forgetOlder", served: served.number } as const;
      const no = words.remove.cancel;
      const buttons = await askToConfirm(parts, { userId: user.id, act, yes, no });
      const text = [`🔥 ${ask}`, consequences, validFor(validMinutes)].join("\n\n");
      return { ...plainMessage(text), buttons };
    }
  }
}

function refusal(text: string): Reaction {
  return { notice: { text, isAlert: true } };
}

async function becomes(parts: Parts, { message }: Tap, shown: OutgoingMessage): Promise<void> {
  await replaceMessage(parts.durable, placeOf(message), message.message_id, shown);
}

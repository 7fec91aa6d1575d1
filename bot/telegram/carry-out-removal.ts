/** Removes a document when who was asked has said so. */

import type { FollowingLoad } from "../documents/create-document-acts.ts";
import type { ConfirmedAct } from "../operations/confirmations.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import type { Confirmed } from "./confirm-act.ts";
import { docsTexts } from "./docs-texts.ts";
import { followChange } from "./follow-change.ts";
import { docsButton } from "./list-documents.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { mayChange, rightsOf } from "./rights.ts";
import type { Tap } from "./route-callback.ts";

type Removal = Extract<ConfirmedAct, { kind: "remove" }>;

export function confirmedRemoval(parts: Parts, tap: Tap, { path }: Removal): Confirmed {
  return {
    isAllowed: (rights) => mayChange(rights, path),
    working: docsTexts[tap.language].remove.working,
    carryOut: () => remove(parts, tap, path),
  };
}

/** What came of it; never rejects. */
async function remove(parts: Parts, tap: Tap, path: string): Promise<OutgoingMessage> {
  const { language } = tap;
  const words = docsTexts[language];
  try {
    const outcome = await followChange(parts, tap, (change) =>
      parts.app.removeDocument(path, change),
    );
    switch (outcome.kind) {
      case "unknown":
        return plainMessage(words.documentGone);
      case "already":
        return plainMessage(words.remove.already(path));
      case "removed": {
        const isAdmin = rightsOf(tap.user, parts.settings).role === "admin";
        const lines = [`✅ ${words.remove.done(path)}`, ...loadNotes(outcome.load, language)];
        const forget = docsButton(words.forget.button, { kind: "forgetOlder" });
        const toList = docsButton(words.listButton, { kind: "list", searchId: undefined, page: 0 });
        const text = [...lines, ...(isAdmin ? [words.remove.leftovers] : [])].join("\n\n");
        const rows = [...(isAdmin ? [[forget]] : []), [toList]];
        return { ...plainMessage(text), buttons: { inline_keyboard: rows } };
      }
    }
  } catch (error) {
    parts.logger.warn("A document could not be removed from the chat", { error });
    return plainMessage(`⚠️ ${kindSentence(error, language)}`);
  }
}

/** Nothing where the index is as it should be. */
function loadNotes(load: FollowingLoad, language: Language): readonly string[] {
  const words = docsTexts[language].remove;
  if (load.kind === "notLoaded") return [words.indexLater(kindSentence(load.error, language))];
  return load.report.check?.passes === false ? [words.heldBack] : [];
}

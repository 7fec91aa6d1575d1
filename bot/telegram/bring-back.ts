/** Brings a removed document back, and tells whether it can be found again. */

import { kindSentence } from "../text/kind-sentence.ts";
import { docsTexts } from "./docs-texts.ts";
import { followChange } from "./follow-change.ts";
import { docsButton } from "./list-documents.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Tap } from "./route-callback.ts";

/** What the message becomes; never rejects. */
export async function bringBack(parts: Parts, tap: Tap, path: string): Promise<OutgoingMessage> {
  const { language } = tap;
  const words = docsTexts[language];
  const toList = docsButton(words.listButton, { kind: "list", searchId: undefined, page: 0 });
  const withList = (text: string): OutgoingMessage => ({
    ...plainMessage(text),
    buttons: { inline_keyboard: [[toList]] },
  });
  try {
    const outcome = await followChange(parts, tap, (change) =>
      parts.app.bringBackDocument(path, change),
    );
    if (outcome.kind === "unknown") return withList(words.removed.notRemoved);
    if (outcome.isServed) return withList(`✅ ${words.removed.back(path)}`);
    const { load } = outcome;
    const why = load.kind === "notLoaded" ? `\n${kindSentence(load.error, language)}` : "";
    return withList(`⚠️ ${words.removed.backWithout(path)}${why}`);
  } catch (error) {
    parts.logger.warn("A document could not be brought back from the chat", { error });
    return withList(`⚠️ ${kindSentence(error, language)}`);
  }
}

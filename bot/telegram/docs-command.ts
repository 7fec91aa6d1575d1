/** `/docs [words]`: the documents somebody looks after, those that were removed, or what is searched for. */

import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { listDocuments } from "./list-documents.ts";
import { listRemoved } from "./list-removed.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Rights } from "./rights.ts";

const removedWords = new Set(["removed", "已移除"]);
/** More tells no document from another. */
const maxSearchUnits = 200;

export interface DocsAsked {
  /** Of one who may change something. */
  readonly rights: Rights;
  readonly argument: string;
  readonly language: Language;
}

/** Never rejects: what failed is told in a kind sentence. The caller checks who asks, and where. */
export async function runDocs(
  parts: Parts,
  { rights, argument, language }: DocsAsked,
): Promise<OutgoingMessage> {
  const words = argument.trim().slice(0, maxSearchUnits);
  try {
    if (removedWords.has(words.toLowerCase())) {
      return await listRemoved(parts, { rights, language, page: 0 });
    }
    const { documentSearches } = parts.operations;
    const searchId =
      words === "" ? undefined : await documentSearches.keep(words, new Date(parts.now()));
    return await listDocuments(parts, { rights, language, words, searchId, page: 0 });
  } catch (error) {
    parts.logger.warn("The documents could not be listed", { error });
    return plainMessage(kindSentence(error, language));
  }
}

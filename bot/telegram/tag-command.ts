/** `/tag`: lists the tags, or gives a document or folder some and takes others. */

import { toDocumentPath } from "../../corpus/paths.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { splitNames } from "../text/read-scope.ts";
import { readTags } from "../text/read-tags.ts";
import { clip } from "./clip.ts";
import { docsTexts } from "./docs-texts.ts";
import { maxLineUnits, maxTitleUnits } from "./limits.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderList } from "./render-list.ts";
import { mayChange, type Rights } from "./rights.ts";

export interface TagAsked {
  /** Of one who may change something. */
  readonly rights: Rights;
  readonly userId: number;
  readonly argument: string;
  readonly language: Language;
}

/** Never rejects: what failed is told in a kind sentence. The caller checks who asks, and where. */
export async function runTag(parts: Parts, asked: TagAsked): Promise<OutgoingMessage> {
  try {
    return await (asked.argument.trim() === "" ? list(parts, asked) : change(parts, asked));
  } catch (error) {
    parts.logger.warn("Tags could not be listed or changed", { error });
    return plainMessage(kindSentence(error, asked.language));
  }
}

async function list({ app }: Parts, { rights, language }: TagAsked): Promise<OutgoingMessage> {
  const { tag: words, more } = docsTexts[language];
  const own = (await app.tags()).filter(({ paths }) =>
    paths.some((path) => mayChange(rights, path)),
  );
  if (own.length === 0) return plainMessage(words.none);
  const entries = own.map(({ tag, documents, paths }) => {
    const shown = paths.filter((path) => mayChange(rights, path));
    return clip(`· ${words.one(tag, documents, shown.join(" "))}`, maxLineUnits);
  });
  return renderList({ heading: `🏷 ${words.heading}`, entries, total: own.length, more });
}

async function change(
  { app }: Parts,
  { rights, userId, argument, language }: TagAsked,
): Promise<OutgoingMessage> {
  const { tag: words } = docsTexts[language];
  const [name, ...names] = splitNames(argument);
  if (name === undefined || names.length === 0) return plainMessage(words.usage);
  const path = toDocumentPath(name);
  if (!mayChange(rights, path)) return plainMessage(words.notYours);
  const read = readTags(names);
  if (read.kind === "bad") return plainMessage(words.badTag(clip(read.tag, maxTitleUnits)));
  const { add, take } = read;
  const outcome = await app.changeTags({ path, add, take, by: `telegram ${userId}` });
  if (outcome.kind === "unknown") return plainMessage(words.unknown(clip(path, maxLineUnits)));
  return plainMessage(clip(`🏷 ${words.now(path, outcome.tags)}`, maxLineUnits * 2));
}

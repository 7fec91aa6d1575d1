/** `/scope`: shows which part of the corpus a chat or topic is answered from, and lets admins set it. */

import type { Scope } from "../../retrieval/scope.ts";
import type { Folder } from "../count-folders.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { readScope, splitNames } from "../text/read-scope.ts";
import { scopeLabel } from "../text/scope-label.ts";
import { tagMark } from "../documents/tag-scope.ts";
import { clip } from "./clip.ts";
import { groupTexts, type GroupTexts } from "./group-texts.ts";
import { maxLineUnits, maxMessageUnits } from "./limits.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { telegramTexts } from "./texts.ts";

export interface ScopeAsked {
  readonly place: Place;
  readonly language: Language;
  readonly argument: string;
  /** Set only where an admin speaks. */
  readonly adminId: number | undefined;
}

const wholeWords = new Set(["all", "*", "/", "全部"]);
const maxFolders = 20;
const listedFolders = 30;

export async function runScope(parts: Parts, asked: ScopeAsked): Promise<OutgoingMessage> {
  const { language, argument, adminId } = asked;
  if (argument !== "" && adminId === undefined) {
    return plainMessage(telegramTexts[language].adminsOnly);
  }
  try {
    const text =
      argument === "" || adminId === undefined
        ? await show(parts, asked)
        : await set(parts, asked, adminId);
    return plainMessage(clip(text, maxMessageUnits));
  } catch (error) {
    parts.logger.warn("A scope could not be shown or set", { error });
    return plainMessage(kindSentence(error, language));
  }
}

async function set(
  { app, operations }: Parts,
  { place, language, argument }: ScopeAsked,
  adminId: number,
): Promise<string> {
  const words = groupTexts[language].scope;
  const names = splitNames(argument);
  const isWhole = names.length === 1 && wholeWords.has((names[0] ?? "").toLowerCase());
  if (names.length > maxFolders) return words.tooMany(maxFolders);
  const tags = (await app.tags()).map(({ tag }) => tag);
  const read = isWhole ? undefined : readScope(names, await app.folders(), tags);
  if (read?.kind === "unknown") return words.unknown(clip(read.name, maxLineUnits));
  const { chatId, threadId } = place;
  await operations.scopes.set(place, read?.scope, adminId);
  await operations.audit.append({
    who: `telegram ${adminId}`,
    act: "scope",
    details: { chatId, threadId, folders: read?.scope ?? "all" },
  });
  return read === undefined ? words.setWhole : words.set(scopeLabel(read.scope, language));
}

async function show(
  { app, operations }: Parts,
  { place, language, adminId }: ScopeAsked,
): Promise<string> {
  const words = groupTexts[language].scope;
  const scope = await operations.scopes.find(place);
  const all = await app.folders();
  // What a chat is not answered from is not shown to it either.
  const shown = adminId === undefined && scope !== undefined ? foldersIn(all, scope) : all;
  const bound = scope === undefined ? words.whole : words.bound(scopeLabel(scope, language));
  const [example] = all;
  const hint =
    adminId === undefined || example === undefined ? [] : ["", words.howToSet(example.path)];
  // Of a tag its name says all: its documents stand anywhere.
  if (adminId === undefined && scope?.some((name) => name.startsWith(tagMark)) === true) {
    return bound;
  }
  const tags = adminId === undefined ? [] : (await app.tags()).map(({ tag }) => `${tagMark}${tag}`);
  const tagged = tags.length === 0 ? [] : ["", clip(words.tags(tags.join(" ")), maxLineUnits)];
  return [bound, "", ...listFolders(shown, words), ...tagged, ...hint].join("\n");
}

function foldersIn(folders: readonly Folder[], scope: Scope): readonly Folder[] {
  return folders.filter(({ path }) =>
    scope.some((folder) => path === folder || path.startsWith(`${folder}/`)),
  );
}

/** The upper folders first where there are too many. */
function listFolders(folders: readonly Folder[], words: GroupTexts["scope"]): readonly string[] {
  if (folders.length === 0) return [words.noFolders];
  const depthOf = ({ path }: Folder) => path.split("/").length;
  const listed = new Set(
    folders.toSorted((one, other) => depthOf(one) - depthOf(other)).slice(0, listedFolders),
  );
  const lines = folders
    .filter((folder) => listed.has(folder))
    .map(({ path, documents }) => clip(words.folder(path, documents), maxLineUnits));
  const more = folders.length - listed.size;
  return [words.folders, ...lines, ...(more === 0 ? [] : [words.moreFolders(more)])];
}

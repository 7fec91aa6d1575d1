/** `/rollback [N]`: shows what going back would do, and asks for a second word. */

import type { Generation } from "../../retrieval/corpus-store.ts";
import { RetrievalError } from "../../retrieval/errors.ts";
import { rollbackTarget } from "../rollback-target.ts";
import type { Language } from "../text/language.ts";
import { adminTexts } from "./admin-texts.ts";
import { askToConfirm, validMinutes } from "./ask-to-confirm.ts";
import { clip } from "./clip.ts";
import { confirmTexts } from "./confirm-texts.ts";
import { docsTexts } from "./docs-texts.ts";
import { generationCounts } from "./generation-counts.ts";
import { maxTitleUnits } from "./limits.ts";
import { minute } from "./minute.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";

export interface RollbackAsked {
  readonly userId: number;
  /** Number of a generation, or empty for the one before. */
  readonly argument: string;
  readonly language: Language;
}

/** The card with its buttons, or why there is none. @throws {RetrievalError | OperationsError} */
export async function askRollback(
  parts: Pick<Parts, "app" | "operations" | "now">,
  { userId, argument, language }: RollbackAsked,
): Promise<OutgoingMessage> {
  const { app } = parts;
  const { rollback: words, generations: lists } = adminTexts[language];
  if (!/^(?:[1-9]\d{0,9})?$/u.test(argument)) return plainMessage(words.usage);
  if ((await app.status()).loading !== undefined) return plainMessage(words.loading);
  const kept = await app.generations();
  const [served] = kept;
  if (served === undefined) return plainMessage(lists.none);
  const to = argument === "" ? before(kept) : Number(argument);
  if (to === undefined) return plainMessage(words.nothingOlder);
  if (to === served.number || to === served.rolledBackTo) {
    return plainMessage(words.servedAlready(to));
  }
  const target = kept.find(({ number }) => number === to);
  if (target === undefined) return plainMessage(words.notKept(to));
  const buttons = await askToConfirm(parts, {
    userId,
    act: { kind: "rollback", from: served.number, to },
    yes: words.confirm(to),
    no: words.cancel,
  });
  const hidden = await parts.app.removedIn(to);
  return { ...plainMessage(card(served, target, hidden, language)), buttons };
}

/** Undefined where nothing is older. */
function before(kept: readonly Generation[]): number | undefined {
  try {
    return rollbackTarget(kept);
  } catch (error) {
    if (error instanceof RetrievalError && error.code === "E_GENERATION_UNKNOWN") return undefined;
    throw error;
  }
}

/** Removed documents named on the card; the rest are counted. */
const namedDocuments = 5;

/** @param hidden paths of removed documents that the target holds */
function card(
  served: Generation,
  target: Generation,
  hidden: readonly string[],
  language: Language,
): string {
  const { rollback: words } = adminTexts[language];
  return [
    `↩️ ${words.ask(target.number)}`,
    "",
    words.now(served.number, minute(served.publishedAt)),
    `　${generationCounts(served, language)}`,
    words.after(target.number, minute(target.publishedAt)),
    `　${generationCounts(target, language)}`,
    ...stayingHidden(hidden, language),
    "",
    confirmTexts[language].validFor(validMinutes),
  ].join("\n");
}

function stayingHidden(paths: readonly string[], language: Language): readonly string[] {
  if (paths.length === 0) return [];
  const named = paths.slice(0, namedDocuments).map((path) => `　· ${clip(path, maxTitleUnits)}`);
  const rest = paths.length - named.length;
  const more = rest === 0 ? [] : [`　${docsTexts[language].more(rest)}`];
  return [docsTexts[language].stayHidden(paths.length), ...named, ...more];
}

/** `/generations`: which states of the corpus are kept, and who published them. */

import type { Generation } from "../../retrieval/corpus-store.ts";
import { actorLabel } from "../text/actor-label.ts";
import type { Language } from "../text/language.ts";
import { spaceLabel } from "../text/space-label.ts";
import { adminTexts } from "./admin-texts.ts";
import { generationCounts } from "./generation-counts.ts";
import { minute } from "./minute.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderList } from "./render-list.ts";

/** Those shown; the rest are counted. */
const shownGenerations = 10;

/** Newest first, which is the one served. @throws {RetrievalError | OperationsError} */
export async function listGenerations(
  { app, operations }: Pick<Parts, "app" | "operations">,
  language: Language,
): Promise<OutgoingMessage> {
  const { generations: words, more } = adminTexts[language];
  const kept = await app.generations();
  const [served] = kept;
  if (served === undefined) return plainMessage(words.none);
  const space = await app.space();
  const head = space === undefined ? [] : [`💾 ${spaceLabel(space, language)}`, ""];
  const entries: string[] = [...head];
  for (const generation of kept.slice(0, shownGenerations)) {
    const who = await operations.audit.publisherOf(generation);
    entries.push(renderGeneration(generation, { who, isServed: generation === served, language }));
  }
  return renderList({
    heading: `🗂 ${words.heading}`,
    entries,
    total: head.length + kept.length,
    more,
  });
}

function renderGeneration(
  generation: Generation,
  {
    who,
    isServed,
    language,
  }: {
    readonly who: string | undefined;
    readonly isServed: boolean;
    readonly language: Language;
  },
): string {
  const { generations: words } = adminTexts[language];
  const { number, publishedAt, rolledBackTo } = generation;
  const head = [
    words.one(number, minute(publishedAt)),
    ...(isServed ? [words.served] : []),
    ...(rolledBackTo === undefined ? [] : [words.contentOf(rolledBackTo)]),
  ];
  const publisher = who === undefined ? words.byUnknown : actorLabel(who, language);
  return [
    `${isServed ? "▶" : "·"} ${head.join(" · ")}`,
    `　${generationCounts(generation, language)}`,
    `　${publisher}`,
  ].join("\n");
}

/** The app as the front end sees it, with what a test wants to happen in place of a corpus. */

import type { App } from "../../../bot/app.ts";
import { RetrievalError } from "../../../retrieval/errors.ts";
import { createFakeDesk } from "./fake-desk.ts";
import { makeExtractive } from "./make-answer.ts";
import { makeGeneration, makeLoadReport } from "./make-load-report.ts";

/** Answers every question the same, holds no sentence, loads at once. */
export function createFakeApp(overrides: Partial<App> = {}): App {
  const notUsed = (name: string) => () => Promise.reject(new TypeError(`${name} is not faked`));
  return {
    ask: async () => makeExtractive(),
    explain: notUsed("explain"),
    find: notUsed("find"),
    folders: async () => [],
    locate: async () => undefined,
    documents: notUsed("documents"),
    load: async () => makeLoadReport(),
    status: async () => ({
      generation: makeGeneration(),
      loading: undefined,
      dataBytes: 5 * 1024 * 1024,
      documentsFolder: "/srv/secret",
      embedder: "hashed-1024",
      answerer: "extractive",
    }),
    generations: async () => [makeGeneration()],
    space: async () => undefined,
    compare: notUsed("compare"),
    rollback: notUsed("rollback"),
    uploads: createFakeDesk(),
    catalogue: notUsed("catalogue"),
    removals: async () => new Map(),
    removedDocuments: async () => [],
    removedIn: async () => [],
    removeDocument: notUsed("removeDocument"),
    bringBackDocument: notUsed("bringBackDocument"),
    forgetOlder: notUsed("forgetOlder"),
    changeTags: notUsed("changeTags"),
    tags: async () => [],
    check: async () => [],
    close: async () => undefined,
    ...overrides,
  };
}

/** What an app does that has loaded nothing yet. */
export async function askNoCorpus(): Promise<never> {
  throw new RetrievalError("E_NO_CORPUS", "Expected a corpus at /srv/secret, found none.");
}

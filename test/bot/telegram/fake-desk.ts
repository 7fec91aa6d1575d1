/** The desk of uploads as the front end sees it, with what a test wants to happen there. */

import type { UploadDesk } from "../../../bot/uploads/upload-desk.ts";

/** Nothing waits, and nothing was left in its middle. */
export function createFakeDesk(overrides: Partial<UploadDesk> = {}): UploadDesk {
  const notUsed = (name: string) => () => Promise.reject(new TypeError(`${name} is not faked`));
  return {
    open: notUsed("uploads.open"),
    caption: notUsed("uploads.caption"),
    receive: notUsed("uploads.receive"),
    fetch: notUsed("uploads.fetch"),
    refresh: notUsed("uploads.refresh"),
    card: async () => undefined,
    prepare: notUsed("uploads.prepare"),
    offerFolders: notUsed("uploads.offerFolders"),
    moveTo: notUsed("uploads.moveTo"),
    discard: notUsed("uploads.discard"),
    begin: notUsed("uploads.begin"),
    index: notUsed("uploads.index"),
    finish: notUsed("uploads.finish"),
    unfinished: async () => [],
    prune: async () => [],
    ...overrides,
  };
}

/** How much room the corpus takes, in one line, for the chat and the terminal. */

import type { StoreSpace } from "../../retrieval/corpus-store.ts";
import type { Language } from "./language.ts";

const bytesPerMegabyte = 1024 * 1024;

const words = {
  zh: { served: "使用中", older: "较早的各版", olderNote: "（不再保留后释放）", cache: "向量缓存" },
  en: {
    served: "in use",
    older: "older versions",
    olderNote: " (freed when no longer kept)",
    cache: "vector cache",
  },
} as const;

/** `in use 512.0 MB · older versions 120.3 MB (freed when no longer kept) · vector cache 330.0 MB` */
export function spaceLabel(space: StoreSpace, language: Language): string {
  const { served, older, olderNote, cache } = words[language];
  const { servedBytes, corpusBytes, vectorCacheBytes } = space;
  // Files that are freed during the count make it too small.
  const olderBytes = corpusBytes === undefined ? undefined : Math.max(0, corpusBytes - servedBytes);
  return [
    `${served} ${megabytes(servedBytes)}`,
    ...(olderBytes === undefined ? [] : [`${older} ${megabytes(olderBytes)}${olderNote}`]),
    ...(vectorCacheBytes === undefined ? [] : [`${cache} ${megabytes(vectorCacheBytes)}`]),
  ].join(" · ");
}

function megabytes(bytes: number): string {
  return `${(bytes / bytesPerMegabyte).toFixed(1)} MB`;
}

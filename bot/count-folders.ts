/** The folders of a corpus, from the paths of its documents. */

export interface Folder {
  /** As documents have it, without a slash at the end. */
  readonly path: string;
  /** In it, however deep. */
  readonly documents: number;
}

/** Every folder that holds a document, those inside it too, in order of their paths. */
export function countFolders(documentPaths: Iterable<string>): readonly Folder[] {
  const counts = new Map<string, number>();
  for (const path of documentPaths) {
    for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) {
      const folder = path.slice(0, end);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([path, documents]) => ({ path, documents }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

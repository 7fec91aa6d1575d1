/** A part of the corpus: the documents that stand in one of some folders. */

/**
 * Paths of folders as documents have them, without a slash at the end; an archive is a folder. An
 * empty list holds no document.
 */
export type Scope = readonly string[];

/** Whether the document stands in a folder of the scope, however deep. */
export function isInScope(path: string, scope: Scope): boolean {
  return scope.some((folder) => path.startsWith(`${folder}/`));
}

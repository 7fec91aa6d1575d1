/** A part of the corpus: documents named one by one, and all that stand in some folders. */

/**
 * Paths of documents, and of folders without a slash at the end; an archive is a folder. An empty
 * list holds no document.
 */
export type Scope = readonly string[];

/** Whether the document is in the scope: named itself, or in a folder of it, however deep. */
export function isInScope(path: string, scope: Scope): boolean {
  return scopeFilter(scope)(path);
}

/** The same question for many documents, about as quick for a long scope as for a short one. */
export function scopeFilter(scope: Scope): (path: string) => boolean {
  const named = new Set(scope);
  return (path) => {
    if (named.has(path)) return true;
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
      if (named.has(path.slice(0, at))) return true;
    }
    return false;
  };
}

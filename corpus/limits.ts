/** What the corpus layer refuses to swallow. */

const mebibyte = 1024 * 1024;

export interface CorpusLimits {
  /** Largest file that is read, in bytes. */
  readonly maxBytes: number;
}

export const defaultLimits: CorpusLimits = { maxBytes: 50 * mebibyte };

/** Markup nested deeper than this is hostile or broken; what lies in it is dropped. */
export const maxMarkupDepth = 400;

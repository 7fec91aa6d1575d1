/** What the corpus layer refuses to swallow. */

const mebibyte = 1024 * 1024;

export interface CorpusLimits {
  /** Largest file that is read, in bytes; of an archive, all it holds together. */
  readonly maxBytes: number;
  /** Of a PDF or book. */
  readonly maxPages: number;
  /** Width times height of a picture. */
  readonly maxPixels: number;
  /** Of all sheets of a table together. */
  readonly maxRows: number;
  /** Files in an archive, those in archives within it included. */
  readonly maxArchiveFiles: number;
  /** Archives within archives; 1 allows none. */
  readonly maxArchiveDepth: number;
  /** How many times larger than itself an archive's content may be. */
  readonly maxArchiveRatio: number;
  /** Time to read one file. */
  readonly maxMillisecondsPerFile: number;
  /** What reading one file may take of JavaScript's memory, in bytes. */
  readonly maxMemoryBytes: number;
}

export const defaultLimits: CorpusLimits = {
  maxBytes: 100 * mebibyte,
  maxPages: 2000,
  maxPixels: 100_000_000,
  maxRows: 100_000,
  maxArchiveFiles: 10_000,
  maxArchiveDepth: 3,
  maxArchiveRatio: 200,
  maxMillisecondsPerFile: 10 * 60 * 1000,
  maxMemoryBytes: 1024 * mebibyte,
};

/** Markup nested deeper than this is hostile or broken; what lies in it is dropped. */
export const maxMarkupDepth = 400;

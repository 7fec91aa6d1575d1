/** Why a statement is not believed. */

export const problemKinds = [
  "citation",
  "figure",
  "date",
  "name",
  "quote",
  "negation",
  "comparison",
  "modality",
  "overlap",
] as const;

export interface Problem {
  readonly kind: (typeof problemKinds)[number];
  /** The words of the statement that are wrong; for a citation its number. */
  readonly found: string;
  /** For the writer's repair and for `--explain`: what is wrong and what would be right. */
  readonly message: string;
}

/** What one check has to say: what is wrong, and the rules by which the rest is right. */
export interface Finding {
  readonly problems: readonly Problem[];
  /** Names of rules; empty where the words stood there as they are. */
  readonly rules: readonly string[];
}

export const nothingFound: Finding = { problems: [], rules: [] };

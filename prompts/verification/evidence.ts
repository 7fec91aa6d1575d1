/** What a written statement is held against: the numbered sentences its writer was given. */

import type { PublishedOn } from "../../corpus/article.ts";
import type { TimeReading } from "../../corpus/sentence.ts";

/** A stored sentence under the number by which statements cite it, with what stands around it. */
export interface EvidenceSentence {
  readonly n: number;
  readonly text: string;
  /** The neighbouring sentences of the article. */
  readonly before?: string;
  readonly after?: string;
  /** Of the article. */
  readonly title?: string;
  /** Heading the sentence stands under, innermost one. */
  readonly section?: string;
  readonly publishedOn?: PublishedOn;
  /** As stored beside the sentence: what 今年 in it means. */
  readonly times?: readonly TimeReading[];
}

/** A claim as a writer drafted it, before anybody has checked it. */
export interface DraftStatement {
  readonly text: string;
  /** Numbers of evidence sentences, as claimed. */
  readonly citations: readonly number[];
}

/** What is known of a piece of writing before its paragraphs are cut into sentences. */

import type { PublishedOn } from "../article.ts";
import type { Block } from "../formats/parsed-document.ts";
import type { Span } from "../sentence.ts";

export interface Draft {
  readonly isNote: boolean;
  /** Whether it stands among briefs. */
  isBrief: boolean;
  title?: string;
  subtitle?: string;
  /** Names of columns and series above its text. */
  labels: readonly string[];
  readonly bylines: string[];
  publishedOn?: PublishedOn;
  readonly sections: string[];
  readonly body: BodyBlock[];
}

export interface BodyBlock {
  readonly block: Block;
  readonly section?: string;
}

export interface CaptionBlock {
  readonly block: Block;
  /** Of a picture that is a piece of its own. */
  readonly title?: string;
  /** The credit that stands on a line below it. */
  byline?: string;
  /** The piece it stands in; undefined above all. */
  readonly draft: Draft | undefined;
}

export interface DraftedDocument {
  /** In reading order; some may have no body. */
  readonly drafts: readonly Draft[];
  readonly captions: readonly CaptionBlock[];
  /** Words that are kept as what they label and not as sentences. */
  readonly labels: readonly { readonly span: Span; readonly reason: string }[];
  /** Printed above all pieces or below them: the date of the page. */
  readonly publishedOn?: PublishedOn;
}

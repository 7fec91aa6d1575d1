/** What is embedded and stored: a few neighbouring sentences of one article. */

import type { PublishedOn } from "./article.ts";
import type { Sentence } from "./sentence.ts";

export interface Chunk {
  /** From content: document id, article and sentences (see `ids.ts`). */
  readonly id: string;
  readonly documentId: string;
  readonly articleId: string;
  /** Position in the document, from 0. */
  readonly sequence: number;
  readonly path: string;
  /** Title of the article; the file's name where it has none is not a title. */
  readonly title?: string;
  readonly publishedOn?: PublishedOn;
  /** In reading order, never empty; only these may be quoted. */
  readonly sentences: readonly Sentence[];
  /** The sentences of the article that stand right before and after the chunk. */
  readonly before?: string;
  readonly after?: string;
  /** What the embedder and the full text see: title, section, date and the sentences. Never quoted. */
  readonly embeddedText: string;
}

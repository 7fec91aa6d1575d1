/** Port: what is served now, for comparing uploads with it. */

import type { Document } from "../../corpus/document.ts";
import type { DocumentSummary } from "../../retrieval/corpus-store.ts";

export interface ServedDocuments {
  /** Ordered by path; none where nothing is loaded. */
  list(): Promise<readonly DocumentSummary[]>;
  document(id: string): Promise<Document | undefined>;
}

/** Lists the articles of a generation from the heads of its chunks. */

import type { Table } from "@lancedb/lancedb";
import { z } from "zod";
import { publishedOnSchema, type PublishedOn } from "../../corpus/article.ts";
import type { ArticleSummary } from "../corpus-store.ts";
import { takeTurns } from "../take-turns.ts";

const columns = ["article_id", "document_id", "path", "title", "published_on"] as const;
const rowSchema = z.object({
  article_id: z.string(),
  document_id: z.string(),
  path: z.string(),
  title: z.string().nullable(),
  published_on: z.string().nullable(),
});

/** Each article once, however many chunks it has. The event loop goes on in between. */
export async function listArticles(chunks: Table): Promise<readonly ArticleSummary[]> {
  const turn = takeTurns();
  const articles = new Map<string, ArticleSummary>();
  const dates = new Map<string, PublishedOn>();
  const dateOf = (json: string): PublishedOn => {
    const date = dates.get(json) ?? publishedOnSchema.parse(JSON.parse(json));
    dates.set(json, date);
    return date;
  };
  for await (const batch of chunks.query().select([...columns])) {
    const vectors = columns.map((name) => [name, batch.getChild(name)] as const);
    for (let at = 0; at < batch.numRows; at++) {
      await turn();
      const row = rowSchema.parse(
        Object.fromEntries(vectors.map(([name, vector]) => [name, vector?.get(at)])),
      );
      if (articles.has(row.article_id)) continue;
      articles.set(row.article_id, {
        documentId: row.document_id,
        path: row.path,
        ...(row.title === null ? {} : { title: row.title }),
        ...(row.published_on === null ? {} : { publishedOn: dateOf(row.published_on) }),
      });
    }
  }
  return [...articles.values()];
}

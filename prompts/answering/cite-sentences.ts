/** Turns chosen sentences into numbered citations. */

import { locateSentence } from "../../corpus/locate-sentence.ts";
import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import type { RankedSentence } from "../../retrieval/ranking/rank-sentences.ts";
import type { Citation } from "./answer.ts";
import { leansOn } from "./leaning.ts";

interface Neighbours {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The chunk knows most neighbours; at its edges the document does. */
async function neighboursOf(snapshot: CorpusSnapshot, chosen: RankedSentence): Promise<Neighbours> {
  const { chunk } = chosen.passage;
  const before = chunk.sentences[chosen.position - 1]?.text;
  const after = chunk.sentences[chosen.position + 1]?.text;
  if (before !== undefined && after !== undefined) return { before, after };
  const document = await snapshot.document(chunk.documentId);
  const place = document && locateSentence(document, chosen.sentence.id, 1);
  return { before: place?.before[0]?.text, after: place?.after[0]?.text };
}

function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Safe: exactly the undefined values are removed.
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** One citation a sentence, numbered from 1 in the order given. */
export async function citeSentences(
  snapshot: CorpusSnapshot,
  chosen: readonly RankedSentence[],
): Promise<Citation[]> {
  return Promise.all(
    chosen.map(async (ranked, at) => {
      const { sentence, passage } = ranked;
      const { chunk } = passage;
      const { before, after } = await neighboursOf(snapshot, ranked);
      return withoutUndefined({
        n: at + 1,
        sentenceId: sentence.id,
        text: sentence.text,
        spans: sentence.spans,
        documentId: chunk.documentId,
        path: chunk.path,
        article: chunk.title,
        section: sentence.section,
        publishedOn: chunk.publishedOn,
        before,
        after,
        leansOn: leansOn(sentence.text, { before, after }),
      });
    }),
  );
}

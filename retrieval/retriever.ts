/** Question → ranked sentences, over one snapshot. */

import type { CorpusSnapshot } from "./corpus-store.ts";
import type { Embedder } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";
import {
  type AnalysedQuestion,
  analyseQuestion,
  tokensOfInterest,
} from "./question/analyse-question.ts";
import { fuseHits } from "./ranking/fuse-hits.ts";
import type { Passage } from "./ranking/passage.ts";
import { type RankedSentence, rankSentences, type RankWeights } from "./ranking/rank-sentences.ts";
import { type TermWeights, termWeights } from "./ranking/term-weights.ts";

const defaultPassageLimit = 20;

export interface RetrieveRequest {
  readonly question: string;
  /** What an earlier turn was about. */
  readonly context?: string;
  /** Passages each leg fetches, and the fusion keeps. Default 20. */
  readonly passageLimit?: number;
  readonly signal?: AbortSignal;
}

export interface Retrieval {
  readonly question: AnalysedQuestion;
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Best first; empty where no leg found anything. */
  readonly sentences: readonly RankedSentence[];
  readonly terms: TermWeights;
}

export interface Retriever {
  /** @throws {RetrievalError} `E_EMBEDDER_MISMATCH` where the snapshot holds another embedder's vectors */
  retrieve(snapshot: CorpusSnapshot, request: RetrieveRequest): Promise<Retrieval>;
}

function assertSameEmbedder(snapshot: CorpusSnapshot, embedder: Embedder): void {
  const { generation } = snapshot;
  if (generation.embedder === embedder.name) return;
  throw new RetrievalError(
    "E_EMBEDDER_MISMATCH",
    `Expected vectors of the embedder "${embedder.name}", but generation ${generation.number} ` +
      `holds those of "${generation.embedder}". Load the corpus again to rebuild them.`,
  );
}

export function createRetriever(embedder: Embedder, weights: RankWeights): Retriever {
  return {
    /**
     * 1. read the question;
     * 2. both legs and the frequencies of its terms, in parallel;
     * 3. fuse the legs;
     * 4. rank the sentences of what they found.
     */
    async retrieve(snapshot, request) {
      assertSameEmbedder(snapshot, embedder);
      const { passageLimit: limit = defaultPassageLimit, signal } = request;
      const search = { limit, ...(signal === undefined ? {} : { signal }) };

      const question = analyseQuestion(request.question, request.context);

      const searchVectors = async () => {
        const text = [request.context, request.question].filter(Boolean).join(" ");
        const [vector] = await embedder.embed([text], { role: "question", ...search });
        return vector === undefined ? [] : snapshot.searchVectors(vector, search);
      };
      const [fullText, vectors, frequencies] = await Promise.all([
        snapshot.searchFullText(question.tokens, search),
        searchVectors(),
        snapshot.documentFrequencies(tokensOfInterest(question)),
      ]);

      const passages = fuseHits(fullText, vectors, embedder.fusionWeight).slice(0, limit);

      const terms = termWeights(snapshot.generation.chunks, frequencies);
      const sentences = rankSentences(question, passages, terms, weights);
      return { question, passages, sentences, terms };
    },
  };
}

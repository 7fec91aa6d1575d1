/** Question → ranked sentences, over one snapshot. */

import type { CorpusSnapshot } from "./corpus-store.ts";
import type { Embedder } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";
import {
  type AnalysedQuestion,
  analyseQuestion,
  tokensOfInterest,
} from "./question/analyse-question.ts";
import { answersItself, bestReading } from "./question/translate/best-reading.ts";
import type { QuestionTranslator } from "./question/translate/create-translator.ts";
import { searchFullText } from "./question/translate/search-full-text.ts";
import { findRepeats } from "./duplicates/find-repeats.ts";
import type { PassageGroup } from "./duplicates/group-passages.ts";
import { groupSentences } from "./duplicates/group-sentences.ts";
import { type JoinedSentence, joinCopies } from "./duplicates/join-copies.ts";
import { fetchPassages, type Legs } from "./fetch-passages.ts";
import { rankSentences, type RankWeights } from "./ranking/rank-sentences.ts";
import { retrieveCorrected } from "./retrieve-corrected.ts";
import { type TermWeights, termWeights } from "./ranking/term-weights.ts";

const defaultPassageLimit = 20;

export interface RetrieveRequest {
  readonly question: string;
  /** What an earlier turn was about. */
  readonly context?: string;
  /** Passages each leg fetches at first, and different ones that are kept. Default 20. */
  readonly passageLimit?: number;
  readonly signal?: AbortSignal;
}

export interface Retrieval {
  readonly question: AnalysedQuestion;
  /** The question with its typos put right, where there were any. */
  readonly corrected?: string;
  /** Best first, each with its copies. */
  readonly passages: readonly PassageGroup[];
  /** Best first, each said once; empty where no leg found anything. */
  readonly sentences: readonly JoinedSentence[];
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

/** @param translator absent: a question finds only text in its own language */
export function createRetriever(
  embedder: Embedder,
  weights: RankWeights,
  translator?: QuestionTranslator,
): Retriever {
  /**
   * 1. both legs and the frequencies of the question's terms, in parallel; the legs fused, copies
   *    grouped;
   * 2. find the sentences that stand in several places;
   * 3. rank the sentences of what was found, each once.
   */
  async function retrieveFor(
    question: AnalysedQuestion,
    snapshot: CorpusSnapshot,
    request: RetrieveRequest,
  ): Promise<Retrieval> {
    const { passageLimit: limit = defaultPassageLimit, signal } = request;
    const signalled = signal === undefined ? {} : { signal };
    // Embedders that know both languages need the wording, the others the words of the corpus.
    const translated = question.tokenGroups === undefined ? undefined : question.text;
    const text = [request.context, request.question, translated].filter(Boolean).join(" ");
    let embedded: ReturnType<Embedder["embed"]> | undefined;
    const legs: Legs = {
      fullText: (depth) => searchFullText(snapshot, question, { limit: depth, ...signalled }),
      vectors: async (depth) => {
        // Not before it is asked for: the full text then searches meanwhile.
        embedded ??= embedder.embed([text], { role: "question", ...signalled });
        const [vector] = await embedded;
        if (vector === undefined) return [];
        return snapshot.searchVectors(vector, { limit: depth, ...signalled });
      },
    };
    const [found, frequencies] = await Promise.all([
      fetchPassages(legs, { limit, fusionWeight: embedder.fusionWeight }),
      snapshot.documentFrequencies(tokensOfInterest(question)),
    ]);

    const passages = found.groups.slice(0, limit);
    const sayings = groupSentences({ ...found, groups: passages });

    const terms = termWeights(snapshot.generation.chunks, frequencies, question.tokenGroups);
    const repeats = findRepeats(passages, sayings);
    const ranked = rankSentences(question, passages, terms, weights, repeats);
    return { question, passages, sentences: joinCopies(ranked, sayings), terms };
  }

  return {
    /** As asked, typos put right; translated where that is worth it; and the better of the two. */
    async retrieve(snapshot, written) {
      assertSameEmbedder(snapshot, embedder);
      const asWritten = analyseQuestion(written.question, written.context);
      const use = (await translator?.plan(asWritten, snapshot)) ?? "never";
      const translate = async (
        request: RetrieveRequest,
        asked: AnalysedQuestion,
      ): Promise<Retrieval | undefined> => {
        const translated = await translator?.translate(request, asked, snapshot);
        return translated && retrieveFor(translated, snapshot, request);
      };

      if (use === "instead") {
        // A corpus in another language knows no character of the question, right or wrong.
        const translated = await translate(written, asWritten);
        return translated ?? retrieveFor(asWritten, snapshot, written);
      }
      const { request, retrieval } = await retrieveCorrected(written, snapshot, (asked) =>
        retrieveFor(analyseQuestion(asked.question, asked.context), snapshot, asked),
      );
      const isCorrected = request.question !== written.question;
      const corrected = isCorrected ? { corrected: request.question } : {};
      const own = { ...retrieval, ...corrected };
      if (use === "never" || (use === "ifUnanswered" && answersItself(own))) return own;
      const other = await translate(request, own.question);
      if (other === undefined) return own;
      return bestReading<Retrieval>(own, { ...other, ...corrected }, own.question.language);
    },
  };
}

/** Turns a question set into training examples: ranked candidates, and questions made unanswerable. */

import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import type { AnalysedQuestion } from "../../retrieval/question/analyse-question.ts";
import { type Passage, preparePassage } from "../../retrieval/ranking/passage.ts";
import {
  type RankedSentence,
  rankSentences,
  type RankWeights,
} from "../../retrieval/ranking/rank-sentences.ts";
import { sentenceBm25 } from "../../retrieval/ranking/sentence-bm25.ts";
import { weightedSum } from "../../retrieval/ranking/weighted-sum.ts";
import type { TermWeights } from "../../retrieval/ranking/term-weights.ts";
import type { Retriever } from "../../retrieval/retriever.ts";
import { matches, withoutWhiteSpace } from "../../prompts/evaluation/match-sentences.ts";
import type { EvaluationQuestion } from "../../prompts/evaluation/question-set.ts";
import { type NamesByKind, swapSubject } from "./swap-subject.ts";

const passageLimit = 60;
const passagesKept = 20;
/** Features do not depend on weights, so they are taken once. */
const unweighted: RankWeights = {};
/** Of a question asked of another subject; more, and it may well be answered. */
const mostCovered = 0.8;
const year = /(?<!\d)(?:1[5-9]|20)\d\d(?=年)/u;
const yearShifts = [-3, 2, -1, 4, 1, -5, 3];

export const situations = [
  "answerable",
  "withoutDocuments",
  "withoutSentences",
  "otherYear",
  "otherSubject",
] as const;

/**
 * How a question meets the corpus: as it is; its right documents taken out; only the sentences that
 * hold the answer taken out; asked about a year, or a subject, that the documents do not speak of.
 */
export type Situation = (typeof situations)[number];

/** A question with its candidate sentences in every situation, unweighted: features only. */
export interface CollectedQuestion {
  readonly question: EvaluationQuestion;
  readonly candidates: Readonly<Record<Situation, readonly RankedSentence[]>>;
}

/** The passage without some sentences, its full-text score lowered as much as its words fell. */
function withoutSentences(
  passage: Passage,
  analysed: AnalysedQuestion,
  terms: TermWeights,
  isTaken: (text: string) => boolean,
): Passage | undefined {
  const { chunk } = passage;
  const sentences = chunk.sentences.filter(({ text }) => !isTaken(text));
  if (sentences.length === chunk.sentences.length) return passage;
  if (sentences.length === 0) return undefined;
  const strength = (prepared: ReturnType<typeof preparePassage>): number => {
    const best = new Map<string, number>();
    for (const sentence of prepared.sentences) {
      for (const token of analysed.tokens) {
        if (!sentence.tokenCounts.has(token)) continue;
        const score = sentenceBm25(sentence, [token], terms, sentence.tokenCount);
        best.set(token, Math.max(best.get(token) ?? 0, score));
      }
    }
    return [...best.values()].reduce((total, score) => total + score, 0);
  };
  const left = { ...chunk, id: `${chunk.id}-${sentences.length}-${sentences[0]!.id}`, sentences };
  const before = strength(preparePassage(passage));
  const after = strength(preparePassage({ ...passage, chunk: left }));
  const kept = before === 0 ? 1 : after / before;
  return {
    chunk: left,
    similarity: passage.similarity * kept,
    fullTextScore: passage.fullTextScore * kept,
    score: passage.score * kept,
  };
}

function inOrder(passages: readonly Passage[]): Passage[] {
  return [...passages].sort((a, b) => b.score - a.score).slice(0, passagesKept);
}

/** The first of the changed questions that no passage covers; undefined where all may be answered. */
async function firstUncovered(
  retriever: Retriever,
  snapshot: CorpusSnapshot,
  changed: readonly string[],
): Promise<readonly RankedSentence[] | undefined> {
  for (const question of changed) {
    const { sentences } = await retriever.retrieve(snapshot, { question });
    const covered = Math.max(0, ...sentences.map(({ features }) => features.coveragePassage));
    if (covered <= mostCovered) return sentences;
  }
  return undefined;
}

export async function collectQuestion(
  retriever: Retriever,
  snapshot: CorpusSnapshot,
  question: EvaluationQuestion,
  names: NamesByKind,
): Promise<CollectedQuestion> {
  const found = await retriever.retrieve(snapshot, { question: question.question, passageLimit });
  const { terms, passages } = found;
  const isRightDocument = ({ chunk }: Passage) => question.documents.includes(chunk.path);
  const answers = question.answerGroups
    .flat()
    .map(withoutWhiteSpace)
    .filter((answer) => answer.length > 1);
  const holdsAnswer = (text: string) =>
    question.gold.some((gold) => matches(gold, text)) ||
    answers.some((answer) => withoutWhiteSpace(text).includes(answer));
  const asked = year.exec(question.question)?.[0];
  const right = passages.filter(isRightDocument);
  const fresh = yearShifts
    .map((shift) => String(Number(asked) + shift))
    .find((other) => !right.some(({ chunk }) => chunk.embeddedText.includes(other)));
  const otherYear =
    asked === undefined || fresh === undefined
      ? undefined
      : await retriever.retrieve(snapshot, {
          question: question.question.replace(asked, fresh),
        });
  const rank = (chosen: readonly Passage[]) =>
    rankSentences(found.question, chosen, terms, unweighted);
  return {
    question,
    candidates: {
      answerable: rank(passages.slice(0, passagesKept)),
      withoutDocuments: rank(inOrder(passages.filter((passage) => !isRightDocument(passage)))),
      withoutSentences: rank(
        inOrder(
          passages.flatMap((passage) => {
            if (!isRightDocument(passage)) return [passage];
            return withoutSentences(passage, found.question, terms, holdsAnswer) ?? [];
          }),
        ),
      ),
      otherYear: otherYear?.sentences ?? [],
      otherSubject:
        (await firstUncovered(
          retriever,
          snapshot,
          swapSubject(
            question.question,
            right[0]?.chunk.title,
            right.map(({ chunk }) => chunk.embeddedText).join("\n"),
            names,
          ),
        )) ?? [],
    },
  };
}

/** The candidates of a situation under these weights, best first. */
export function rankIn(
  situation: Situation,
  collected: CollectedQuestion,
  weights: RankWeights,
): readonly RankedSentence[] {
  return collected.candidates[situation]
    .map((candidate) => ({ ...candidate, score: weightedSum(candidate.features, weights) }))
    .sort((a, b) => b.score - a.score);
}

export function isGold(question: EvaluationQuestion, text: string): boolean {
  return question.gold.some((gold) => matches(gold, text));
}

/** Judges whether an answer is what a golden question expects. */

import type { CorpusSnapshot } from "../../../retrieval/corpus-store.ts";
import type { Answer, Citation } from "../../answering/answer.ts";
import { matches, withoutWhiteSpace } from "../match-sentences.ts";
import type { Expectation, Quote } from "./golden-question.ts";
import type { GoldenReason } from "./golden-result.ts";

export interface Judgement {
  readonly isMet: boolean;
  readonly why?: GoldenReason;
}

const met: Judgement = { isMet: true };

/** @param snapshot the one that the answer was taken from */
export async function judgeAnswer(
  expected: Expectation,
  answer: Answer,
  snapshot: CorpusSnapshot,
): Promise<Judgement> {
  if (expected.kind === "refuses") return answer.kind === "answered" ? unmet("answered") : met;
  if (answer.kind !== "answered") return unmet("refused");
  switch (expected.kind) {
    case "answers": {
      const { insteadOf } = expected;
      const leads = answer.citations.slice(0, 1);
      const isAsBefore = leads.some(({ text }) => matches(text, insteadOf ?? ""));
      return isAsBefore ? unmet("asBefore") : met;
    }
    case "says":
      return saysAll(answer, expected.groups) ? met : unmet("otherWords");
    case "cites":
      return judgeSources(expected, answer.citations, snapshot);
  }
}

function unmet(why: GoldenReason): Judgement {
  return { isMet: false, why };
}

function saysAll(
  { statements, citations }: Extract<Answer, { kind: "answered" }>,
  groups: readonly (readonly string[])[],
): boolean {
  const said = withoutWhiteSpace([...statements, ...citations].map(({ text }) => text).join("\n"));
  return groups.every((group) => group.some((words) => said.includes(withoutWhiteSpace(words))));
}

type SourceStanding = "cited" | "edited" | "passedOver" | "gone";

async function judgeSources(
  { sentences, needed }: Extract<Expectation, { kind: "cites" }>,
  citations: readonly Citation[],
  snapshot: CorpusSnapshot,
): Promise<Judgement> {
  const standings: SourceStanding[] = [];
  for (const sentence of sentences) standings.push(await standingOf(sentence, citations, snapshot));
  const holds = (standing: SourceStanding) => standing === "cited" || standing === "edited";
  const isMet = needed === "all" ? standings.every(holds) : standings.some(holds);
  if (!isMet) {
    const missing = standings.filter((standing) => !holds(standing));
    return unmet(missing.includes("passedOver") ? "otherSource" : "lostSource");
  }
  const restsOnEdited =
    needed === "all" ? standings.includes("edited") : !standings.includes("cited");
  return restsOnEdited ? { isMet: true, why: "edited" } : met;
}

async function standingOf(
  { text, path }: Quote,
  citations: readonly Citation[],
  snapshot: CorpusSnapshot,
): Promise<SourceStanding> {
  if (citations.some((citation) => matches(citation.text, text))) return "cited";
  // Where nobody says which document it stood in, nothing can be said about its loss either.
  if (path === undefined || (await holdsSentence(snapshot, path, text))) return "passedOver";
  const isPathCited = citations.some(
    (citation) => citation.path === path || citation.alsoIn?.some((other) => other.path === path),
  );
  return isPathCited ? "edited" : "gone";
}

async function holdsSentence(
  snapshot: CorpusSnapshot,
  path: string,
  text: string,
): Promise<boolean> {
  const summary = (await snapshot.listDocuments()).find((listed) => listed.path === path);
  const document = summary && (await snapshot.document(summary.id));
  const wanted = withoutWhiteSpace(text);
  return (
    document?.articles.some(({ sentences }) =>
      sentences.some((sentence) => withoutWhiteSpace(sentence.text) === wanted),
    ) ?? false
  );
}

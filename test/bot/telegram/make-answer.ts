/** Builders of answers as the answerer gives them. */

import type { Answer, Citation } from "../../../prompts/answering/answer.ts";

type Answered = Extract<Answer, { kind: "answered" }>;
type NotFound = Extract<Answer, { kind: "notFound" }>;

const common = {
  question: "博物馆哪一年开馆？",
  generation: 7,
  answerer: "extractive",
  timings: { retrieveMs: 5, answerMs: 1, totalMs: 6 },
};

export function makeCitation(overrides: Partial<Citation> = {}): Citation {
  const n = overrides.n ?? 1;
  return {
    n,
    sentenceId: `0123456789abcdef-00000000000${n % 10}`,
    text: "市博物馆于1985年5月18日开馆。",
    spans: [{ start: 0, end: 17 }],
    documentId: "0123456789abcdef",
    path: "2024/museum.txt",
    article: "博物馆四十年",
    publishedOn: { value: "2024-03-05", kind: "printed", evidence: "2024年3月5日" },
    ...overrides,
  };
}

/** Its statements are the sentences themselves, as the extractive answerer's are. */
export function makeExtractive(citations: readonly Citation[] = [makeCitation()]): Answered {
  const [first, ...rest] = citations.map(({ n, text }) => ({ text, citations: [n] as [number] }));
  return {
    ...common,
    kind: "answered",
    statements: [first!, ...rest],
    citations: [citations[0]!, ...citations.slice(1)],
  };
}

export function makeAnswered(overrides: Partial<Answered> = {}): Answered {
  return {
    ...common,
    kind: "answered",
    answerer: "gpt-test",
    statements: [{ text: "博物馆1985年开馆。", citations: [1] }],
    citations: [makeCitation()],
    ...overrides,
  };
}

export function makeNotFound(overrides: Partial<NotFound> = {}): NotFound {
  return { ...common, kind: "notFound", reason: "topic", nearest: [], ...overrides };
}

export function makeUnclear(ask: string, choices: readonly string[]): Answer {
  return { ...common, kind: "unclear", ask, choices };
}

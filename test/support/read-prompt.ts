/** What a model finds in the prompt it is sent, so that a scripted one can answer from it. */

import type { ChatRequest } from "./scripted-openai.ts";

export interface PromptSentence {
  readonly n: number;
  readonly text: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ReadPrompt {
  readonly system: string;
  readonly question: string;
  readonly sentences: readonly PromptSentence[];
  readonly marker: string;
  /** Whether it is asked to mend what it wrote. */
  readonly isRepair: boolean;
}

export function readPrompt({ messages }: ChatRequest): ReadPrompt {
  const system = messages[0]?.content ?? "";
  const user = messages[1]?.content ?? "";
  const marker = /<<<DOCUMENTS (\w+)>>>/u.exec(user)?.[1] ?? "";
  const between = (name: string) =>
    user.split(`<<<${name} ${marker}>>>\n`)[1]?.split(`\n<<<END ${name} ${marker}>>>`)[0] ?? "";
  const lines = between("DOCUMENTS")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Partial<PromptSentence>);
  return {
    system,
    question: JSON.parse(between("QUESTION")) as string,
    sentences: lines.flatMap((line) => (line.n === undefined ? [] : [line as PromptSentence])),
    marker,
    isRepair: messages.length > 2,
  };
}

/** Number of the first sentence that holds the words. */
export function numberOf(request: ChatRequest, words: string): number {
  const found = readPrompt(request).sentences.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`Expected a sentence with “${words}” in the prompt.`);
  return found.n;
}

/** A reply in the form that the schema asks for. */
export function draft(
  statements: readonly (readonly [text: string, ...citations: number[]])[],
): string {
  return JSON.stringify({
    answerable: statements.length > 0,
    statements: statements.map(([text, ...citations]) => ({ text, citations })),
  });
}

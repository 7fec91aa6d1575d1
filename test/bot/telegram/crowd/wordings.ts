/** What the crowd asks: questions about the built-in corpus whose answer no earlier question changes. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { standingOf } from "../../../../prompts/understanding/standing-of.ts";

const file = resolve(import.meta.dirname, "../../../../sample/questions.jsonl");
const lineSchema = z.object({ question: z.string() });

/** So many at most, spread over the kinds of questions. */
export function readWordings(atMost: number): readonly string[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const questions = lines
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter(({ question }) => standingOf(question) === "alone")
    .map(({ question }) => question);
  const step = Math.max(1, questions.length / atMost);
  return Array.from(
    { length: Math.min(atMost, questions.length) },
    (_, n) => questions[Math.floor(n * step)]!,
  );
}

/** `eval`: loads documents beside the served corpus, asks a question set, prints the figures. */

import { join, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { sha256 } from "../../corpus/ids.ts";
import type { DocumentSource } from "../../corpus/source.ts";
import type { WrittenQuestion } from "../../prompts/evaluation/count-writing.ts";
import type { RewritingReport } from "../../prompts/understanding/rewrite-question.ts";
import type { TokenBudget } from "../../prompts/model/token-budget.ts";
import { type Config, sampleQuestions } from "../config.ts";
import { answererKinds } from "../environment-schema.ts";
import { UsageError } from "../errors.ts";
import { configOf } from "./command-options.ts";
import {
  renderEvaluation,
  renderFailure,
  renderRewritingFigures,
  renderWritingFigures,
} from "./render-evaluation.ts";
import { showProgress } from "./show-progress.ts";
import { print, printJson, tell, type Terminal } from "./terminal.ts";

const optionsSchema = z.object({
  corpus: z.array(z.string()).optional(),
  questions: z.string().optional(),
  limit: z.number().optional(),
  answerer: z.enum(answererKinds).default("extractive"),
  failures: z.boolean().default(false),
  json: z.boolean().default(false),
});
type EvalOptions = z.infer<typeof optionsSchema>;

const fingerprintLength = 12;

const noLimit: TokenBudget = {
  reserve: () => Promise.resolve(true),
  settle: () => Promise.resolve(),
};

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new InvalidArgumentError("Expected a whole number above 0.");
}

export function createEvalCommand(terminal: Terminal): Command {
  return new Command("eval")
    .description("measure answers on a question set: give --documents DIR or --corpus FILE…")
    .option("--corpus <files...>", "JSON Lines of {id, title, text} instead of --documents")
    .option("--questions <file>", "JSON Lines of questions with their gold (default: the sample's)")
    .option("--limit <n>", "ask only the first n questions", parseLimit)
    .addOption(
      new Option("--answerer <kind>", "who answers; a model costs tokens")
        .choices(answererKinds)
        .default("extractive"),
    )
    .option("--failures", "also print the questions that went wrong")
    .option("--json", "print the figures as JSON")
    .action(async (_options: unknown, command: Command) => {
      const options = optionsSchema.parse(command.opts());
      const config = { ...configOf(command, terminal), answerer: options.answerer };
      if (config.answerer === "model" && config.model === undefined) {
        throw new UsageError("E_USAGE", "Expected OPENAI_MODEL to be set for --answerer model.");
      }
      const { documents } = z
        .object({ documents: z.string().optional() })
        .parse(command.optsWithGlobals());
      if (options.corpus !== undefined && documents !== undefined) {
        throw new UsageError("E_USAGE", "Expected --documents or --corpus, found both. Give one.");
      }
      await evaluateInto(options, config, terminal);
    });
}

/** Imports the heavy parts only when the command runs, as `withComposition` does. */
async function evaluateInto(
  options: EvalOptions,
  config: Config,
  terminal: Terminal,
): Promise<void> {
  const [
    { openTranslator },
    { openEmbedder },
    { createWorkerReader },
    { openLanceStore },
    { loadCorpus },
    { openAnswerer },
    evaluation,
  ] = await Promise.all([
    import("../compose.ts"),
    import("../open-embedder.ts"),
    import("../../corpus/reading/create-worker-reader.ts"),
    import("../../retrieval/store/open-lance-store.ts"),
    import("../../retrieval/load-corpus.ts"),
    import("../open-answerer.ts"),
    import("../../prompts/evaluation/evaluate.ts"),
  ]);
  const { readQuestionSet } = await import("../../prompts/evaluation/question-set.ts");
  const { reportScores } = await import("../../prompts/evaluation/summarise-scores.ts");
  const { countWriting } = await import("../../prompts/evaluation/count-writing.ts");
  const { countRewriting } = await import("../../prompts/evaluation/count-rewriting.ts");
  const questions = (await readQuestionSet(questionFile(options, config))).slice(0, options.limit);
  const { source, fingerprint } = await openSource(options, config);
  const embedder = await openEmbedder(config);
  const translator = openTranslator(config, (message) => tell(terminal, message));
  const store = await openLanceStore({ folder: join(config.dataFolder, "eval", fingerprint) });
  try {
    const display = showProgress(terminal);
    const reader = createWorkerReader(config.limits);
    try {
      const { onProgress } = display;
      await loadCorpus({
        source,
        store,
        embedder,
        reader,
        force: true,
        signal: terminal.signal,
        onProgress,
      });
    } finally {
      display.stop();
      await reader.close();
    }
    const snapshot = await store.snapshot();
    try {
      const written: WrittenQuestion[] = [];
      const rewritten: RewritingReport[] = [];
      const scores = await evaluation.evaluate({
        snapshot,
        answerer: await openAnswerer(config, {
          embedder,
          translator,
          now: () => new Date(),
          // The day's tokens are for people who ask.
          openBudget: () => Promise.resolve(noLimit),
        }),
        questions,
        ...(config.answerer === "model" ? { warmUp: 0 } : {}),
        signal: terminal.signal,
        onScored: (score, question, { answer, writing, rewriting }) => {
          if (rewriting !== undefined) rewritten.push(rewriting);
          if (writing !== undefined) written.push({ answer, writing });
          const failure = options.failures ? renderFailure(score, question, answer) : undefined;
          if (failure !== undefined) tell(terminal, failure);
        },
      });
      const report = reportScores(scores);
      const writing = countWriting(written);
      const rewriting = countRewriting(rewritten);
      if (options.json) printJson(terminal, { ...report, writing, rewriting });
      else {
        print(terminal, renderEvaluation(report));
        if (writing !== undefined) print(terminal, `\n${renderWritingFigures(writing)}`);
        if (rewriting !== undefined) print(terminal, renderRewritingFigures(rewriting));
      }
    } finally {
      snapshot.close();
    }
  } finally {
    store.close();
  }
}

/** @throws {UsageError} where the documents are not the sample and no questions are named */
function questionFile({ questions, corpus }: EvalOptions, config: Config): string {
  if (questions !== undefined) return resolve(questions);
  if (config.documentsAreSample && corpus === undefined) return sampleQuestions;
  throw new UsageError(
    "E_USAGE",
    "Expected --questions FILE for these documents, found none. Only the sample has its own.",
  );
}

/** The same sources meet the same store again, so that a second run loads nothing. */
async function openSource(
  { corpus }: EvalOptions,
  { limits, ...config }: Config,
): Promise<{ source: DocumentSource; fingerprint: string }> {
  if (corpus === undefined) {
    const { openArchives } = await import("../../corpus/sources/open-archives.ts");
    const { openFolder } = await import("../../corpus/sources/open-folder.ts");
    const fingerprint = sha256(config.documentsFolder).slice(0, fingerprintLength);
    const folder = openFolder(config.documentsFolder, { limits });
    return { source: openArchives(folder, limits), fingerprint };
  }
  const { openJsonLines } = await import("../../corpus/sources/open-json-lines.ts");
  const files = corpus.map((file) => resolve(file));
  return {
    source: openJsonLines(files),
    fingerprint: sha256(files.join("\n")).slice(0, fingerprintLength),
  };
}

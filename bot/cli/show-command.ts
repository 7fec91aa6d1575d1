/** `show SENTENCE_ID`: a sentence in its article and document. */

import { Command } from "commander";
import { z } from "zod";
import type { Document } from "../../corpus/document.ts";
import type { SentenceInPlace } from "../../corpus/locate-sentence.ts";
import type { Sentence } from "../../corpus/sentence.ts";
import { FindingError } from "../errors.ts";
import { configOf } from "./command-options.ts";
import { renderOriginal } from "./render-original.ts";
import { sourceLine } from "./render-answer-text.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });
const neighbours = 3;

export function createShowCommand(terminal: Terminal): Command {
  return new Command("show")
    .description("show a cited sentence in its place")
    .argument("<sentence-id>", "as `ask --json` gives it")
    .option("--json", "print it as JSON")
    .action(async (sentenceId: string, _options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const place = await withComposition(configOf(command, terminal), ({ app }) =>
        app.locate(sentenceId, neighbours),
      );
      if (place === undefined) {
        throw new FindingError(
          "E_NOT_SERVED",
          `Expected the id of a sentence of the served corpus, found ${JSON.stringify(sentenceId)}.` +
            " The ids of an answer are in `ask --json`; a sentence that was changed has a new id.",
        );
      }
      if (json) printJson(terminal, placeAsJson(place));
      else print(terminal, renderPlace(place));
    });
}

function placeAsJson({ document, article, sentence, before, after }: SentenceInPlace): unknown {
  const { id, path, mediaType, contentHash } = document;
  const { sentences: _sentences, ...aboutArticle } = article;
  return {
    sentence,
    before,
    after,
    article: aboutArticle,
    original: originalOf(document, sentence),
    document: { id, path, mediaType, contentHash },
  };
}

/** The text of the file from the sentence's first part to its last. */
function originalOf({ text }: Document, { spans }: Sentence): { text: string; start: number } {
  const start = spans[0]?.start ?? 0;
  return { text: text.slice(start, spans.at(-1)?.end ?? start), start };
}

function renderPlace({ document, article, sentence, before, after }: SentenceInPlace): string {
  const { title, publishedOn } = article;
  const { place } = sentence;
  const source = sourceLine({ article: title, publishedOn, path: document.path, place }, "en");
  return [
    source,
    ...(sentence.section === undefined ? [] : [`§ ${sentence.section}`]),
    "",
    ...before.map(({ text }) => `  ${text}`),
    `│ ${sentence.text}`,
    ...after.map(({ text }) => `  ${text}`),
    "",
    `In ${document.path}:`,
    renderOriginal(document.text, sentence.spans),
  ].join("\n");
}

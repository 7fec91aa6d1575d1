/** `diff [A] [B]`: how two generations differ, document by document. */

import { Command } from "commander";
import { z } from "zod";
import type { DocumentDifference } from "../../retrieval/compare-generations.ts";
import type { Comparison } from "../comparing/compare-kept.ts";
import { readNumbers } from "../comparing/read-numbers.ts";
import { UsageError } from "../errors.ts";
import { configOf } from "./command-options.ts";
import { printable } from "./printable.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });
const namesSchema = z.array(z.string());

export function createDiffCommand(terminal: Terminal): Command {
  return new Command("diff")
    .description("list what differs between two generations")
    .argument("[generations...]", "one or two numbers (default: the served one and the one before)")
    .option("--json", "print it as JSON")
    .action(async (names: unknown, _options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const named = readNumbers(namesSchema.parse(names));
      if (named === undefined) {
        throw new UsageError(
          "E_USAGE",
          "Expected at most two numbers of generations, such as `wenju diff 3 5`, found " +
            `${JSON.stringify(names)}. \`wenju generations\` lists those that are kept.`,
        );
      }
      const differences: DocumentDifference[] = [];
      const onDifference = (difference: DocumentDifference) => {
        if (json) differences.push(difference);
        else print(terminal, renderDifference(difference));
      };
      const comparison = await withComposition(configOf(command, terminal), ({ app }) =>
        app.compare({ ...named, signal: terminal.signal, onDifference }),
      );
      if (json) printJson(terminal, { ...comparison, differences });
      else print(terminal, renderCounts(comparison));
    });
}

/** As `diff` itself writes it: a sign before each line that came or went. */
function renderDifference(difference: DocumentDifference): string {
  const { kind, path } = difference;
  if (difference.kind !== "changed") {
    const { articles, sentences } = difference;
    return printable(`${kind} ${path}: ${articles} articles, ${sentences} sentences`);
  }
  const lines = [
    ...difference.articlesLost.map((title) => `  - [${title}]`),
    ...difference.articlesGained.map((title) => `  + [${title}]`),
    ...difference.sentencesLost.map((text) => `  - ${text}`),
    ...difference.sentencesGained.map((text) => `  + ${text}`),
  ];
  return printable([`${kind} ${path}`, ...lines].join("\n"));
}

function renderCounts(comparison: Comparison): string {
  const { from, to, added, changed, removed, sentencesGained, sentencesLost } = comparison;
  if (added + changed + removed === 0) {
    return `Generations ${from.number} and ${to.number} do not differ.`;
  }
  return (
    `From generation ${from.number} to ${to.number}: ${added} documents added, ${changed} changed,` +
    ` ${removed} removed; ${sentencesGained} sentences gained, ${sentencesLost} lost`
  );
}

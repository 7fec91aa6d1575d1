/** `generations`: which states of the corpus are kept, who published them, and the room they take. */

import { Command } from "commander";
import { z } from "zod";
import type { Generation } from "../../retrieval/corpus-store.ts";
import { actorLabel } from "../text/actor-label.ts";
import { spaceLabel } from "../text/space-label.ts";
import { configOf } from "./command-options.ts";
import { printable } from "./printable.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });

interface KeptGeneration {
  readonly generation: Generation;
  /** As the audit has it; null where nobody could leave a line. */
  readonly publishedBy: string | null;
}

export function createGenerationsCommand(terminal: Terminal): Command {
  return new Command("generations")
    .description("list the generations that are kept, newest first, and the room they take")
    .option("--json", "print them as JSON")
    .action(async (_options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const { kept, space } = await withComposition(
        configOf(command, terminal),
        async ({ app, operations }) => {
          const { audit } = await operations();
          const listed: KeptGeneration[] = [];
          for (const generation of await app.generations()) {
            const publishedBy = (await audit.publisherOf(generation)) ?? null;
            listed.push({ generation, publishedBy });
          }
          return { kept: listed, space: await app.space() };
        },
      );
      if (json) {
        const generations = kept.map((one) => ({
          ...one.generation,
          publishedBy: one.publishedBy,
        }));
        printJson(terminal, { generations, space: space ?? null });
      } else if (space === undefined) {
        print(terminal, "Nothing is loaded yet: `wenju load` loads the documents.");
      } else {
        const lines = [...kept.map(renderGeneration), `Space: ${spaceLabel(space, "en")}`];
        print(terminal, printable(lines.join("\n")));
      }
    });
}

function renderGeneration({ generation, publishedBy }: KeptGeneration, at: number): string {
  const { number, publishedAt, rolledBackTo, documents, articles, sentences } = generation;
  const who = publishedBy === null ? "publisher not recorded" : actorLabel(publishedBy, "en");
  return [
    `${at === 0 ? "*" : " "} ${number}  ${publishedAt.toISOString()}  ${who}`,
    ...(rolledBackTo === undefined ? [] : [`content of ${rolledBackTo}`]),
    `${documents} documents, ${articles} articles, ${sentences} sentences`,
  ].join("  ");
}

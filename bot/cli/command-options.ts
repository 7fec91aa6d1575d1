/** The options every command shares, and the configuration they lead to. */

import type { Command } from "commander";
import { z } from "zod";
import { parseConfig, type Config } from "../config.ts";
import type { Terminal } from "./terminal.ts";

const commonSchema = z.object({
  data: z.string().optional(),
  documents: z.string().optional(),
});

/** Adds `--data` and `--documents`. */
export function addCommonOptions(program: Command): Command {
  return program
    .option("--data <dir>", "folder of the loaded corpus (default: DATA_DIR or ./data)")
    .option("--documents <dir>", "folder of the documents (default: DOCUMENTS_DIR or the sample)");
}

/**
 * Environment and common options together.
 *
 * @throws {ConfigError} `E_CONFIG`
 */
export function configOf(command: Command, terminal: Terminal): Config {
  const { data, documents } = commonSchema.parse(command.optsWithGlobals());
  return parseConfig(terminal.environment, { dataFolder: data, documentsFolder: documents });
}

/** Runs the command line inside the test's process: quicker than a real one, all but `main.ts`. */

import { Readable, Writable } from "node:stream";
import { runCommandLine } from "../../../bot/cli/run-command-line.ts";
import type { Environment } from "../../../bot/config.ts";
import type { Finished } from "./wenju-process.ts";

export interface HereOptions {
  readonly environment?: Environment;
  readonly input?: string;
}

/** What the command wrote, and its exit code. */
export async function runHere(
  words: readonly string[],
  { environment = {}, input = "" }: HereOptions = {},
): Promise<Finished> {
  const written = { stdout: "", stderr: "" };
  const collect = (into: keyof typeof written) =>
    new Writable({
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        written[into] += chunk;
        done();
      },
    });
  const code = await runCommandLine(words, {
    input: Readable.from([input]),
    output: collect("stdout"),
    error: collect("stderr"),
    environment,
    isInteractive: false,
    drawsProgress: false,
    signal: new AbortController().signal,
  });
  return { code, ...written };
}

/** Runs the command line as a user would: a real process with its own environment and folder. */

import { spawn } from "node:child_process";
import { resolve } from "node:path";

const main = resolve(import.meta.dirname, "../../../bot/main.ts");
const loader = import.meta.resolve("tsx");

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The working folder; `./data` inside it holds the corpus. */
  readonly folder: string;
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a finished process left. */
export function runWenju(
  words: readonly string[],
  { folder, input = "", environment = {} }: RunOptions,
): Promise<Finished> {
  const child = spawn(process.execPath, ["--import", loader, main, ...words], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: folder, LANCEDB_LOG: "error", ...environment },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => stderr.push(bytes));
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      done({
        code,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
  });
}

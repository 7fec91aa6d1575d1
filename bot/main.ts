/** The front door: hands the process's streams and signals to the command line, and ends. */

import { runCommandLine } from "./cli/run-command-line.ts";
import { readEnvironment } from "./config.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  });
}

// `wenju articles | head` closes the pipe early; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  error: process.stderr,
  environment: readEnvironment(),
  isInteractive: process.stdin.isTTY && process.stdout.isTTY,
  drawsProgress: process.stderr.isTTY,
  signal: stop.signal,
});

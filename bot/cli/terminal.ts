/** What a command may use of the terminal it runs in. */

import type { Readable, Writable } from "node:stream";
import type { Environment } from "../config.ts";

export interface Terminal {
  /** Questions of a chat. */
  readonly input: Readable;
  /** Answers and reports. */
  readonly output: Writable;
  /** Progress, hints and errors. */
  readonly error: Writable;
  readonly environment: Environment;
  /** Whether a person types, and reads while it happens. */
  readonly isInteractive: boolean;
  /** Whether a progress bar can be drawn on `error`. */
  readonly drawsProgress: boolean;
  /** Fires when the user wants it to stop. */
  readonly signal: AbortSignal;
}

/** Writes text and a line break to the output. */
export function print(terminal: Terminal, text: string): void {
  terminal.output.write(`${text}\n`);
}

/** Writes one JSON value to the output, indented for people. */
export function printJson(terminal: Terminal, value: unknown): void {
  print(terminal, JSON.stringify(value, undefined, 2));
}

/** Writes text and a line break beside the output. */
export function tell(terminal: Terminal, text: string): void {
  terminal.error.write(`${text}\n`);
}

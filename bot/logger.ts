/** Log lines for operators: JSON on standard error, never a token or key in them. */

import { destination, pino, stdTimeFunctions } from "pino";
import { AppError } from "../corpus/errors.ts";
import type { LogLevel } from "./config.ts";

/** What a log line tells besides its message. Name an error `error`. */
type LogFields = Readonly<Record<string, unknown>>;

export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Exact values to hide, besides everything that looks like a token. */
  readonly secrets: readonly string[];
  /** Where lines go; standard error by default. */
  readonly write?: (line: string) => void;
}

const hidden = "[hidden]";
const secretForms = /\d+:[A-Za-z0-9_-]{30,}|\bsk-[A-Za-z0-9_-]{16,}|(?<=authToken=)[^&\s"]+/gu;
/** Shorter values would also blank out ordinary words. */
const shortestSecret = 6;

/** Hides bot tokens, API keys and the given secrets wherever they stand in the text. */
export function redact(text: string, secrets: readonly string[] = []): string {
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((redacted, secret) => redacted.replaceAll(secret, hidden), text)
    .replace(secretForms, hidden);
}

export function createLogger({ level, secrets, write }: LoggerOptions): Logger {
  const stream = write === undefined ? destination({ fd: 2, sync: true }) : undefined;
  const log = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error: unknown) => describeError(error, level) },
    },
    // The finished line is redacted, so that no field, message or nested error slips past.
    {
      write: (line: string) => {
        const redacted = redact(line, secrets);
        if (write === undefined) stream?.write(redacted);
        else write(redacted);
      },
    },
  );
  return {
    debug: (message, fields) => log.debug(fields ?? {}, message),
    info: (message, fields) => log.info(fields ?? {}, message),
    warn: (message, fields) => log.warn(fields ?? {}, message),
    error: (message, fields) => log.error(fields ?? {}, message),
  };
}

/** Name, code, message and cause of an error; its stack only where debugging. */
function describeError(error: unknown, level: LogLevel): unknown {
  if (!(error instanceof Error)) return String(error);
  const isDebugging = level === "debug" || level === "trace";
  return {
    name: error.name,
    ...(error instanceof AppError ? { code: error.code } : {}),
    message: error.message,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, level) }),
    ...(isDebugging ? { stack: error.stack } : {}),
  };
}

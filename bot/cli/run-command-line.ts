/** The command line: finds the command, runs it, and turns what went wrong into lines and a code. */

import { Command, CommanderError } from "commander";
import { AppError } from "../../corpus/errors.ts";
import { secretsOf } from "../config.ts";
import { UsageError } from "../errors.ts";
import { redact } from "../logger.ts";
import { createArticlesCommand } from "./articles-command.ts";
import { createAskCommand } from "./ask-command.ts";
import { createChatCommand } from "./chat-command.ts";
import { createAuditCommand } from "./audit-command.ts";
import { createCheckCommand } from "./check-command.ts";
import { addCommonOptions } from "./command-options.ts";
import { createDiffCommand } from "./diff-command.ts";
import { createDocsCommand } from "./docs-command.ts";
import { createDoctorCommand } from "./doctor-command.ts";
import { createEvalCommand } from "./eval-command.ts";
import { createGenerationsCommand } from "./generations-command.ts";
import { createFetchCommand } from "./fetch-command.ts";
import { createLoadCommand } from "./load-command.ts";
import { createRemoveCommand } from "./remove-command.ts";
import { createRestoreCommand } from "./restore-command.ts";
import { createRollbackCommand } from "./rollback-command.ts";
import { createShowCommand } from "./show-command.ts";
import { createStartCommand } from "./start-command.ts";
import { createStatusCommand } from "./status-command.ts";
import { createUploadCommand } from "./upload-command.ts";
import { createTagCommand } from "./tag-command.ts";
import { tell, type Terminal } from "./terminal.ts";
import { createUnansweredCommand } from "./unanswered-command.ts";

const exitCodes = { good: 0, failure: 1, wrongUsage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * Runs one command; failures are told on the terminal's error stream and never thrown.
 *
 * @param words the command line without program names
 */
export async function runCommandLine(
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    await createProgram(terminal).parseAsync([...words], { from: "user" });
    return exitCodes.good;
  } catch (error) {
    return explain(error, terminal);
  }
}

function createProgram(terminal: Terminal): Command {
  const program = new Command("wenju")
    .description("Answers questions from a folder of documents, with cited source sentences.")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.error.write(text),
    })
    .exitOverride();
  addCommonOptions(program);
  const commands = [
    createStartCommand(terminal),
    createChatCommand(terminal),
    createAskCommand(terminal),
    createLoadCommand(terminal),
    createUploadCommand(terminal),
    createFetchCommand(terminal),
    createArticlesCommand(terminal),
    createShowCommand(terminal),
    createStatusCommand(terminal),
    createGenerationsCommand(terminal),
    createDiffCommand(terminal),
    createRollbackCommand(terminal),
    createDocsCommand(terminal),
    createRemoveCommand(terminal),
    createRestoreCommand(terminal),
    createTagCommand(terminal),
    createAuditCommand(terminal),
    createCheckCommand(terminal),
    createUnansweredCommand(terminal),
    createEvalCommand(terminal),
    createDoctorCommand(terminal),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  return program;
}

function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has printed its own message or the help.
    return error.exitCode === 0 ? exitCodes.good : exitCodes.wrongUsage;
  }
  // What an own error says about a stop is worth reading; an AbortError says nothing.
  if (terminal.signal.aborted && !(error instanceof AppError)) {
    tell(terminal, "Stopped.");
    return exitCodes.failure;
  }
  const { environment } = terminal;
  const lines = linesOf(error, environment["LOG_LEVEL"] === "debug");
  tell(terminal, redact(lines, secretsOf(environment)));
  return error instanceof UsageError ? exitCodes.wrongUsage : exitCodes.failure;
}

function linesOf(error: unknown, isDebugging: boolean): string {
  if (isDebugging && error instanceof Error) return error.stack ?? error.message;
  if (error instanceof AppError) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `Something unexpected happened: ${reason}\nRun it again with LOG_LEVEL=debug to see where.`;
}

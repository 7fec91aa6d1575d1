/** A conversation in the terminal: every line a question, every question one answer. */

import { createInterface } from "node:readline/promises";
import type { Answer, Turn } from "../../prompts/answering/answer.ts";
import type { App } from "../app.ts";
import { redact } from "../logger.ts";
import { languageOf } from "../text/language.ts";
import { checkQuestion } from "../text/question.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { texts } from "../text/texts.ts";
import { renderAnswerText } from "./render-answer-text.ts";
import { print, tell, type Terminal } from "./terminal.ts";

/** Turns a follow-up question may refer to. */
const turnsKept = 6;
const prompt = "❯ ";

/** Ends with the input, or when the terminal's signal fires. A failed question does not end it. */
export async function chat(app: App, terminal: Terminal): Promise<void> {
  const { signal } = terminal;
  if (signal.aborted) return;
  const lines = createInterface({
    input: terminal.input,
    prompt,
    ...(terminal.isInteractive ? { output: terminal.output } : {}),
  });
  const stop = () => lines.close();
  signal.addEventListener("abort", stop);
  // A reader in raw mode swallows Ctrl-C; it then means: enough.
  lines.on("SIGINT", stop);
  if (terminal.isInteractive) {
    print(terminal, `${texts.zh.greeting}\n${texts.en.greeting}\n(Ctrl-D / Ctrl-C)\n`);
    lines.prompt();
  }
  let history: readonly Turn[] = [];
  try {
    for await (const line of lines) {
      if (line.trim() !== "") {
        if (!terminal.isInteractive) print(terminal, `${prompt}${line.trim()}`);
        history = [...history, ...(await turnsOf(line, history, app, terminal))].slice(-turnsKept);
      }
      if (signal.aborted) break;
      lines.prompt();
    }
  } finally {
    signal.removeEventListener("abort", stop);
    lines.close();
  }
}

/** Answers one line; the turns it adds to the conversation. */
async function turnsOf(
  line: string,
  history: readonly Turn[],
  app: App,
  terminal: Terminal,
): Promise<readonly Turn[]> {
  try {
    const question = checkQuestion(line);
    const answer = await app.ask({ question, history, signal: terminal.signal });
    print(terminal, `${renderAnswerText(answer, question)}\n`);
    return [
      ["user", question],
      ["bot", spokenText(answer)],
    ];
  } catch (error) {
    print(terminal, `${kindSentence(error, languageOf(line))}\n`);
    tell(terminal, redact(error instanceof Error ? error.message : String(error)));
    return [];
  }
}

/** What an answer said, without its quotes; empty where it found nothing. */
function spokenText(answer: Answer): string {
  if (answer.kind === "unclear") return answer.ask;
  return answer.kind === "answered" ? answer.statements.map(({ text }) => text).join("\n") : "";
}

/** What a person sees of an answer while it is being written. */

import type { Statement } from "../../prompts/answering/answer.ts";
import type { AskingStage } from "../../prompts/answering/asking-stage.ts";
import type { Language } from "../text/language.ts";
import { buttonData } from "./callback-data.ts";
import { maxMessageUnits } from "./limits.ts";
import { type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import { telegramTexts } from "./texts.ts";

export interface Progress {
  /** Undefined where nothing was told yet since the answer was begun anew. */
  readonly stage: AskingStage | undefined;
  /** Those that passed their check, in order. */
  readonly statements: readonly Statement[];
}

const paragraph = "\n\n";

/** As many statements as have room, and what is being done. */
export function renderProgress(
  { stage, statements }: Progress,
  language: Language,
): OutgoingMessage {
  const words = telegramTexts[language];
  const doing = stage === undefined ? words.stageAgain : words.stage(stage);
  let room = maxMessageUnits - doing.length - paragraph.length;
  const lines: string[] = [];
  for (const { text, citations } of statements) {
    const line = `${text} ${citations.map((n) => `[${n}]`).join("")}`;
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  return plainMessage([...(lines.length === 0 ? [] : [lines.join("\n")]), doing].join(paragraph));
}

/** The same with the button that stops it. */
export function withStopButton(
  message: OutgoingMessage,
  questionId: number,
  language: Language,
): OutgoingMessage {
  const button = {
    text: telegramTexts[language].stopButton,
    callback_data: buttonData({ kind: "stop", questionId }),
  };
  return { ...message, buttons: { inline_keyboard: [[button]] } };
}

/** Leads each update to the room it is for. */

import { Bot, type ApiClientOptions } from "grammy";
import type { Message, Update, UserFromGetMe } from "grammy/types";
import { texts } from "../text/texts.ts";
import { answerQuestion } from "./answer-question.ts";
import { createChatGate } from "./create-chat-gate.ts";
import { createCommands } from "./create-commands.ts";
import { isAddressed } from "./is-addressed.ts";
import { answerTap } from "./open-source.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { sendMessage } from "./send-message.ts";
import { languageOfUser } from "./speaker.ts";
import { telegramTexts } from "./texts.ts";

/** What Telegram is asked to send; edited messages are not among it. */
export const allowedUpdates = ["message", "callback_query"] as const;

/** Whether anything will be done about the update: what others say among themselves is not kept. */
export function isForUs(update: Update, me: UserFromGetMe): boolean {
  if (update.callback_query !== undefined) return true;
  return update.message !== undefined && isAddressed(update.message, me).kind !== "silence";
}

export function createBot(parts: Parts, token: string, client: ApiClientOptions): Bot {
  const bot = new Bot(token, { botInfo: parts.me, client });
  const gate = createChatGate(parts.settings);
  const runCommand = createCommands(parts);

  bot.on("callback_query", async ({ callbackQuery: query }) => {
    const { message, from } = query;
    if (message !== undefined && gate.admit(message.chat, from) !== "admitted") {
      const text = telegramTexts[languageOfUser(from)].chatNotAllowed;
      await parts.durable.answerCallbackQuery(query.id, { text, show_alert: true });
      return;
    }
    await answerTap(parts, query);
  });
  bot.on("message", async ({ message, me }) => {
    const addressed = isAddressed(message, me);
    if (addressed.kind === "silence") return;
    const admission = gate.admit(message.chat, message.from);
    if (admission === "refused") return;
    const words = wordsFor(message);
    if (admission === "firstRefusal") return reply(parts, message, words.chatNotAllowed);
    switch (addressed.kind) {
      case "question":
        return answerQuestion(parts, {
          question: addressed.question,
          place: placeOf(message),
          isPrivate: message.chat.type === "private",
          repliesTo: addressed.repliesTo,
          userId: message.from.id,
          language: languageOfUser(message.from),
        });
      case "command":
        return runCommand(message, addressed);
      case "empty":
        return reply(parts, message, words.questionEmpty);
      case "noText":
        return reply(parts, message, words.noText);
    }
  });
  return bot;
}

function wordsFor(message: Message) {
  const language = languageOfUser(message.from);
  return { ...telegramTexts[language], questionEmpty: texts[language].questionEmpty };
}

async function reply({ durable }: Parts, message: Message, text: string): Promise<void> {
  await sendMessage(durable, placeOf(message), plainMessage(text));
}

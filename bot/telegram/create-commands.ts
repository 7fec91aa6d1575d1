/** Carries out commands; questions, `/ask` among them, go their own way. */

import type { Message } from "grammy/types";
import type { Language } from "../text/language.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { texts } from "../text/texts.ts";
import { adminTexts } from "./admin-texts.ts";
import { followLink } from "./follow-link.ts";
import { askToForget } from "./forget-own.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { runReload } from "./reload/reload-command.ts";
import { renderStatus } from "./render-status.ts";
import { runAdminCommand } from "./run-admin-command.ts";
import { runScope } from "./scope-command.ts";
import { sendMessage } from "./send-message.ts";
import { parseStartLink } from "./start-link.ts";
import { rightsOf } from "./rights.ts";
import { languageOfUser } from "./speaker.ts";
import { stopByCommand } from "./stop-answer.ts";
import { telegramTexts } from "./texts.ts";
import { cardTexts } from "./uploads/card-texts.ts";
import { refreshPages } from "./uploads/refresh-command.ts";
import { userIdOf } from "./who-speaks.ts";

export interface Command {
  readonly name: string;
  readonly argument: string;
}

/** Unknown commands meet a hint; those of groups do not come here. */
export function createCommands(
  parts: Parts,
): (message: Message, command: Command) => Promise<void> {
  return async (message, { name, argument }) => {
    const language = languageOfUser(message.from);
    const place = placeOf(message);
    const isPrivate = message.chat.type === "private";
    const reply = async (answer: OutgoingMessage) => {
      await sendMessage(parts.durable, place, answer);
    };
    const words = telegramTexts[language];
    const { role } = rightsOf(message.from, parts.settings);
    const mayAdminister = role === "admin";
    switch (name) {
      case "start": {
        const link = isPrivate ? parseStartLink(argument) : undefined;
        if (link !== undefined) return followLink(parts, message, link);
        return reply(isPrivate ? greeting(language) : help(parts, { language, forAdmin: false }));
      }
      case "help":
        return reply(help(parts, { language, forAdmin: isPrivate && mayAdminister }));
      case "stop":
        return stopByCommand(parts, message);
      case "forget":
        return askToForget(parts, message);
      case "privacy":
        return reply(plainMessage(words.privacy(parts.settings.keepAnswersDays)));
      case "status":
        return reply(
          role === "reader" ? plainMessage(words.adminsOnly) : await status(parts, language),
        );
      case "scope": {
        const adminId = mayAdminister ? userIdOf(message) : undefined;
        return reply(await runScope(parts, { place, language, argument, adminId }));
      }
      case "reload":
        return runReload(parts, message, argument);
      case "refresh": {
        if (role === "reader") {
          return reply(plainMessage(words.adminsOnly));
        }
        if (!isPrivate) return reply(plainMessage(adminTexts[language].inPrivate));
        return refreshPages(parts, message, argument);
      }
      case "generations":
      case "diff":
      case "rollback":
      case "audit": {
        const userId = mayAdminister ? userIdOf(message) : undefined;
        if (userId === undefined) return reply(plainMessage(words.adminsOnly));
        if (!isPrivate) return reply(plainMessage(adminTexts[language].inPrivate));
        return reply(await runAdminCommand(parts, { name, argument, userId, language }));
      }
      default:
        return reply(plainMessage(words.unknownCommand));
    }
  };
}

function greeting(language: Language): OutgoingMessage {
  return plainMessage(`${texts[language].greeting}\n\n${texts[language].help}`);
}

function help(
  { me }: Parts,
  { language, forAdmin }: { readonly language: Language; readonly forAdmin: boolean },
): OutgoingMessage {
  const words = telegramTexts[language];
  const sections = [texts[language].help, words.answerHelp, words.groupHelp(me.username)];
  return plainMessage(
    [...sections, ...(forAdmin ? [words.adminHelp, cardTexts[language].help] : [])].join("\n\n"),
  );
}

async function status(parts: Parts, language: Language): Promise<OutgoingMessage> {
  const { app, startedAt } = parts;
  try {
    const [told, health] = await Promise.all([app.status(), parts.health()]);
    const { updatesWaiting: waiting } = health;
    // The command itself waits in the inbox until it is answered.
    const others = { ...health, updatesWaiting: waiting && waiting - 1 };
    const card = { status: told, health: others, troubles: parts.troubles(), startedAt };
    return renderStatus({ ...card, nowMs: parts.now() }, language);
  } catch (error) {
    parts.logger.warn("The status could not be told", { error });
    return plainMessage(kindSentence(error, language));
  }
}

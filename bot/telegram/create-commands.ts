/** Carries out commands; questions, `/ask` among them, go their own way. */

import type { Message } from "grammy/types";
import type { Language } from "../text/language.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { texts } from "../text/texts.ts";
import { adminTexts } from "./admin-texts.ts";
import { createCheck } from "./create-check.ts";
import { runDocs } from "./docs-command.ts";
import { docsTexts } from "./docs-texts.ts";
import { followLink } from "./follow-link.ts";
import { askToForget } from "./forget-own.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { runReload } from "./reload/reload-command.ts";
import { renderStatus } from "./render-status.ts";
import { runAdminCommand } from "./run-admin-command.ts";
import { runDigest } from "./run-digest.ts";
import { runScope } from "./scope-command.ts";
import { runUnanswered } from "./run-unanswered.ts";
import { sendMessage } from "./send-message.ts";
import { parseStartLink } from "./start-link.ts";
import { type Rights, rightsOf } from "./rights.ts";
import { languageOfUser } from "./speaker.ts";
import { runTag } from "./tag-command.ts";
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
  const check = createCheck(parts);
  return async (message, { name, argument }) => {
    const language = languageOfUser(message.from);
    const place = placeOf(message);
    const isPrivate = message.chat.type === "private";
    const reply = async (answer: OutgoingMessage) => {
      await sendMessage(parts.durable, place, answer);
    };
    const words = telegramTexts[language];
    const rights = rightsOf(message.from, parts.settings);
    const { role } = rights;
    const mayAdminister = role === "admin";
    switch (name) {
      case "start": {
        const link = isPrivate ? parseStartLink(argument) : undefined;
        if (link !== undefined) return followLink(parts, message, link);
        return reply(isPrivate ? greeting(language) : help(parts, { language, role: "reader" }));
      }
      case "help":
        return reply(help(parts, { language, role: isPrivate ? role : "reader" }));
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
        return reply(await runAdminCommand(parts, { name, argument, userId, language, place }));
      }
      case "docs":
      case "tag": {
        const userId = role === "reader" ? undefined : userIdOf(message);
        if (userId === undefined) return reply(plainMessage(words.adminsOnly));
        if (!isPrivate) return reply(plainMessage(adminTexts[language].inPrivate));
        const run = name === "docs" ? runDocs : runTag;
        return reply(await run(parts, { rights, argument, language, userId }));
      }
      case "check": {
        if (!mayAdminister) return reply(plainMessage(words.adminsOnly));
        if (!isPrivate) return reply(plainMessage(adminTexts[language].inPrivate));
        return check({ place, language });
      }
      case "unanswered": {
        if (role === "reader") return reply(plainMessage(words.adminsOnly));
        if (!isPrivate) return reply(plainMessage(adminTexts[language].inPrivate));
        return reply(await runUnanswered(parts, { rights, argument, language }));
      }
      case "digest": {
        const userId = mayAdminister ? userIdOf(message) : undefined;
        if (userId === undefined) return reply(plainMessage(words.adminsOnly));
        if (!isPrivate) return reply(plainMessage(adminTexts[language].inPrivate));
        return reply(await runDigest(parts, { userId, argument, language }));
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
  { language, role }: { readonly language: Language; readonly role: Rights["role"] },
): OutgoingMessage {
  const words = telegramTexts[language];
  const sections = [texts[language].help, words.answerHelp, words.groupHelp(me.username)];
  const forAdmins = role === "admin" ? [words.adminHelp] : [];
  const forEditors = role === "reader" ? [] : [cardTexts[language].help, docsTexts[language].help];
  return plainMessage([...sections, ...forAdmins, ...forEditors].join("\n\n"));
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

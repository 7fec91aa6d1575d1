/** `/reload [path|all] [force]`: has the documents loaded, and shows it in one message. */

import type { Message } from "grammy/types";
import { toDocumentPath } from "../../../corpus/paths.ts";
import type { WantedLoad } from "../../operations/loads.ts";
import type { Language } from "../../text/language.ts";
import { plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place.ts";
import { mayChange, type Rights, rightsOf } from "../rights.ts";
import { sendMessage } from "../send-message.ts";
import { languageOfUser } from "../speaker.ts";
import { telegramTexts } from "../texts.ts";
import { userIdOf } from "../who-speaks.ts";
import { joinedLines } from "./render-loading.ts";
import { reloadTexts } from "./reload-texts.ts";

const allWord = "all";
const forceWord = "force";

/** Resolves when the load is written down; questions are answered all the while. */
export async function runReload(parts: Parts, message: Message, argument: string): Promise<void> {
  const language = languageOfUser(message.from);
  const place = placeOf(message);
  const userId = userIdOf(message);
  const reply = (text: string) => sendMessage(parts.durable, place, plainMessage(text));
  const rights = rightsOf(message.from, parts.settings);
  if (userId === undefined || rights.role === "reader") {
    await reply(telegramTexts[language].adminsOnly);
    return;
  }
  const allowed = allowedLoad(readWanted(argument), rights, language);
  if (typeof allowed === "string") {
    await reply(allowed);
    return;
  }
  const running = await parts.operations.loads.running();
  const asked = { wanted: allowed, language };
  const messageId = await reply(
    running === undefined
      ? `🔄 ${reloadTexts[language].starting}`
      : joinedLines(running, asked).join("\n"),
  );
  const { chatId, threadId } = place;
  // An edited command is the same command.
  const key = `${chatId}/${message.message_id}`;
  await parts.loadDesk.ask({ ...asked, key, userId, chatId, threadId, messageId });
}

/** A path may hold blanks; `./all` is the folder of that name. */
function readWanted(argument: string): WantedLoad {
  const words = argument.trim().split(/\s+/u);
  const force = words.at(-1)?.toLowerCase() === forceWord;
  const rest = argument.trim().replace(force ? /\s*\S+$/u : /$/u, "");
  const readAll = rest.toLowerCase() === allWord;
  const path = readAll ? "" : toDocumentPath(rest.replace(/^["“](.*)["”]$/u, "$1"));
  return { path: path === "" ? undefined : path, readAll, force };
}

/** What the person may load of it, an editor's one folder by itself; else why there is nothing. */
function allowedLoad(wanted: WantedLoad, rights: Rights, language: Language): WantedLoad | string {
  const words = reloadTexts[language];
  if (mayChange(rights, wanted.path ?? "")) return wanted;
  const folders = rights.role === "editor" ? rights.scope : [];
  if (wanted.path !== undefined) return words.notYourFolder(folders);
  const [own, ...others] = folders;
  if (own === undefined || others.length > 0) return words.nameFolder(folders);
  return { ...wanted, path: own };
}

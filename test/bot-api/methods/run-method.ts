/** The table of methods the fake models, and the way into it. */

import { ApiRefusal, badRequest } from "../api-refusal.ts";
import type { CallServer } from "../answer-call.ts";
import type { Upload } from "../read-request.ts";
import type { MethodName } from "../schema-validation.ts";
import { answerCallbackQuery, answerGuestQuery, answerInlineQuery } from "./answer-queries.ts";
import { deleteWebhook, getMe, getUpdates, getWebhookInfo, setWebhook } from "./bot-and-updates.ts";
import {
  getChat,
  getChatAdministrators,
  getChatMember,
  leaveChat,
  sendChatAction,
  setMessageReaction,
} from "./chats.ts";
import { deleteMyCommands, getMyCommands, setMyCommands } from "./command-lists.ts";
import {
  deleteMessage,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
} from "./edit-messages.ts";
import { getFile } from "./get-file.ts";
import type { ModelledMethod } from "./modelled-method.ts";
import { sendDocument } from "./send-document.ts";
import { sendMessage } from "./send-message.ts";
import { sendMessageDraft } from "./send-message-draft.ts";
import { sendPhoto } from "./send-photo.ts";
import { setMyDescription, setMyShortDescription } from "./descriptions.ts";

interface Run {
  readonly method: MethodName;
  readonly args: unknown;
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly signal: AbortSignal;
}

type Runner = (server: CallServer, run: Run) => unknown;

const runners = new Map<MethodName, Runner>([
  row(getMe),
  row(getUpdates),
  row(setWebhook),
  row(deleteWebhook),
  row(getWebhookInfo),
  row(sendMessage),
  row(sendMessageDraft),
  row(sendDocument),
  row(sendPhoto),
  row(editMessageText),
  row(editMessageCaption),
  row(editMessageReplyMarkup),
  row(deleteMessage),
  row(answerCallbackQuery),
  row(answerInlineQuery),
  row(answerGuestQuery),
  row(sendChatAction),
  row(setMessageReaction),
  row(getChat),
  row(getChatMember),
  row(getChatAdministrators),
  row(leaveChat),
  row(getFile),
  row(setMyCommands),
  row(getMyCommands),
  row(deleteMyCommands),
  row(setMyDescription),
  row(setMyShortDescription),
]);

/**
 * The method's result.
 * @throws {ApiRefusal} in Telegram's words; 400 for arguments that break the schema; 501 for a method or an option the fake does not model
 */
export async function runMethod(server: CallServer, run: Run): Promise<unknown> {
  const runner = runners.get(run.method);
  if (runner === undefined) throw notModelled(server, run.method);
  return runner(server, run);
}

function row<M extends MethodName>(modelled: ModelledMethod<M>): [MethodName, Runner] {
  const known = new Set<string>(modelled.options);
  const runner: Runner = (server, { args, uploads, signal }) => {
    const { world, delivery, schema, violate } = server;
    if (!schema.acceptsArguments(modelled.name, args)) {
      const problem = `${modelled.name}: ${schema.lastProblem()}`;
      violate("request breaks the schema", problem);
      throw badRequest(`[fake] ${problem}`);
    }
    const stranger = Object.keys(args).find((option) => !known.has(option));
    if (stranger !== undefined) throw notModelled(server, `${modelled.name}.${stranger}`);
    return modelled.run({ world, delivery, args, uploads, signal, violate });
  };
  return [modelled.name, runner];
}

function notModelled(server: CallServer, what: string): ApiRefusal {
  server.violate("not modelled", what);
  return new ApiRefusal(501, `[fake] ${what} is not modelled`);
}

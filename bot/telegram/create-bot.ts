/** Leads each update to the room it is for. */

import { Bot, type ApiClientOptions } from "grammy";
import type { CallbackQuery, Message, Update, UserFromGetMe } from "grammy/types";
import { texts } from "../text/texts.ts";
import { answerAsked } from "./answer-asked.ts";
import { answerGuest, sayAsGuest } from "./answer-guest.ts";
import { createAlbumGate } from "./create-album-gate.ts";
import { createChatGate } from "./create-chat-gate.ts";
import { createCommands } from "./create-commands.ts";
import { createInline } from "./create-inline.ts";
import { createQuotas, type QuotaLeft } from "./create-quotas.ts";
import { followMembership } from "./follow-membership.ts";
import { followMigration, migrationOf } from "./follow-migration.ts";
import { groupTexts } from "./group-texts.ts";
import { isAddressed, wakingOf, type Addressed } from "./is-addressed.ts";
import { createOfferToAllow } from "./offer-to-allow.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { decide } from "./policy.ts";
import { rememberLanguage } from "./remember-language.ts";
import { routeCallback } from "./route-callback.ts";
import { sendMessage } from "./send-message.ts";
import { isAdmin, languageOfUser } from "./speaker.ts";
import { stopByDraft } from "./stop-answer.ts";
import { telegramTexts } from "./texts.ts";
import { readUpload } from "./uploads/read-upload.ts";
import { createReceiveUpload } from "./uploads/receive-upload.ts";
import { userIdOf } from "./who-speaks.ts";

/** What Telegram is asked to send. */
export const allowedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "inline_query",
  "guest_message",
  "stopped_message_generation",
] as const;

const msPerMinute = 60_000;
/** Documents are taken in as a command is carried out: once, and off nobody's quota. */
const uploadCommand = { kind: "command", name: "upload", argument: "" } as const;

/** Whether anything will be done about the update: what others say among themselves is not kept. */
export function isForUs(update: Update, me: UserFromGetMe): boolean {
  if (update.callback_query !== undefined || update.my_chat_member !== undefined) return true;
  if (update.stopped_message_generation !== undefined) return true;
  if (update.inline_query !== undefined) return true;
  const message = update.message ?? update.edited_message ?? update.guest_message;
  if (message === undefined) return false;
  return migrationOf(message) !== undefined || isAddressed(message, me).kind !== "silence";
}

export function createBot(parts: Parts, token: string, client: ApiClientOptions): Bot {
  const bot = new Bot(token, { botInfo: parts.me, client });
  const gate = createChatGate(parts);
  const quotas = createQuotas(parts);
  const offerToAllow = createOfferToAllow(parts);
  const isOfMetAlbum = createAlbumGate();
  const answerInline = createInline(parts, gate);
  const runCommand = createCommands(parts);
  const receiveUpload = createReceiveUpload(parts);

  /** The policy's verdict on a message; takes a question off the quota where it counts. */
  const judge = async (message: Message, addressed: Spoken) => {
    const { adminIds, guestMode } = parts.settings;
    const isGuest = message.guest_query_id !== undefined;
    // In a chat where the bot is no member, the caller's private chat stands for them.
    const chatId = isGuest ? (userIdOf(message) ?? message.chat.id) : message.chat.id;
    const waking = {
      ...wakingOf(message, addressed, parts.me, adminIds),
      chat: isGuest && !guestMode ? "off" : await gate.standing(chatId, message.date),
    } as const;
    const verdict = decide({ ...waking, quota: "left" });
    const counts = verdict.kind === "answer" && waking.wants === "answer" && waking.who !== "admin";
    if (!counts) return { verdict };
    const quota = quotas.take({ chatId: message.chat.id, userId: userIdOf(message) });
    return { verdict: decide({ ...waking, quota: quota.kind }), quota };
  };

  bot.on("my_chat_member", (ctx) =>
    followMembership(parts, { gate, offerToAllow }, ctx.myChatMember),
  );
  bot.on("callback_query", async ({ callbackQuery: query }) => {
    if (await mayTap(parts, gate, query)) return routeCallback(parts, query);
    const text = telegramTexts[languageOfUser(query.from)].chatNotAllowed;
    await parts.durable.answerCallbackQuery(query.id, { text, show_alert: true });
  });
  bot.on("stopped_message_generation", ({ update }) => {
    stopByDraft(parts, update.stopped_message_generation);
  });
  bot.on("inline_query", ({ inlineQuery }) => answerInline(inlineQuery));
  bot.on("guest_message", async ({ msg: message, me }) => {
    const addressed = isAddressed(message, me);
    if (addressed.kind !== "question") return;
    const { verdict, quota } = await judge(message, addressed);
    if (verdict.kind === "answer") return answerGuest(parts, message, addressed);
    if (verdict.kind !== "tellToWait") return;
    return sayAsGuest(parts, message, plainMessage(waitWords(message, quota)));
  });
  bot.on(["message", "edited_message"], async ({ msg: message, me }) => {
    const migration = migrationOf(message);
    if (migration !== undefined) return followMigration(parts, migration);
    const upload = readUpload(message, parts.settings);
    const addressed = upload === undefined ? isAddressed(message, me) : uploadCommand;
    if (addressed.kind === "silence") return;
    if (upload === undefined && isOfMetAlbum(message, addressed.kind)) return;
    await rememberLanguage(parts, message);
    const { verdict, quota } = await judge(message, addressed);
    switch (verdict.kind) {
      case "silent":
        return;
      case "offerToAllow":
        return offerToAllow({
          chat: message.chat,
          place: placeOf(message),
          askedBy: userIdOf(message) === undefined ? undefined : message.from,
          language: languageOfUser(message.from),
        });
      case "tellToWait":
        return reply(parts, message, waitWords(message, quota));
      case "answer":
        if (upload !== undefined) return receiveUpload(message, upload);
        return answer(message, addressed);
    }
  });

  async function answer(message: Message, addressed: Spoken): Promise<void> {
    const language = languageOfUser(message.from);
    switch (addressed.kind) {
      case "question":
        return answerAsked(parts, message, {
          question: addressed.question,
          place: placeOf(message),
          isPrivate: message.chat.type === "private",
          repliesTo: addressed.repliesTo,
          about: addressed.about,
          userId: userIdOf(message),
          language,
        });
      case "command":
        return runCommand(message, addressed);
      case "empty":
        return reply(parts, message, texts[language].questionEmpty);
      case "noText":
        return reply(parts, message, telegramTexts[language].noText);
    }
  }
  return bot;
}

type Spoken = Exclude<Addressed, { readonly kind: "silence" }>;

/** A tap is a command to a message that is there already. */
async function mayTap(
  { settings }: Parts,
  gate: ReturnType<typeof createChatGate>,
  { message, from }: CallbackQuery,
): Promise<boolean> {
  if (message === undefined) return true;
  const verdict = decide({
    who: isAdmin(from, settings) ? "admin" : "person",
    where: message.chat.type === "channel" ? "supergroup" : message.chat.type,
    by: "command",
    wants: "command",
    form: "new",
    chat: await gate.standing(message.chat.id),
    quota: "left",
  });
  return verdict.kind === "answer";
}

function waitWords(message: Message, quota: QuotaLeft | undefined): string {
  const waitMs = quota === undefined || quota.kind === "left" ? 0 : quota.waitMs;
  const minutes = Math.max(1, Math.ceil(waitMs / msPerMinute));
  return groupTexts[languageOfUser(message.from)].waitForQuota(minutes);
}

async function reply({ durable }: Parts, message: Message, text: string): Promise<void> {
  await sendMessage(durable, placeOf(message), plainMessage(text));
}

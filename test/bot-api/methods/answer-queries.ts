/** `answerCallbackQuery`, `answerInlineQuery` and `answerGuestQuery`: each query is answered once, and in time. */

import type { Opts } from "grammy/types";
import { badRequest } from "../api-refusal.ts";
import { cacheInlineAnswer } from "../inline-cache.ts";
import { inlineContent, refuseBadResults } from "../inline-results.ts";
import { addMessage, showSent, withoutReply } from "../keep-message.ts";
import { keepInlineMessage } from "../inline-messages.ts";
import { botUser, isExpired, type OpenQuery, type World } from "../world.ts";
import { modelledMethod } from "./modelled-method.ts";

const tooOld = "query is too old and response timeout expired or query ID is invalid";
const longestOffsetBytes = 64;

export const answerCallbackQuery = modelledMethod({
  name: "answerCallbackQuery",
  options: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
  run: ({ world, args }) => {
    const { callback_query_id: id, ...answer } = args;
    if (answer.url !== undefined && !opensBot(world, answer.url)) throw badRequest("URL_INVALID");
    settle(world, world.callbackQueries.get(id), answer);
    return true;
  },
});

export const answerInlineQuery = modelledMethod({
  name: "answerInlineQuery",
  options: ["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
  run: ({ world, args, violate }) => {
    const { inline_query_id: id, results, ...rest } = args;
    refuseBadButton(args.button);
    refuseBadResults(results, violate);
    if (Buffer.byteLength(args.next_offset ?? "") > longestOffsetBytes) {
      throw badRequest("NEXT_OFFSET_INVALID");
    }
    const query = settle(world, world.inlineQueries.get(id), { ...rest, results });
    cacheInlineAnswer(world, query, { ...rest, results });
    return true;
  },
});

export const answerGuestQuery = modelledMethod({
  name: "answerGuestQuery",
  options: ["guest_query_id", "result"],
  run: ({ world, args, violate }) => {
    refuseBadResults([args.result], violate);
    const { state, from, messageId } = settle(
      world,
      world.guestQueries.get(args.guest_query_id),
      args.result,
    );
    const question = state.messages.get(messageId);
    const message = addMessage(world, state, {
      from: botUser(world),
      guest_bot_caller_user: from,
      ...(question === undefined ? {} : { reply_to_message: withoutReply(question) }),
      ...inlineContent(args.result, violate),
    });
    showSent(world, state, message);
    return { inline_message_id: keepInlineMessage(world, state, message.message_id) };
  },
});

/** @throws {ApiRefusal} where it is unknown, was answered, or has waited too long */
function settle<Answer, Query extends OpenQuery<Answer>>(
  world: World,
  query: (Query & OpenQuery<Answer>) | undefined,
  answer: Answer,
): Query {
  if (query === undefined || query.answer !== undefined || isExpired(world, query)) {
    throw badRequest(tooOld);
  }
  query.answer = answer;
  world.bell.ring(query);
  return query;
}

/** A tap may open nothing but the bot's own start link. */
function opensBot({ bot }: World, url: string): boolean {
  const prefix = new RegExp(`^https://t\\.me/${bot.username}\\?start(?:app)?=`, "iu");
  return prefix.test(url);
}

/** Its length was held against the schema already. */
function refuseBadButton(button: Opts<"answerInlineQuery">["button"]): void {
  const parameter = button?.start_parameter;
  if (parameter !== undefined && !/^[\w-]+$/u.test(parameter)) {
    throw badRequest("Unallowed characters in start_parameter are used");
  }
}

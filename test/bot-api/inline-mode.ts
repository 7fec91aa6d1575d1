/** A person's inline query, and what becomes of the result they pick. */

import type { InlineQueryResult, Message, User } from "grammy/types";
import type { InlineAnswer, ShownInlineResults } from "./fake-telegram.ts";
import { cachedInlineAnswer } from "./inline-cache.ts";
import { keepInlineMessage } from "./inline-messages.ts";
import { inlineContent } from "./inline-results.ts";
import { postMessage, type Stage } from "./people.ts";
import { botUser, type InlineQueryInProgress, isExpired, stateOf } from "./world.ts";

/** Clients send no more of what was typed, in characters. */
const longestQuery = 256;

interface InlineAsk {
  readonly query: string;
  readonly offset: string;
  /** Where it is typed. */
  readonly chatId: number;
  readonly startWith: (parameter: string) => Promise<Message>;
}

/** @throws {Error} where the bot does not answer in time */
export async function askInline(
  stage: Stage,
  from: User,
  { query: typed, offset, chatId, startWith }: InlineAsk,
): Promise<ShownInlineResults> {
  const query = Array.from(typed).slice(0, longestQuery).join("");
  const answer =
    cachedInlineAnswer(stage.world, { query, offset, from }) ??
    (await askBot(stage, from, { query, offset, chatId }));
  return {
    ...answer,
    picks: async (wanted = 0) => {
      const result = typeof wanted === "number" ? answer.results[wanted] : wanted;
      if (result === undefined || !answer.results.includes(result)) {
        throw new Error(`Expected one of ${answer.results.length} results to pick.`);
      }
      return sendResult(stage, from, { result, query, chatId });
    },
    pressesButton: async () => {
      const parameter = answer.button?.start_parameter;
      if (parameter === undefined) throw new Error("Expected a button that starts the bot.");
      return startWith(parameter);
    },
  };
}

async function askBot(
  { world, delivery, waitTimeoutMs }: Stage,
  from: User,
  { query, offset, chatId }: Omit<InlineAsk, "startWith">,
): Promise<InlineAnswer> {
  const open: InlineQueryInProgress = {
    describe: `the inline query “${query}” of ${from.first_name}`,
    openedAtAdvancedMs: world.clock.advancedMs(),
    answer: undefined,
    from,
    query,
    offset,
  };
  const id = `inline-${world.nextNumber()}`;
  world.inlineQueries.set(id, open);
  const type = world.chats.get(chatId)?.chat.type;
  // In the chat with the bot itself the chat's other side is the sender.
  const chat_type = chatId === from.id ? "sender" : type;
  delivery.enqueue("inline_query", {
    id,
    from,
    query,
    offset,
    ...(chat_type === undefined ? {} : { chat_type }),
  });
  return world.bell.until({
    about: open,
    find: () => {
      if (open.answer === undefined && isExpired(world, open)) {
        throw new Error(`The bot did not answer in time: ${open.describe}.`);
      }
      return open.answer;
    },
    timeoutMs: waitTimeoutMs,
    explain: () => `Expected an answer to ${open.describe}.`,
  });
}

function sendResult(
  stage: Stage,
  from: User,
  picked: { readonly result: InlineQueryResult; readonly query: string; readonly chatId: number },
): Message {
  const { world, delivery } = stage;
  const { result, query, chatId } = picked;
  const state = stateOf(world, chatId);
  // Without buttons the bot gets no id to edit the message by.
  const hasButtons = result.reply_markup !== undefined;
  const content = inlineContent(result, () => undefined);
  const message = postMessage(stage, state, { from, via_bot: botUser(world), ...content });
  const inlineId = hasButtons ? keepInlineMessage(world, state, message.message_id) : undefined;
  delivery.enqueue("chosen_inline_result", {
    result_id: result.id,
    from,
    query,
    ...(inlineId === undefined ? {} : { inline_message_id: inlineId }),
  });
  return message;
}

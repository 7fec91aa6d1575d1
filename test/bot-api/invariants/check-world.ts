/** Rules that a test holds the bot to at its end, over everything it has shown. */

import type { Message } from "grammy/types";
import type { ChatState } from "../chat-state.ts";
import { isServiceMessage } from "../message-kinds.ts";
import type { Violation } from "../server-switches.ts";
import type { World } from "../world.ts";
import { quotesIn } from "./quotes-in.ts";
import { unsourcedNumbers } from "./unsourced-numbers.ts";

export interface Declared {
  /** Undefined where a test registered none. */
  readonly isKnownSentence: ((sentence: string) => boolean) | undefined;
  readonly expectsSeveralAnswers: (question: Message) => boolean;
}

/** In one pass over messages, edits and drafts. */
export function checkWorld(world: World, declared: Declared): readonly Violation[] {
  return [
    ...unansweredQueries(world),
    ...[...world.chats.values()].flatMap((state) => [
      ...missingSources(world, state),
      ...unknownQuotes(world, state, declared.isKnownSentence),
      ...severalAnswers(state, declared.expectsSeveralAnswers),
    ]),
  ];
}

/** Callback queries left open: the button keeps spinning on the user's screen. */
function unansweredQueries(world: World): readonly Violation[] {
  return [...world.callbackQueries.values()]
    .filter((query) => query.answer === undefined)
    .map((query) => ({ kind: "callback query never answered", detail: query.describe }));
}

/**
 * Of every version with quotes, and of what stands now. A version without a quote that an edit has
 * replaced was still being written.
 */
function missingSources(world: World, state: ChatState): readonly Violation[] {
  return shownByBot(world, state).flatMap((message) => {
    const isPresent = state.messages.get(message.message_id) === message;
    if (!isPresent && quotesIn(message).length === 0) return [];
    return unsourcedNumbers(message).map((n) => ({
      kind: "number without its source",
      detail: `[${n}] in ${place(message)}`,
    }));
  });
}

function unknownQuotes(
  world: World,
  state: ChatState,
  isKnown: Declared["isKnownSentence"],
): readonly Violation[] {
  if (isKnown === undefined) return [];
  const shown = [
    ...shownByBot(world, state).map((message) => ({ message, where: place(message) })),
    ...state.drafts.map((message) => ({
      message,
      where: `draft ${message.draftId} in chat ${message.chatId}`,
    })),
  ];
  return shown.flatMap(({ message, where }) =>
    quotesIn(message)
      .filter((quote) => !isKnown(quote))
      .map((quote) => ({
        kind: "quote is no stored sentence",
        detail: `${JSON.stringify(quote)} in ${where}`,
      })),
  );
}

function severalAnswers(
  state: ChatState,
  mayBe: Declared["expectsSeveralAnswers"],
): readonly Violation[] {
  return [...state.botReplies].flatMap(([questionId, replies]) => {
    const question = state.messages.get(questionId);
    if (question === undefined || state.sentByBot.has(questionId)) return [];
    // In a topic all that answers nothing carries the topic's opening.
    if (isServiceMessage(question)) return [];
    const standing = replies.filter((id) => state.messages.has(id));
    if (standing.length < 2 || mayBe(question)) return [];
    const ids = standing.map((id) => `#${id}`).join(", ");
    return [{ kind: "question answered twice", detail: `${place(question)}, by ${ids}` }];
  });
}

/** Every version of what the bot sent, or people sent through it. */
function shownByBot(world: World, state: ChatState): readonly Message[] {
  return state.events.flatMap((event) => {
    if (event.kind !== "sent" && event.kind !== "edited") return [];
    const { message } = event;
    const isOwn = state.sentByBot.has(message.message_id) || message.via_bot?.id === world.bot.id;
    return isOwn ? [message] : [];
  });
}

function place(message: Message): string {
  return `message ${message.message_id} in chat ${message.chat.id}`;
}

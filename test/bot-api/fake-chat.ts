/** A chat as a test holds it: what stands in it, and waits for what the bot will do. */

import type { Message } from "grammy/types";
import type { FakeChannel, FakeChat, FakeUser, WaitOptions } from "./fake-telegram.ts";
import { formatText, messageLimits } from "./formatted-text.ts";
import { postMessage, type Stage } from "./people.ts";
import { renderTranscript } from "./transcript.ts";
import { addChat, type Appearance, type ChatState } from "./world.ts";

const firstChannelId = -1_002_000_000_000;

/** The user has started the bot already. */
export function createPrivateChat(stage: Stage, { user }: FakeUser): FakeChat {
  const { is_bot: _isBot, language_code: _language, ...name } = user;
  const state = addChat(
    stage.world,
    { ...name, type: "private" },
    { kind: "member", mayWrite: true },
  );
  state.members.set(user.id, "member");
  return createFakeChat(stage, state);
}

export function createFakeChannel(stage: Stage, title: string): FakeChannel {
  const state = addChat(
    stage.world,
    { id: firstChannelId - stage.world.nextNumber(), type: "channel", title },
    { kind: "administrator", mayWrite: true },
  );
  const posts = async (text: string): Promise<Message> => {
    const formatted = formatText(text, [], messageLimits);
    return postMessage(stage, state, { sender_chat: state.chat, text: formatted.text });
  };
  return Object.assign(createFakeChat(stage, state), { posts });
}

export function createFakeChat({ world, waitTimeoutMs }: Stage, state: ChatState): FakeChat {
  const { chat } = state;
  const transcript = (): string => renderTranscript(state);

  const wait = <Found>(
    expected: string,
    find: () => Found | undefined,
    { timeoutMs = waitTimeoutMs }: WaitOptions = {},
  ): Promise<Found> =>
    world.bell.until({
      find,
      timeoutMs,
      explain: () => `Expected ${expected} in chat ${chat.id}, which holds:\n${transcript()}`,
    });

  const take = (accept: (appearance: Appearance) => boolean): Message | undefined => {
    const found = state.appearances.find((candidate) => !candidate.isTaken && accept(candidate));
    if (found !== undefined) found.isTaken = true;
    return found?.message;
  };

  const botMessages = (): readonly Message[] =>
    [...state.messages.values()].filter((message) => state.sentByBot.has(message.message_id));

  return {
    id: chat.id,
    chat,
    get messages() {
      return [...state.messages.values()];
    },
    get botMessages() {
      return botMessages();
    },
    actions: state.actions,
    message: (messageId) => state.messages.get(messageId),
    reactions: (messageId) => state.reactions.get(messageId) ?? [],
    nextBotMessage: (options) =>
      wait("a further message of the bot", () => take(({ kind }) => kind === "sent"), options),
    nextEdit: ({ message_id: id }, options) =>
      wait(
        `a further edit of message ${id}`,
        () => take(({ kind, message }) => kind === "edited" && message.message_id === id),
        options,
      ),
    waitFor: (accept, options) =>
      wait("a bot message that the test accepts", () => botMessages().find(accept), options),
    transcript,
  };
}

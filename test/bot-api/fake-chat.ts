/** A chat as a test holds it: what stands in it, and waits for what the bot will do. */

import type { Message } from "grammy/types";
import type { ChatState } from "./chat-state.ts";
import { liveDraft } from "./drafts.ts";
import type { FakeChat, FakeUser, WaitOptions } from "./fake-telegram.ts";
import type { Stage } from "./people.ts";
import { renderHistory } from "./transcript/render-history.ts";
import { renderTranscript } from "./transcript/render-transcript.ts";
import { addChat } from "./world.ts";

/** The user has started the bot already. */
export function createPrivateChat(stage: Stage, { user }: FakeUser): FakeChat {
  const { is_bot: _isBot, language_code: _language, ...name } = user;
  const state = addChat(
    stage.world,
    { ...name, type: "private" },
    { kind: "member", voice: "free" },
  );
  state.members.set(user.id, "member");
  return createFakeChat(stage, state);
}

export function createFakeChat({ world, waitTimeoutMs }: Stage, state: ChatState): FakeChat {
  const { chat } = state;
  const transcript = (): string => renderTranscript(state, liveDraft(world, state));

  const wait = <Found>(
    expected: string,
    find: () => Found | undefined,
    { timeoutMs = waitTimeoutMs }: WaitOptions = {},
  ): Promise<Found> =>
    world.bell.until({
      about: state,
      find,
      timeoutMs,
      explain: () => `Expected ${expected} in chat ${chat.id}, which holds:\n${transcript()}`,
    });

  const take = (accept: (message: Message, kind: "sent" | "edited") => boolean) => {
    const place = state.untaken.findIndex(({ message, kind }) => accept(message, kind));
    return place < 0 ? undefined : state.untaken.splice(place, 1)[0]?.message;
  };

  const present = (ids: Iterable<number>): Message[] =>
    [...ids].flatMap((id) => state.messages.get(id) ?? []);

  return {
    id: chat.id,
    chat,
    get messages() {
      return [...state.messages.values()];
    },
    get botMessages() {
      return present(state.sentByBot);
    },
    get draft() {
      return liveDraft(world, state);
    },
    drafts: state.drafts,
    actions: state.actions,
    message: (messageId) => state.messages.get(messageId),
    reactions: (messageId) => state.reactions.get(messageId) ?? [],
    nextBotMessage: (options) =>
      wait(
        "a further message of the bot",
        () => take((_message, kind) => kind === "sent"),
        options,
      ),
    nextEdit: ({ message_id: id }, options) =>
      wait(
        `a further edit of message ${id}`,
        () => take((message, kind) => kind === "edited" && message.message_id === id),
        options,
      ),
    nextDraft: (options) =>
      wait("a further draft of the bot", () => state.untakenDrafts.shift(), options),
    answerTo: ({ message_id: id }, options) =>
      wait(`an answer to message ${id}`, () => present(state.botReplies.get(id) ?? [])[0], options),
    waitFor: (accept, options) =>
      wait(
        "a bot message that the test accepts",
        () => present(state.sentByBot).find(accept),
        options,
      ),
    transcript,
    history: () => renderHistory(state),
  };
}

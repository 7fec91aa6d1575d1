/** A person as a test holds them. */

import type { Chat, User } from "grammy/types";
import type { ChatState } from "./chat-state.ts";
import { stopDraft } from "./drafts.ts";
import { threadIdOf } from "./fake-group.ts";
import type { FakeUser, SpeakerOptions, UserOptions } from "./fake-telegram.ts";
import { askInline } from "./inline-mode.ts";
import { changeStanding, type Stage } from "./people.ts";
import { createSpeaker } from "./speaker.ts";
import { stateOf } from "./world.ts";

const firstUserId = 5000;

export function createFakeUser(stage: Stage, options: UserOptions): FakeUser {
  const { world } = stage;
  const user: User = {
    id: firstUserId + world.nextNumber(),
    is_bot: options.isBot ?? false,
    first_name: options.firstName ?? "Ann",
    ...(options.lastName === undefined ? {} : { last_name: options.lastName }),
    ...(options.username === undefined ? {} : { username: options.username }),
    ...(options.languageCode === undefined ? {} : { language_code: options.languageCode }),
  };
  world.users.set(user.id, user);
  const speakIn = (state: ChatState): ReturnType<typeof createSpeaker> =>
    createSpeaker(stage, user, { state, threadId: undefined, as: undefined });
  const startWith = (parameter: string): ReturnType<FakeUser["opens"]> =>
    speakIn(stateOf(world, user.id)).says(`/start ${parameter}`);

  return {
    id: user.id,
    user,
    in: (chat, { topic, as } = {}) => {
      const state = stateOf(world, chat.id);
      return createSpeaker(stage, user, {
        state,
        threadId: topic === undefined ? undefined : threadIdOf(state, topic),
        as: senderChat(state, user, as),
      });
    },
    blocks: () => changeStanding(stage, stateOf(world, user.id), user, { kind: "blocked" }),
    unblocks: () =>
      changeStanding(stage, stateOf(world, user.id), user, { kind: "member", voice: "free" }),
    deletesAccount: () => {
      stateOf(world, user.id).standing = { kind: "deactivated" };
    },
    inline: (query, { in: chat, offset = "" } = {}) =>
      askInline(stage, user, { query, offset, chatId: chat?.id ?? user.id, startWith }),
    opens: async (url) => {
      const prefix = `https://t.me/${world.bot.username}?start=`;
      if (!url.startsWith(prefix)) throw new Error(`Expected a link of the bot, found ${url}.`);
      return startWith(url.slice(prefix.length));
    },
    stops: (draft) => stopDraft(stage, stateOf(world, user.id), draft),
  };
}

/** @throws {Error} where the user may not hide behind the group */
function senderChat(state: ChatState, user: User, as: SpeakerOptions["as"]): Chat | undefined {
  if (as !== "anonymous") return as?.chat;
  const status = state.members.get(user.id);
  if (status === "creator" || status === "administrator") return state.chat;
  throw new Error(`Expected ${user.first_name} to be an administrator of chat ${state.chat.id}.`);
}

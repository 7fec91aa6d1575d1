/** A person as a test holds them. */

import type { User } from "grammy/types";
import { threadIdOf } from "./fake-group.ts";
import type { FakeUser, InlineAnswer, UserOptions } from "./fake-telegram.ts";
import { changeStanding, type Stage } from "./people.ts";
import { createSpeaker } from "./speaker.ts";
import { type ChatState, isExpired, type OpenQuery, type World } from "./world.ts";

const firstUserId = 5000;

export function createFakeUser(stage: Stage, options: UserOptions): FakeUser {
  const { world, delivery } = stage;
  const user: User = {
    id: firstUserId + world.nextNumber(),
    is_bot: false,
    first_name: options.firstName ?? "Ann",
    ...(options.lastName === undefined ? {} : { last_name: options.lastName }),
    ...(options.username === undefined ? {} : { username: options.username }),
    ...(options.languageCode === undefined ? {} : { language_code: options.languageCode }),
  };
  world.users.set(user.id, user);
  return {
    id: user.id,
    user,
    in: (chat, { topic } = {}) => {
      const state = stateOf(world, chat.id);
      const threadId = topic === undefined ? undefined : threadIdOf(state, topic);
      return createSpeaker(stage, state, user, threadId);
    },
    blocks: () => changeStanding(stage, stateOf(world, user.id), user, { kind: "blocked" }),
    unblocks: () =>
      changeStanding(stage, stateOf(world, user.id), user, { kind: "member", mayWrite: true }),
    asksInline: async (query) => {
      const open: OpenQuery<InlineAnswer> = {
        describe: `the inline query “${query}” of ${user.first_name}`,
        openedAtAdvancedMs: world.clock.advancedMs(),
        answer: undefined,
      };
      const id = `inline-${world.nextNumber()}`;
      world.inlineQueries.set(id, open);
      delivery.enqueue("inline_query", { id, from: user, query, offset: "" });
      return world.bell.until({
        find: () => {
          if (open.answer === undefined && isExpired(world, open)) {
            throw new Error(`The bot did not answer in time: ${open.describe}.`);
          }
          return open.answer;
        },
        timeoutMs: stage.waitTimeoutMs,
        explain: () => `Expected an answer to ${open.describe}.`,
      });
    },
  };
}

function stateOf(world: World, chatId: number): ChatState {
  const state = world.chats.get(chatId);
  if (state === undefined) throw new Error(`Expected a chat ${chatId}; open it first.`);
  return state;
}

/** A group or supergroup as a test holds it, with what changes in its membership and topics. */

import type { Chat, User } from "grammy/types";
import { createFakeChat } from "./fake-chat.ts";
import type { FakeGroup, FakeUser, GroupOptions } from "./fake-telegram.ts";
import { changeStanding, postMessage, type Stage } from "./people.ts";
import type { BotStanding, BotVoice, ChatState } from "./chat-state.ts";
import { addMessage } from "./keep-message.ts";
import { addChat, botUser } from "./world.ts";

const firstSupergroupId = -1_001_000_000_000;
const firstGroupId = -4_000_000;
const topicColor = 0x6fb9f0;

/** A new group in which the bot is already. */
export function createFakeGroup(stage: Stage, options: GroupOptions): FakeGroup {
  const { title, members, topics = [], botStatus = "member" } = options;
  const kind = options.kind ?? (topics.length > 0 ? "forum" : "supergroup");
  const admins = options.admins ?? members.slice(0, 1);
  const number = stage.world.nextNumber();
  const chat: Chat =
    kind === "group"
      ? { id: firstGroupId - number, type: "group", title }
      : {
          id: firstSupergroupId - number,
          type: "supergroup",
          title,
          ...(kind === "forum" ? { is_forum: true } : {}),
        };
  const standing: BotStanding =
    botStatus === "outside" ? { kind: "left" } : { kind: botStatus, voice: "free" };
  const state = addChat(stage.world, chat, standing);
  // The first message of a supergroup tells of its creation; 1 is also General's thread.
  if (kind !== "group") state.lastMessageId = 1;
  for (const member of members) state.members.set(member.id, "member");
  for (const [place, admin] of admins.entries()) {
    state.members.set(admin.id, place === 0 ? "creator" : "administrator");
  }
  for (const name of topics) openTopic(stage, state, name, members[0]?.user);
  return groupHandle(stage, state, options);
}

/** Thread id of a topic. @throws {Error} where the chat has none of this name */
export function threadIdOf(state: ChatState, topic: string): number {
  const found = [...state.topics].find(([, { name }]) => name === topic);
  if (found === undefined) throw new Error(`Expected a topic “${topic}” in chat ${state.chat.id}.`);
  return found[0];
}

/** The topic was there before the bot looked: no update tells of it. */
function openTopic(stage: Stage, state: ChatState, name: string, by: User | undefined): void {
  const message_thread_id = state.lastMessageId + 1;
  const opening = addMessage(stage.world, state, {
    ...(by === undefined ? {} : { from: by }),
    message_thread_id,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: topicColor },
  });
  state.topics.set(message_thread_id, { name, opening });
}

function groupHandle(stage: Stage, state: ChatState, options: GroupOptions): FakeGroup {
  const { world } = stage;
  const kind = options.botStatus === "administrator" ? "administrator" : "member";
  const setVoice = (voice: BotVoice): void => {
    state.standing = { kind, voice };
  };
  const bot = botUser(world);
  // Assigned onto the chat's handle: spreading it would freeze its getters as they are now.
  return Object.assign(createFakeChat(stage, state), {
    threadId: (topic: string) => threadIdOf(state, topic),
    kicksBot: (by: FakeUser) => {
      postMessage(stage, state, { from: by.user, left_chat_member: bot });
      changeStanding(stage, state, by.user, { kind: "kicked" });
    },
    addsBot: (by: FakeUser) => {
      changeStanding(stage, state, by.user, { kind, voice: "free" });
      postMessage(stage, state, { from: by.user, new_chat_members: [bot] });
    },
    joins: ({ user }: FakeUser) => {
      state.members.set(user.id, "member");
      postMessage(stage, state, { from: user, new_chat_members: [user] });
    },
    leaves: ({ user }: FakeUser) => {
      state.members.delete(user.id);
      postMessage(stage, state, { from: user, left_chat_member: user });
    },
    promotesBot: (by: FakeUser, isAdministrator = true) => {
      const next = isAdministrator ? "administrator" : "member";
      changeStanding(stage, state, by.user, { kind: next, voice: "free" });
    },
    allowsBotToWrite: (allowed: boolean) => setVoice(allowed ? "free" : "muted"),
    shutsBotOut: (isShut: boolean) => setVoice(isShut ? "shut" : "free"),
    migrates: (by: FakeUser) => {
      if (state.chat.type !== "group") throw new Error("Expected a plain group to upgrade.");
      const next = createFakeGroup(stage, { ...options, kind: "supergroup" });
      postMessage(stage, state, { from: by.user, migrate_to_chat_id: next.id });
      state.standing = { kind: "migrated", toChatId: next.id };
      const nextState = world.chats.get(next.id);
      if (nextState !== undefined) {
        postMessage(stage, nextState, { from: by.user, migrate_from_chat_id: state.chat.id });
      }
      return next;
    },
    deletesTopic: (topic: string) => {
      state.topics.delete(threadIdOf(state, topic));
    },
  });
}

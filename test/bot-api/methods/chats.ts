/** Calls about a chat as a whole: `getChat`, `getChatMember`, `getChatAdministrators`, `leaveChat`, `sendChatAction`, `setMessageReaction`. */

import type {
  ChatFullInfo,
  ChatMember,
  ChatMemberAdministrator,
  ChatMemberOwner,
  User,
} from "grammy/types";
import { checkThread, findMessage, reachChat, reachChatToWrite } from "../access-rules.ts";
import { badRequest } from "../api-refusal.ts";
import type { BotStanding, ChatState } from "../chat-state.ts";
import { botUser, type World } from "../world.ts";
import { modelledMethod } from "./modelled-method.ts";

export const getChat = modelledMethod({
  name: "getChat",
  options: ["chat_id"],
  run: ({ world, args }): ChatFullInfo => {
    const { chat } = reachChat(world, args.chat_id);
    const details = {
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
    };
    // The same for each kind, but only a chat of one known kind has a type of its own.
    if (chat.type === "private") return { ...chat, ...details };
    if (chat.type === "group") return { ...chat, ...details };
    return chat.type === "supergroup" ? { ...chat, ...details } : { ...chat, ...details };
  },
});

export const getChatMember = modelledMethod({
  name: "getChatMember",
  options: ["chat_id", "user_id"],
  run: ({ world, args }): ChatMember => {
    const state = reachChat(world, args.chat_id);
    if (args.user_id === world.bot.id) return botMember(world, state.standing);
    return userMember(state, knownUser(world, args.user_id));
  },
});

export const getChatAdministrators = modelledMethod({
  name: "getChatAdministrators",
  options: ["chat_id"],
  run: ({ world, args }) => {
    const state = reachChat(world, args.chat_id);
    if (state.chat.type === "private") {
      throw badRequest("there are no administrators in the private chat");
    }
    const own = botMember(world, state.standing);
    const people = [...state.members.keys()].map((id) => userMember(state, knownUser(world, id)));
    return [...people, own].filter(isAdministrator);
  },
});

export const leaveChat = modelledMethod({
  name: "leaveChat",
  options: ["chat_id"],
  run: ({ world, args }) => {
    const state = reachChat(world, args.chat_id);
    if (state.chat.type === "private") {
      throw badRequest("chat member status can't be changed in private chats");
    }
    state.standing = { kind: "left" };
    world.bell.ring(state);
    return true;
  },
});

export const sendChatAction = modelledMethod({
  name: "sendChatAction",
  options: ["chat_id", "message_thread_id", "action"],
  run: ({ world, args }) => {
    const state = reachChatToWrite(world, args.chat_id, "text messages");
    checkThread(state, args.message_thread_id);
    state.actions.push({
      action: args.action,
      threadId: args.message_thread_id,
      atMs: world.clock.nowMs(),
    });
    world.bell.ring(state);
    return true;
  },
});

export const setMessageReaction = modelledMethod({
  name: "setMessageReaction",
  options: ["chat_id", "message_id", "reaction", "is_big"],
  run: ({ world, args }) => {
    const state = reachChat(world, args.chat_id);
    const message = findMessage(state, args.message_id, "react");
    const reactions = args.reaction ?? [];
    if (reactions.length > 1) throw badRequest("REACTIONS_TOO_MANY");
    state.reactions.set(message.message_id, reactions);
    state.events.push({
      kind: "reacted",
      messageId: message.message_id,
      by: undefined,
      reactions,
    });
    world.bell.ring(state);
    return true;
  },
});

const administratorRights = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};

/** The bot as a member of a chat, as `my_chat_member` tells it. */
export function botMember(world: World, standing: BotStanding): ChatMember {
  const user = botUser(world);
  if (standing.kind === "member") return { status: "member", user };
  if (standing.kind === "administrator") {
    return { status: "administrator", user, ...administratorRights };
  }
  const isBanned = ["blocked", "deactivated", "kicked"].includes(standing.kind);
  return isBanned ? { status: "kicked", user, until_date: 0 } : { status: "left", user };
}

/** @throws {ApiRefusal} where nobody has this id */
function knownUser(world: World, id: number): User {
  const user = world.users.get(id);
  if (user === undefined) throw badRequest("invalid user_id specified");
  return user;
}

function isAdministrator(member: ChatMember): member is ChatMemberOwner | ChatMemberAdministrator {
  return member.status === "creator" || member.status === "administrator";
}

function userMember(state: ChatState, user: User): ChatMember {
  const status = state.members.get(user.id) ?? "left";
  if (status === "creator") return { status, user, is_anonymous: false };
  if (status === "administrator") return { status, user, ...administratorRights };
  return status === "member" ? { status, user } : { status, user };
}

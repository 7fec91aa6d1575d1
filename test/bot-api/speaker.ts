/** A person speaking in one chat. */

import type { Chat, Message, ReactionType, User } from "grammy/types";
import type { ChatState } from "./chat-state.ts";
import { unixSeconds } from "./fake-clock.ts";
import type { Speaker } from "./fake-telegram.ts";
import { forwardedContent } from "./forward-message.ts";
import type { MessageContent } from "./keep-message.ts";
import { commandsShown } from "./methods/command-lists.ts";
import { postMessage, replaceMessage, type Stage } from "./people.ts";
import { placeMessage, type WantedReply } from "./place-message.ts";
import {
  captionContent,
  fileContent,
  stickerContent,
  textContent,
  voiceContent,
} from "./speaker-content.ts";
import { findTappable, tapButton } from "./tap-button.ts";

export interface SpeakerPlace {
  readonly state: ChatState;
  /** Topic of the forum; undefined for General and all other chats. */
  readonly threadId: number | undefined;
  /** As whom messages are sent: the group itself for an anonymous administrator. */
  readonly as: Chat | undefined;
}

export function createSpeaker(
  stage: Stage,
  user: User,
  { state, threadId, as }: SpeakerPlace,
): Speaker {
  const { world, delivery } = stage;
  const place = (replyTo?: WantedReply): ReturnType<typeof placeMessage> =>
    placeMessage(state, { threadId, replyTo });
  const post = (content: MessageContent): Message => {
    requireVoice(state, user);
    return postMessage(stage, state, { ...senderFields(state, user, as), ...content });
  };

  return {
    says: async (text, { entities = [] } = {}) =>
      post({ ...place(), ...textContent(text, entities) }),
    repliesTo: async (message, text, { quote } = {}) =>
      post({
        ...place({ messageId: message.message_id, isOptional: false, quote }),
        ...textContent(text, []),
      }),
    edits: async (message, text) => {
      const present = state.messages.get(message.message_id) ?? message;
      const { entities: _entities, caption_entities: _captions, ...rest } = present;
      const content = present.text === undefined ? captionContent(text) : textContent(text, []);
      return replaceMessage(stage, state, { ...rest, ...content });
    },
    deletes: ({ message_id: messageId }) => {
      state.messages.delete(messageId);
      state.events.push({ kind: "deleted", messageId });
      world.bell.ring(state);
    },
    uploads: async (file) => post({ ...place(), ...fileContent(world, file) }),
    sendsAlbum: async (files, { caption = "" } = {}) => {
      const media_group_id = `album-${world.nextNumber()}`;
      return files.map((file, position) => {
        const own = position === 0 && caption !== "" ? { ...file, caption } : file;
        return post({ ...place(), media_group_id, ...fileContent(world, own) });
      });
    },
    sendsPhoto: async ({ caption = "" } = {}) =>
      post({
        ...place(),
        ...fileContent(world, {
          name: "photo.jpg",
          mimeType: "image/jpeg",
          sizeBytes: 80_000,
          caption,
        }),
      }),
    sendsVoice: async ({ seconds = 3 } = {}) =>
      post({ ...place(), ...voiceContent(world, seconds) }),
    sendsSticker: async (emoji = "👍") => post({ ...place(), ...stickerContent(world, emoji) }),
    forwards: async (message, { hidesSender = false } = {}) =>
      post({ ...place(), ...forwardedContent(message, hidesSender) }),
    reacts: ({ message_id }, emoji) => {
      const key = `${message_id} ${user.id}`;
      const before = state.peoplesReactions.get(key) ?? [];
      const after = emoji === undefined ? [] : [emojiReaction(emoji)];
      state.peoplesReactions.set(key, after);
      state.events.push({ kind: "reacted", messageId: message_id, by: user, reactions: after });
      world.bell.ring(state);
      // Telegram tells administrators only, so never in private chats.
      if (state.standing.kind !== "administrator") return;
      delivery.enqueue("message_reaction", {
        chat: state.chat,
        message_id,
        user,
        date: unixSeconds(world.clock),
        old_reaction: [...before],
        new_reaction: after,
      });
    },
    taps: async (messageOrLabel: Message | string, givenLabel?: string) => {
      const label = typeof messageOrLabel === "string" ? messageOrLabel : (givenLabel ?? "");
      const wanted =
        typeof messageOrLabel === "string" ? findTappable(state, label, threadId) : messageOrLabel;
      const present = state.messages.get(wanted.message_id);
      if (present === undefined) throw new Error(`Expected message ${wanted.message_id} to stand.`);
      return tapButton(stage, state, user, present, label);
    },
    commands: () => commandsShown(world, state, user),
  };
}

function requireVoice(state: ChatState, user: User): void {
  if (!state.members.has(user.id)) {
    throw new Error(`Expected ${user.first_name} to be a member of chat ${state.chat.id}.`);
  }
  if (state.standing.kind === "blocked") {
    throw new Error(`${user.first_name} has blocked the bot; call unblocks() first.`);
  }
}

/** Accounts that stand in for senders who are no users, as every client knows them. */
const anonymousAdmin: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
const channelSender: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: "Channel",
  username: "Channel_Bot",
};

function senderFields(
  state: ChatState,
  user: User,
  as: Chat | undefined,
): Pick<Message, "from" | "sender_chat"> {
  if (as === undefined) return { from: user };
  return { from: as.id === state.chat.id ? anonymousAdmin : channelSender, sender_chat: as };
}

function emojiReaction(emoji: string): ReactionType {
  if (!isReactionEmoji(emoji)) throw new Error(`Expected an emoji, found “${emoji}”.`);
  return { type: "emoji", emoji };
}

type ReactionEmoji = Extract<ReactionType, { type: "emoji" }>["emoji"];

/** Which of the emoji react is held against the schema with the update. */
function isReactionEmoji(emoji: string): emoji is ReactionEmoji {
  return /^\p{Extended_Pictographic}/u.test(emoji);
}

/** A channel as a test holds it, with the discussion group its posts are forwarded to. */

import type { Message, User } from "grammy/types";
import { createFakeChat } from "./fake-chat.ts";
import type { ChannelOptions, FakeChannel } from "./fake-telegram.ts";
import { forwardedContent } from "./forward-message.ts";
import { postMessage, replaceMessage, type Stage } from "./people.ts";
import { textContent } from "./speaker-content.ts";
import { addChat, stateOf } from "./world.ts";

const firstChannelId = -1_002_000_000_000;

/** Telegram's own account, which forwards posts. */
const serviceAccount: User = { id: 777_000, is_bot: false, first_name: "Telegram" };

export function createFakeChannel(stage: Stage, { title, linkedTo }: ChannelOptions): FakeChannel {
  const { world } = stage;
  const id = firstChannelId - world.nextNumber();
  const state = addChat(
    world,
    { id, type: "channel", title },
    { kind: "administrator", voice: "free" },
  );
  const posts = async (text: string): Promise<Message> => {
    const post = postMessage(stage, state, { sender_chat: state.chat, ...textContent(text, []) });
    if (linkedTo !== undefined) {
      postMessage(stage, stateOf(world, linkedTo.id), {
        from: serviceAccount,
        sender_chat: state.chat,
        is_automatic_forward: true,
        ...forwardedContent(post, false),
      });
    }
    return post;
  };
  const edits = async (post: Message, text: string): Promise<Message> => {
    const { entities: _entities, ...rest } = state.messages.get(post.message_id) ?? post;
    return replaceMessage(stage, state, { ...rest, ...textContent(text, []) });
  };
  return Object.assign(createFakeChat(stage, state), { posts, edits });
}

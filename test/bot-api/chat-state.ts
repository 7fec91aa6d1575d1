/** One chat as the fake holds it: who is in it, what stands in it, and what happened there. */

import type { Chat, Message, ReactionType, User } from "grammy/types";
import type { CallbackAnswer, ShownAction, ShownDraft } from "./fake-telegram.ts";
import type { OpenQuery } from "./world.ts";

/** How the bot stands in a chat: whether it may speak, and in which words it is refused. */
export type BotStanding =
  | { readonly kind: "member" | "administrator"; readonly voice: BotVoice }
  | { readonly kind: "blocked" | "deactivated" | "kicked" | "left" }
  | { readonly kind: "migrated"; readonly toChatId: number };

/** `muted`: no right to send; `shut`: no write access at all. */
export type BotVoice = "free" | "muted" | "shut";

interface Topic {
  readonly name: string;
  readonly opening: Message;
}

/** One appearance of a bot message, in the order of time; tests take each once. */
interface Appearance {
  readonly kind: "sent" | "edited";
  readonly message: Message;
}

/** What people saw happen, in the order of time. */
export type ChatEvent =
  | { readonly kind: "sent" | "edited"; readonly message: Message }
  | { readonly kind: "deleted"; readonly messageId: number }
  | {
      readonly kind: "tapped";
      readonly messageId: number;
      readonly label: string;
      readonly by: User;
      readonly query: OpenQuery<CallbackAnswer>;
    }
  | {
      readonly kind: "reacted";
      readonly messageId: number;
      /** Undefined for the bot. */
      readonly by: User | undefined;
      readonly reactions: readonly ReactionType[];
    }
  | { readonly kind: "drafted" | "stopped"; readonly draft: ShownDraft };

export interface ChatState {
  readonly chat: Chat;
  /** Status of people by user id; the bot's is `standing`. */
  readonly members: Map<number, "creator" | "administrator" | "member">;
  /** By thread id. */
  readonly topics: Map<number, Topic>;
  /** By message id, in order of sending. */
  readonly messages: Map<number, Message>;
  /** Which of them the bot sent. */
  readonly sentByBot: Set<number>;
  /** Ids by which the bot may edit messages sent through it, by message id. */
  readonly inlineIds: Map<number, string>;
  /** Ids of the bot's messages that answer a message, by its id. */
  readonly botReplies: Map<number, number[]>;
  /** What tests have not taken yet. */
  readonly untaken: Appearance[];
  readonly untakenDrafts: ShownDraft[];
  readonly events: ChatEvent[];
  readonly actions: ShownAction[];
  readonly drafts: ShownDraft[];
  /** The bot's reactions by message id. */
  readonly reactions: Map<number, readonly ReactionType[]>;
  /** People's reactions by message and user id. */
  readonly peoplesReactions: Map<string, readonly ReactionType[]>;
  /** The draft on the user's screen; expires by advanced time. */
  draft:
    | { readonly shown: ShownDraft; readonly atAdvancedMs: number; isStopped: boolean }
    | undefined;
  standing: BotStanding;
  lastMessageId: number;
}

export function createChatState(chat: Chat, standing: BotStanding): ChatState {
  return {
    chat,
    members: new Map(),
    topics: new Map(),
    messages: new Map(),
    sentByBot: new Set(),
    inlineIds: new Map(),
    botReplies: new Map(),
    untaken: [],
    untakenDrafts: [],
    events: [],
    actions: [],
    drafts: [],
    reactions: new Map(),
    peoplesReactions: new Map(),
    draft: undefined,
    standing,
    lastMessageId: 0,
  };
}

export function isMember(state: ChatState): boolean {
  const { kind } = state.standing;
  return kind === "member" || kind === "administrator";
}

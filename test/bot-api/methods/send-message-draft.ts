/** `sendMessageDraft`: a preview of a message still being written, in private chats only. */

import { reachChatToWrite } from "../access-rules.ts";
import { badRequest } from "../api-refusal.ts";
import type { ShownDraft } from "../fake-telegram.ts";
import { messageLimits } from "../formatted-text.ts";
import { formatWithin } from "./bot-text.ts";
import { modelledMethod } from "./modelled-method.ts";

/**
 * The words for chats that are not private are those of a field report.
 * @see https://core.telegram.org/api/bots/ai
 */
export const sendMessageDraft = modelledMethod({
  name: "sendMessageDraft",
  options: [
    "chat_id",
    "message_thread_id",
    "draft_id",
    "text",
    "entities",
    "parse_mode",
    "can_stop",
    "keep_on_stop",
  ],
  run: ({ world, args, violate }) => {
    const given = { text: args.text, entities: args.entities, parseMode: args.parse_mode };
    const { text, entities } = formatWithin(messageLimits, given, violate);
    const state = reachChatToWrite(world, args.chat_id, "text messages");
    if (state.chat.type !== "private") throw badRequest("TEXTDRAFT_PEER_INVALID");
    if (args.draft_id === 0) throw badRequest("RANDOM_ID_INVALID");
    const shown: ShownDraft = {
      chatId: state.chat.id,
      draftId: args.draft_id,
      threadId: args.message_thread_id,
      text,
      entities,
      canStop: args.can_stop === true,
      keepOnStop: args.keep_on_stop === true,
      atMs: world.clock.nowMs(),
    };
    state.draft = { shown, atAdvancedMs: world.clock.advancedMs(), isStopped: false };
    state.drafts.push(shown);
    state.untakenDrafts.push(shown);
    state.events.push({ kind: "drafted", draft: shown });
    world.bell.ring(state);
    return true;
  },
});

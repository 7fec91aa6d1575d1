/** A conversation in the order of time, as text: nothing that was shown is left out. */

import type { ChatEvent, ChatState } from "../chat-state.ts";
import { renderDraft, renderMessage } from "./render-message.ts";
import { renderReactions, renderTap } from "./render-notes.ts";

/** One event after another in the marks that `FakeChat.transcript` documents. */
export function renderHistory(state: ChatState): string {
  return state.events.map((event) => renderEvent(state, event)).join("\n");
}

function renderEvent(state: ChatState, event: ChatEvent): string {
  switch (event.kind) {
    case "sent":
    case "edited":
      return renderMessage(state, event.message);
    case "deleted":
      return `#${event.messageId} is deleted`;
    case "tapped":
      return `#${event.messageId} ${renderTap(event)}`;
    case "reacted": {
      const shown = renderReactions(event.reactions);
      return `#${event.messageId} ${event.by?.first_name ?? "bot"} reacts ${shown || "no more"}`;
    }
    case "drafted":
      return renderDraft(event.draft);
    case "stopped":
      return `… draft ${event.draft.draftId} is stopped`;
  }
}

/** A conversation as it now stands, as text. */

import type { ChatEvent, ChatState } from "../chat-state.ts";
import type { ShownDraft } from "../fake-telegram.ts";
import { renderDraft, renderMessage } from "./render-message.ts";
import { isWorthTelling, renderReactions, renderTap } from "./render-notes.ts";

/** One message after another in the marks that `FakeChat.transcript` documents. */
export function renderTranscript(state: ChatState, draft: ShownDraft | undefined): string {
  const notes = collectNotes(state.events);
  const messages = [...state.messages.values()].map((message) =>
    renderMessage(state, message, notes.get(message.message_id) ?? []),
  );
  return [...messages, ...(draft === undefined ? [] : [renderDraft(draft)])].join("\n");
}

/** By message id: taps to which the bot said something, or nothing at all, in their order, then the reactions that still stand. */
function collectNotes(events: readonly ChatEvent[]): ReadonlyMap<number, readonly string[]> {
  const taps = new Map<number, string[]>();
  const reactions = new Map<number, Map<string, string>>();
  for (const event of events) {
    if (event.kind === "tapped" && isWorthTelling(event)) {
      taps.set(event.messageId, [...(taps.get(event.messageId) ?? []), renderTap(event)]);
    }
    if (event.kind !== "reacted") continue;
    const standing = reactions.get(event.messageId) ?? new Map<string, string>();
    const who = event.by?.first_name ?? "bot";
    const shown = renderReactions(event.reactions);
    if (shown === "") standing.delete(who);
    else standing.set(who, shown);
    reactions.set(event.messageId, standing);
  }
  for (const [messageId, standing] of reactions) {
    const line = [...standing].map(([who, shown]) => `${who} ${shown}`).join(" · ");
    if (line !== "") taps.set(messageId, [...(taps.get(messageId) ?? []), line]);
  }
  return taps;
}

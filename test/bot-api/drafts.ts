/** The draft on a user's screen: how long it stays, and how the user stops it. */

import type { ChatState } from "./chat-state.ts";
import type { ShownDraft } from "./fake-telegram.ts";
import type { Stage } from "./people.ts";
import type { World } from "./world.ts";

const draftLifetimeMs = 30_000;

/** What the user sees of it now; undefined once it expired, was replaced by a message, or stopped. */
export function liveDraft(world: World, { draft }: ChatState): ShownDraft | undefined {
  if (draft === undefined) return undefined;
  const isOver = world.clock.advancedMs() - draft.atAdvancedMs > draftLifetimeMs;
  return isOver ? undefined : draft.shown;
}

/**
 * Presses Stop. The draft goes, unless it was sent to be kept.
 * @throws {Error} where no draft that may be stopped is shown, or another one than asked for
 */
export function stopDraft({ world, delivery }: Stage, state: ChatState, wanted?: ShownDraft): void {
  const { chat, draft } = state;
  const shown = liveDraft(world, state);
  const isWanted = wanted === undefined || shown?.draftId === wanted.draftId;
  if (shown === undefined || draft === undefined || !isWanted) {
    throw new Error(`Expected a draft to stop in chat ${chat.id}, found none.`);
  }
  if (!shown.canStop || draft.isStopped || chat.type !== "private") {
    throw new Error(`Expected draft ${shown.draftId} to have a Stop button.`);
  }
  if (shown.keepOnStop) draft.isStopped = true;
  else state.draft = undefined;
  state.events.push({ kind: "stopped", draft: shown });
  delivery.enqueue("stopped_message_generation", { chat, draft_id: shown.draftId });
  world.bell.ring(state);
}

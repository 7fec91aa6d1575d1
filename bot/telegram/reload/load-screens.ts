/** Shows one load in the messages of all who watch it, those who come later too. */

import type { Loads, StoredLoad, Watcher } from "../../operations/loads.ts";
import type { Parts } from "../parts.ts";
import { createProgressMessage, type ProgressMessage } from "../progress-message.ts";
import { editMessage } from "../send-message.ts";
import { type LoadState, renderLoading } from "./render-loading.ts";

export interface LoadScreens {
  /** Shown as seldom as edits should be; the newest state wins. */
  show(state: LoadState): void;
  /** Shows the present state to those who came since, and again to those for whom it was too early. */
  refresh(): Promise<void>;
  /** Resolves when no edit is on its way; nothing is shown afterwards. */
  close(): Promise<void>;
}

export type ScreenParts = Pick<Parts, "fleeting" | "logger" | "timing" | "now"> & {
  readonly loads: Pick<Loads, "watchers">;
};

export function createLoadScreens(parts: ScreenParts, load: StoredLoad): LoadScreens {
  const { loads, timing, now } = parts;
  const screens = new Map<
    number,
    { readonly watcher: Watcher; readonly message: ProgressMessage }
  >();
  let state: LoadState = { kind: "beginning" };
  let firstId: number | undefined;

  const open = (watcher: Watcher): void => {
    const message = createProgressMessage({
      everyMs: timing.progressEveryMs,
      now,
      edit: (shown) => editFleetingly(parts, watcher, shown),
    });
    screens.set(watcher.id, { watcher, message });
  };
  const showAll = (): void => {
    for (const { watcher, message } of screens.values()) {
      const hasJoined = watcher.id !== firstId;
      message.show(renderLoading({ load, state, watcher, hasJoined }));
    }
  };
  return {
    show: (next) => {
      state = next;
      showAll();
    },
    refresh: async () => {
      const watchers = await loads.watchers(load.id);
      firstId ??= watchers[0]?.id;
      for (const watcher of watchers) if (!screens.has(watcher.id)) open(watcher);
      showAll();
    },
    close: async () => {
      await Promise.all([...screens.values()].map(({ message }) => message.close()));
    },
  };
}

/** Never rejects: the outcome does not hang on what is shown before. */
export async function editFleetingly(
  { fleeting, logger }: Pick<Parts, "fleeting" | "logger">,
  { chatId, messageId }: Pick<Watcher, "chatId" | "messageId">,
  shown: Parameters<typeof editMessage>[3],
): Promise<void> {
  try {
    await editMessage(fleeting, chatId, messageId, shown);
  } catch (error) {
    logger.debug("The progress of a load could not be shown", { error });
  }
}

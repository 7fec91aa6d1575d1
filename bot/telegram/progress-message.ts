/** One message that shows progress: edited seldom, one edit at a time, the last word whole. */

import type { OutgoingMessage } from "./outgoing-message.ts";

export interface ProgressMessage {
  /** Shows it now, or drops it: another edit is on its way, or it is too early for the next. */
  show(message: OutgoingMessage): void;
  /** Resolves when no edit is on its way; nothing is shown afterwards. */
  close(): Promise<void>;
}

export interface ProgressMessageOptions {
  /** What it says already; undefined where it is to be edited at once. */
  readonly first?: OutgoingMessage;
  readonly everyMs: number;
  readonly now: () => number;
  /** Its failure is the editor's to tell; progress goes on. */
  readonly edit: (message: OutgoingMessage) => Promise<void>;
}

export function createProgressMessage(options: ProgressMessageOptions): ProgressMessage {
  const { everyMs, now, edit } = options;
  let shown = options.first?.text;
  let shownAtMs = options.first === undefined ? Number.NEGATIVE_INFINITY : now();
  let editing: Promise<void> | undefined;
  let isClosed = false;
  return {
    show: (message) => {
      if (isClosed || editing !== undefined || message.text === shown) return;
      if (now() - shownAtMs < everyMs) return;
      shown = message.text;
      shownAtMs = now();
      editing = edit(message).finally(() => {
        editing = undefined;
      });
    },
    close: async () => {
      isClosed = true;
      await editing;
    },
  };
}

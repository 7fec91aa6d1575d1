/** Shows the newest of a row of messages, seldom enough: one on its way at a time, later ones replace those that wait. */

import type { OutgoingMessage } from "./outgoing-message.ts";

export interface Frames {
  push(message: OutgoingMessage): void;
  /** Resolves when none is on its way; none is shown afterwards. */
  close(): Promise<void>;
}

export interface FramesOptions {
  readonly everyMs: number;
  /** The last one is shown again after so long without another. Default: never. */
  readonly againMs?: number;
  /** Never rejects. */
  readonly show: (message: OutgoingMessage) => Promise<void>;
}

export function createFrames({ everyMs, againMs, show }: FramesOptions): Frames {
  let waiting: OutgoingMessage | undefined;
  let shown: OutgoingMessage | undefined;
  let showing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isResting = false;
  let isClosed = false;

  const rest = (): void => {
    isResting = true;
    timer = setTimeout(() => {
      isResting = false;
      if (waiting !== undefined) showNext();
      else if (againMs !== undefined) {
        timer = setTimeout(showAgain, Math.max(0, againMs - everyMs));
      }
    }, everyMs);
  };
  const showAgain = (): void => {
    waiting ??= shown;
    showNext();
  };
  const showNext = (): void => {
    const next = waiting;
    if (isClosed || next === undefined || showing !== undefined || isResting) return;
    clearTimeout(timer);
    waiting = undefined;
    shown = next;
    showing = show(next).finally(() => {
      showing = undefined;
      if (!isClosed) rest();
    });
  };

  return {
    push: (message) => {
      if (message.text === (waiting ?? shown)?.text) return;
      waiting = message;
      showNext();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await showing;
    },
  };
}

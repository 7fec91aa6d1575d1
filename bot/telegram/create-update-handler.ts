/** Handles each accepted update once, and remembers what a crash or a stop has left undone. */

import { BotError } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { Logger } from "../logger.ts";
import type { Inbox } from "../operations/inbox.ts";
import { isAddressed } from "./is-addressed.ts";

export interface UpdateHandlerOptions {
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly me: UserFromGetMe;
  readonly handle: (update: Update) => Promise<void>;
  /** Updates left by an earlier run. */
  readonly pending: readonly Update[];
  /** Given when running work is cancelled: what it cuts short stays in the inbox. */
  readonly signal: AbortSignal;
}

/**
 * The returned function never rejects.
 *
 * A question is marked when it is answered, so that a crash repeats it; but a repeated one, which
 * may be what crashed the process, and all commands are marked before, so that they run once at most.
 */
export function createUpdateHandler(
  options: UpdateHandlerOptions,
): (update: Update) => Promise<void> {
  const { inbox, logger, me, signal } = options;
  const pendingIds = new Set(options.pending.map((update) => update.update_id));

  const mark = async (updateId: number): Promise<void> => {
    try {
      await inbox.markHandled(updateId);
    } catch (error) {
      logger.error("An update could not be marked as handled", { error, updateId });
    }
  };

  return async (update) => {
    const updateId = update.update_id;
    const { message } = update;
    const isQuestion = message !== undefined && isAddressed(message, me).kind === "question";
    const isRepeatable = isQuestion && !pendingIds.has(updateId);
    if (!isRepeatable) await mark(updateId);
    try {
      await options.handle(update);
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown;
      if (signal.aborted) {
        logger.warn("An update was cut short by the stop", { updateId, error });
        return;
      }
      logger.error("An update was not handled", { updateId, error });
    }
    if (isRepeatable) await mark(updateId);
  };
}

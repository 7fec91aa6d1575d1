/** Handles each update of the inbox, and marks it when there is nothing left to do about it. */

import { BotError } from "grammy";
import type { Message, Update } from "grammy/types";
import type { Logger } from "../logger.ts";
import type { Inbox, ReceivedUpdate } from "../operations/inbox.ts";
import type { Outbox } from "../operations/outbox.ts";
import { duringUpdate, messageKey } from "./delivery/current-update.ts";

export interface UpdateHandlerOptions {
  readonly inbox: Pick<Inbox, "markHandled" | "putBack">;
  readonly outbox: Pick<Outbox, "has">;
  readonly logger: Logger;
  readonly isQuestion: (update: Update) => boolean;
  readonly handle: (update: Update) => Promise<void>;
  /** Says that the message could not be answered. */
  readonly giveUp: (message: Message) => Promise<void>;
  /** When this run began. */
  readonly startedAt: Date;
  /** Given when running work is cancelled: what it cuts short stays in the inbox. */
  readonly signal: AbortSignal;
}

/** A message that was begun so often and never done may be what ends the process each time. */
const maxAttempts = 3;

/**
 * The returned function never rejects.
 *
 * A message is marked when all it leads to is written down, so that a crash repeats it; what was
 * written down before is not written again. A tap or an inline query is marked before, and one of an
 * earlier run is dropped: nobody waits for it any more.
 */
export function createUpdateHandler(
  options: UpdateHandlerOptions,
): (received: ReceivedUpdate) => Promise<void> {
  const { inbox, outbox, logger, signal } = options;

  const mark = async (updateId: number): Promise<void> => {
    try {
      await inbox.markHandled(updateId);
    } catch (error) {
      logger.error("An update could not be marked as handled", { error, updateId });
    }
  };
  const handleTap = async (update: Update, receivedAt: Date): Promise<void> => {
    await mark(update.update_id);
    if (receivedAt > options.startedAt) await options.handle(update);
  };
  const handleMessage = async (update: Update, attempts: number): Promise<void> => {
    const { update_id: updateId } = update;
    const message = messageOf(update);
    // After a crash or a stop: what was written down then is sent, or stands in the chat already.
    const isAnswered = options.isQuestion(update) && (await outbox.has(messageKey(updateId, 0)));
    if (isAnswered) return;
    if (attempts <= maxAttempts || message === undefined) {
      await options.handle(update);
      return;
    }
    logger.error("A message is given up that was begun too often", { updateId, attempts });
    await options.giveUp(message);
  };

  /** False where not even that could be written down: the update is begun anew. */
  const apologise = async (message: Message, updateId: number): Promise<boolean> => {
    try {
      if (!(await outbox.has(messageKey(updateId, 0)))) await options.giveUp(message);
      return true;
    } catch (error) {
      logger.error("An update is left for later", { updateId, error });
      await inbox.putBack(updateId).catch((failure: unknown) => {
        logger.error("An update could not be put back", { updateId, error: failure });
      });
      return false;
    }
  };

  return async ({ update: stored, receivedAt, attempts }) => {
    // The inbox keeps what Telegram sent as it was.
    const update = stored as Update;
    const { update_id: updateId } = update;
    try {
      await duringUpdate({ updateId, receivedAt }, () =>
        isQuery(update) ? handleTap(update, receivedAt) : handleMessage(update, attempts),
      );
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown;
      if (signal.aborted) {
        logger.warn("An update was cut short by the stop", { updateId, error });
        return;
      }
      logger.error("An update was not handled", { updateId, error });
      const message = messageOf(update);
      if (message !== undefined && !(await apologise(message, updateId))) return;
    }
    await mark(updateId);
  };
}

/** What people wait for in front of a spinning circle, and only for some seconds. */
function isQuery(update: Update): boolean {
  return update.callback_query !== undefined || update.inline_query !== undefined;
}

/** The message to be answered in its chat. */
function messageOf(update: Update): Message | undefined {
  return update.message ?? update.edited_message;
}

/** Brings what the outbox holds to Telegram: of each chat one message at a time, in order. */

import type { Api } from "grammy";
import type { Logger } from "../../logger.ts";
import type { Outbox, OutgoingCall, StoredOutgoing } from "../../operations/outbox.ts";
import { tellOnce } from "../../tell-once.ts";
import type { Timing } from "../timing.ts";
import { attemptMessage, type Attempt, type SentMessage } from "./attempt-message.ts";
import type { Clock } from "./clock.ts";
import { type MessageName, nameNextMessage } from "./current-update.ts";
import type { Governor } from "./governor.ts";
import { createReceipts } from "./receipts.ts";
import { createRepeatInTurn } from "./repeat-in-turn.ts";

export interface SenderOptions {
  readonly outbox: Outbox;
  /** Tries once. */
  readonly api: Api;
  readonly governor: Governor;
  readonly worker: string;
  readonly clock: Clock;
  readonly timing: Pick<Timing, "firstRetryMs" | "longestRetryMs" | "lookEveryMs">;
  readonly logger: Logger;
  /** Ends every wait; what is not sent then stays in the outbox. */
  readonly signal: AbortSignal;
  readonly onSent?: (message: StoredOutgoing) => void;
}

interface AboutMessage {
  /** The answer it shows, which learns the message's number when it is sent. */
  readonly answerId?: string | undefined;
  /** Default: that of the update's next message. */
  readonly name?: MessageName;
}

export interface Sender {
  /**
   * Writes the message down, from when on it is sent, whatever happens here; resolves with it as it
   * stands in the chat.
   *
   * @throws what Telegram said where it declined it; the signal's reason where that was given first
   */
  send(call: OutgoingCall, about?: AboutMessage): Promise<SentMessage>;
  /** Serves what others left behind, or what had to wait, until the signal is given. */
  run(): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

/** Nobody waits for an answer of the day before. */
const longestWaitMs = 24 * 60 * 60 * 1000;

export function createSender(options: SenderOptions): Sender {
  const { outbox, governor, worker, clock, timing, logger, signal } = options;
  const receipts = createReceipts(outbox);
  const trouble = tellOnce(logger, "The outbox");
  const serving = new Map<number, Promise<void>>();
  /** Chats with a message that came while they were being served. */
  const asked = new Set<number>();

  const settle = async (message: StoredOutgoing, attempt: Attempt): Promise<void> => {
    const { id, chatId } = message;
    switch (attempt.kind) {
      case "sent":
        if (attempt.wasFound) logger.info("A message had arrived whose receipt was lost", { id });
        await outbox.markSent(id, attempt.message.message_id);
        receipts.give(id, attempt.message);
        options.onSent?.(message);
        return;
      case "failed":
        logger.warn("Telegram declined a message", { id, chatId, error: attempt.error });
        await outbox.markFailed(id, String(attempt.error));
        receipts.refuse(id, attempt.error);
        return;
      case "replaced":
        await outbox.replace(id, attempt.call);
        if (attempt.call.chatId !== chatId) serve(attempt.call.chatId);
        return;
      case "postponed":
        await postpone(message, attempt);
    }
  };

  const postpone = async (
    message: StoredOutgoing,
    { waitMs, isUnsure, error }: Extract<Attempt, { kind: "postponed" }>,
  ): Promise<void> => {
    const { id, chatId, attempts, createdAt } = message;
    // Cut short by the stop, it is left as one whose outcome nobody knows.
    if (signal.aborted) return;
    if (clock.now() - createdAt.getTime() > longestWaitMs) {
      await settle(message, { kind: "failed", error });
      return;
    }
    if (waitMs !== undefined) governor.close(chatId, waitMs);
    else if (attempts === 1) logger.warn("A message must be tried again", { id, isUnsure, error });
    const backoffMs = Math.min(timing.longestRetryMs, timing.firstRetryMs * 2 ** (attempts - 1));
    const notBefore = new Date(clock.now() + (waitMs ?? backoffMs));
    await outbox.markWaiting(id, { notBefore, isUnsure });
  };

  const repeat = createRepeatInTurn(options);
  const rooms = {
    api: options.api,
    outbox,
    beforeEach: (chatId: number) => governor.waitForSlot(chatId, signal),
    repeat,
    takeBack: async (chatId: number, messageId: number) => {
      try {
        await repeat(chatId, () => options.api.deleteMessage(chatId, messageId));
      } catch (error) {
        logger.warn("A message stands twice in a chat", { chatId, messageId, error });
      }
    },
    onDoubt: (error: unknown) => {
      logger.warn("A message was sent again, and may stand twice", { error });
    },
  };

  const serveAll = async (chatId: number): Promise<void> => {
    while (!signal.aborted && (await outbox.isReady(chatId, worker))) {
      await governor.inTurn(chatId, signal, () => serveNext(chatId));
    }
  };

  /** Claimed only when its turn has come: a message that nobody began can be sent without a doubt. */
  const serveNext = async (chatId: number): Promise<void> => {
    if (signal.aborted) return;
    const message = await outbox.claim(chatId, worker);
    if (message === undefined) return;
    const attempt = await attemptMessage(rooms, message);
    await untilKept(() => settle(message, attempt));
  };

  /** What Telegram has taken must be remembered, or it would be sent again. */
  const untilKept = async (keep: () => Promise<void>): Promise<void> => {
    for (;;) {
      try {
        return await keep();
      } catch (error) {
        trouble.onFailure(error);
        if (signal.aborted) return;
        await clock.pause(timing.firstRetryMs, signal);
      }
    }
  };

  const serve = (chatId: number): void => {
    if (serving.has(chatId)) {
      asked.add(chatId);
      return;
    }
    const run = async (): Promise<void> => {
      try {
        do {
          asked.delete(chatId);
          await serveAll(chatId);
        } while (asked.has(chatId) && !signal.aborted);
      } catch (error) {
        trouble.onFailure(error);
      } finally {
        serving.delete(chatId);
      }
    };
    serving.set(chatId, run());
  };

  const put = async (call: OutgoingCall, { answerId, name }: AboutMessage): Promise<number> => {
    const { chatId, payload } = call;
    const messageId = payload["message_id"];
    if (typeof messageId === "number") governor.dropEdit(chatId, messageId);
    return outbox.put({ ...call, ...(name ?? nameNextMessage()), answerId }, worker);
  };

  return {
    send: async (call, about = {}) => {
      const id = await put(call, about);
      const receipt = receipts.waitFor(id, signal);
      serve(call.chatId);
      return receipt;
    },
    run: async () => {
      while (!signal.aborted) {
        try {
          for (const chatId of await outbox.chatsToServe(worker)) serve(chatId);
          await receipts.lookUp();
          trouble.onSuccess();
        } catch (error) {
          trouble.onFailure(error);
        }
        await clock.pause(timing.lookEveryMs, signal);
      }
    },
    idle: async () => {
      while (serving.size > 0) await Promise.all(serving.values());
    },
  };
}

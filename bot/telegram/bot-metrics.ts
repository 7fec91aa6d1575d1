/** What is counted of the bot's work, for those who watch over it. */

import type { Transformer } from "grammy";
import type { Update } from "grammy/types";
import type { App } from "../app.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { StoredOutgoing } from "../operations/outbox.ts";
import { createMetrics } from "../serving/metrics.ts";
import { failureOf, telegramFailure } from "./telegram-failure.ts";

export interface BotMetrics {
  onUpdate(update: Update): void;
  onSent(message: StoredOutgoing): void;
  /** The same app, its questions counted. */
  meter(app: App): App;
  /** Counts what goes wrong in the calls of an API client. */
  readonly countFailures: Transformer;
  render(): Promise<string>;
}

export interface BotMetricsOptions {
  readonly app: Pick<App, "generations">;
  readonly operations: Pick<Operations, "inbox" | "outbox">;
  readonly now: () => number;
}

/** Seconds: from an extractive answer to one that met a flood. */
const replySeconds = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300];

export function createBotMetrics({ app, operations, now }: BotMetricsOptions): BotMetrics {
  const metrics = createMetrics();
  const updates = metrics.counter({
    name: "wenju_updates_total",
    help: "Updates kept in the inbox, by kind.",
  });
  const questions = metrics.counter({
    name: "wenju_questions_total",
    help: "Questions, by outcome.",
  });
  const replies = metrics.histogram({
    name: "wenju_reply_seconds",
    help: "From the arrival of an update to its message in the chat.",
    bounds: replySeconds,
  });
  const errors = metrics.counter({
    name: "wenju_telegram_errors_total",
    help: "Calls that Telegram did not carry out, by kind.",
  });
  const retryAfter = metrics.counter({
    name: "wenju_retry_after_seconds_total",
    help: "Seconds for which Telegram asked to be left alone.",
  });
  metrics.gauge({
    name: "wenju_inbox_updates",
    help: "Updates that wait to be handled.",
    read: async () => (await operations.inbox.backlog()).count,
  });
  metrics.gauge({
    name: "wenju_outbox_messages",
    help: "Messages that wait to be sent.",
    read: async () => (await operations.outbox.backlog()).count,
  });
  metrics.gauge({
    name: "wenju_generation",
    help: "Number of the generation served.",
    read: async () => (await app.generations())[0]?.number,
  });
  metrics.gauge({
    name: "process_resident_memory_bytes",
    help: "Memory of the process.",
    read: async () => process.memoryUsage.rss(),
  });

  return {
    onUpdate: (update) => {
      updates.add({ kind: update.message === undefined ? "tap" : "message" });
    },
    onSent: ({ askedAt }) => {
      if (askedAt !== undefined) replies.observe((now() - askedAt.getTime()) / 1000);
    },
    meter: (metered) => ({
      ...metered,
      ask: async (request) => {
        try {
          const answer = await metered.ask(request);
          questions.add({ outcome: answer.kind });
          return answer;
        } catch (error) {
          if (request.signal?.aborted !== true) questions.add({ outcome: "failed" });
          throw error;
        }
      },
    }),
    countFailures: async (previous, method, payload, signal) => {
      try {
        const response = await previous(method, payload, signal);
        if (!response.ok) {
          const parameters = response.parameters ?? {};
          errors.add({ kind: failureOf({ ...response, parameters }).kind });
          retryAfter.add({}, parameters.retry_after ?? 0);
        }
        return response;
      } catch (error) {
        // A poll that the stop cut short is no failure.
        if (signal?.aborted !== true) errors.add({ kind: telegramFailure(error).kind });
        throw error;
      }
    },
    render: () => metrics.render(),
  };
}

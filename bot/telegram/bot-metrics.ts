/** What is counted of the bot's work, for those who watch over it. */

import type { Transformer } from "grammy";
import type { Update } from "grammy/types";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { App } from "../app.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { StoredOutgoing } from "../operations/outbox.ts";
import { failureOf, telegramFailure } from "./telegram-failure.ts";

export interface BotMetrics {
  onUpdate(update: Update): void;
  onSent(message: StoredOutgoing): void;
  /** The same app, its questions counted. */
  meter(app: App): App;
  /** Counts what goes wrong in the calls of an API client. */
  readonly countFailures: Transformer;
  /** All figures, in the text format of Prometheus. */
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

export interface BotMetricsOptions {
  readonly app: Pick<App, "generations">;
  readonly operations: Pick<Operations, "inbox" | "outbox">;
  readonly now: () => number;
}

/** Seconds: from an extractive answer to one that met a flood. */
const replySeconds = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300];

/** Those of the process itself are among them. */
export function createBotMetrics({ app, operations, now }: BotMetricsOptions): BotMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const updates = new Counter({
    name: "wenju_updates_total",
    help: "Updates kept in the inbox, by kind.",
    labelNames: ["kind"],
    registers,
  });
  const questions = new Counter({
    name: "wenju_questions_total",
    help: "Questions, by outcome.",
    labelNames: ["outcome"],
    registers,
  });
  const replies = new Histogram({
    name: "wenju_reply_seconds",
    help: "From the arrival of an update to its message in the chat.",
    buckets: replySeconds,
    registers,
  });
  const errors = new Counter({
    name: "wenju_telegram_errors_total",
    help: "Calls that Telegram did not carry out, by kind.",
    labelNames: ["kind"],
    registers,
  });
  const retryAfter = new Counter({
    name: "wenju_retry_after_seconds_total",
    help: "Seconds for which Telegram asked to be left alone.",
    registers,
  });
  const addGauge = (name: string, help: string, read: () => Promise<number>): void => {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers,
      collect: async () => gauge.set(await read()),
    });
  };
  addGauge(
    "wenju_inbox_updates",
    "Updates that wait to be handled.",
    async () => (await operations.inbox.backlog()).count,
  );
  addGauge(
    "wenju_outbox_messages",
    "Messages that wait to be sent.",
    async () => (await operations.outbox.backlog()).count,
  );
  addGauge(
    "wenju_generation",
    "Number of the generation served; 0 where none is.",
    async () => (await app.generations())[0]?.number ?? 0,
  );

  return {
    onUpdate: (update) => {
      updates.inc({ kind: update.message === undefined ? "tap" : "message" });
    },
    onSent: ({ askedAt }) => {
      if (askedAt !== undefined) replies.observe((now() - askedAt.getTime()) / 1000);
    },
    meter: (metered) => ({
      ...metered,
      ask: async (request) => {
        try {
          const answer = await metered.ask(request);
          questions.inc({ outcome: answer.kind });
          return answer;
        } catch (error) {
          if (request.signal?.aborted !== true) questions.inc({ outcome: "failed" });
          throw error;
        }
      },
    }),
    countFailures: async (previous, method, payload, signal) => {
      try {
        const response = await previous(method, payload, signal);
        if (!response.ok) {
          const parameters = response.parameters ?? {};
          errors.inc({ kind: failureOf({ ...response, parameters }).kind });
          retryAfter.inc(parameters.retry_after ?? 0);
        }
        return response;
      } catch (error) {
        // A poll that the stop cut short is no failure.
        if (signal?.aborted !== true) errors.inc({ kind: telegramFailure(error).kind });
        throw error;
      }
    },
    render: async () => ({
      contentType: registry.contentType,
      body: await registry.metrics(),
    }),
  };
}

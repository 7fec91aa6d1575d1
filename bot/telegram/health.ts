/** Whether the bot is well, and if not, why. */

import type { App } from "../app.ts";
import type { Logger } from "../logger.ts";
import type { Backlog } from "../operations/backlog.ts";
import type { Operations } from "../operations/open-operations.ts";

/** How updates come in, as far as this process sees. */
export interface Reception {
  /** `standby`: another process polls. */
  readonly mode: "polling" | "standby" | "webhook";
  /** When Telegram last answered a poll, or last brought an update. */
  readonly lastContact: Date | undefined;
  /** What is wrong with the webhook. */
  readonly trouble: string | undefined;
}

export interface Health {
  readonly status: "ok" | "degraded";
  /** In English, for operators; empty where all is well. */
  readonly reasons: readonly string[];
  readonly mode: Reception["mode"];
  readonly secondsSinceContact: number | null;
  readonly updatesWaiting: number | null;
  readonly messagesWaiting: number | null;
  readonly generation: number | null;
}

export interface HealthOptions {
  readonly app: Pick<App, "generations">;
  readonly operations: {
    readonly inbox: Pick<Operations["inbox"], "backlog">;
    readonly outbox: Pick<Operations["outbox"], "backlog">;
  };
  readonly reception: () => Reception;
  /** A poll without an answer for longer is a failure. */
  readonly longestPollMs: number;
  readonly startedAt: Date;
  readonly now: () => number;
  readonly logger: Logger;
}

/** People notice a wait of a minute. */
const longestWaitMs = 60_000;

/** Asks everything each time; never rejects. */
export async function readHealth(options: HealthOptions): Promise<Health> {
  const { app, operations, now, logger } = options;
  const attempt = async <Value>(what: string, read: () => Promise<Value>) => {
    try {
      return await read();
    } catch (error) {
      logger.warn("The health could not be read", { what, error });
      return undefined;
    }
  };
  const inbox = await attempt("inbox", () => operations.inbox.backlog());
  const outbox = await attempt("outbox", () => operations.outbox.backlog());
  const generations = await attempt("corpus", () => app.generations());
  const reception = options.reception();
  const generation = generations?.[0]?.number;
  const reasons = [
    ...receptionTrouble(reception, options),
    ...waitTrouble("updates wait to be handled", inbox, now()),
    ...waitTrouble("messages wait to be sent", outbox, now()),
    ...(generations === undefined ? ["the corpus cannot be read"] : []),
    ...(generations !== undefined && generation === undefined ? ["no documents are loaded"] : []),
  ];
  const { mode, lastContact } = reception;
  return {
    status: reasons.length === 0 ? "ok" : "degraded",
    reasons,
    mode,
    secondsSinceContact:
      lastContact === undefined ? null : Math.round((now() - lastContact.getTime()) / 1000),
    updatesWaiting: inbox?.count ?? null,
    messagesWaiting: outbox?.count ?? null,
    generation: generation ?? null,
  };
}

function receptionTrouble(
  { mode, lastContact, trouble }: Reception,
  { now, longestPollMs, startedAt }: HealthOptions,
): readonly string[] {
  if (trouble !== undefined) return [trouble];
  // A webhook is silent where nobody writes.
  if (mode !== "polling") return [];
  const silentMs = now() - (lastContact ?? startedAt).getTime();
  if (silentMs <= longestPollMs) return [];
  return [`Telegram has answered no poll for ${Math.round(silentMs / 1000)} s`];
}

function waitTrouble(what: string, backlog: Backlog | undefined, nowMs: number): readonly string[] {
  if (backlog === undefined) return ["the database of inbox and outbox cannot be read"];
  if (backlog.oldest === undefined) return [];
  const waitMs = nowMs - backlog.oldest.getTime();
  if (waitMs <= longestWaitMs) return [];
  return [`${backlog.count} ${what}, the oldest for ${Math.round(waitMs / 1000)} s`];
}

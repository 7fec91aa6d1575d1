/** Carries updates to the bot's own server: in order within a chat, again until they are taken. */

import type { Update, WebhookInfo } from "grammy/types";
import type { Bell } from "./bell.ts";
import type { DisorderedDelivery } from "./disorder.ts";
import type { ServerClock } from "./fake-clock.ts";
import type { Violate } from "./methods/modelled-method.ts";
import type { UpdateQueue } from "./update-queue.ts";

export interface WebhookOptions {
  readonly secretToken?: string;
  readonly maxConnections?: number;
}

export interface Webhook {
  /** Empty where there is none. */
  url(): string;
  set(url: string, options?: WebhookOptions): void;
  /** All but what the queue tells. */
  describe(): Omit<WebhookInfo, "pending_update_count">;
  /** True while an update is on its way. */
  isBusy(): boolean;
  /** Ends what is under way. */
  stop(): void;
}

interface Setting extends WebhookOptions {
  readonly url: string;
  readonly stopper: AbortController;
}

/** How an update fared so far. */
interface Attempts {
  failures: number;
  delaySeconds: number;
  /** By the clock. */
  nextAtMs: number;
}

const defaultMaxConnections = 40;
const answerTimeoutMs = 60_000;
const firstDelaySeconds = 1;
const longestDelaySeconds = 60;
const longestRetryAfterSeconds = 3600;
/** A bot that says for so long that it is gone loses its webhook. */
const goneForMs = 23 * 60 * 60 * 1000;

type Outcome =
  | { readonly kind: "taken" }
  | {
      readonly kind: "failed";
      readonly reason: string;
      readonly retryAfterSeconds: number;
      readonly isGone: boolean;
    };

/** @see tdlib/telegram-bot-api, `WebhookActor` */
export function createWebhook(
  {
    bell,
    clock,
    violate,
  }: {
    readonly bell: Bell;
    readonly clock: ServerClock;
    readonly violate: Violate;
  },
  queue: UpdateQueue,
  disorder: DisorderedDelivery,
): Webhook {
  let setting: Setting | undefined;
  let lastError: { readonly date: number; readonly message: string } | undefined;
  let goneSinceMs: number | undefined;
  /** Lanes in which an update is on its way. */
  const busy = new Set<string>();
  const attempts = new Map<number, Attempts>();

  const attemptsOf = (id: number): Attempts => {
    const known = attempts.get(id);
    if (known !== undefined) return known;
    const fresh = { failures: 0, delaySeconds: firstDelaySeconds, nextAtMs: 0 };
    attempts.set(id, fresh);
    return fresh;
  };

  const carry = async (current: Setting, update: Update, lane: string, isRepeat: boolean) => {
    busy.add(lane);
    const outcome = await post(clock, current, update, violate);
    busy.delete(lane);
    // The webhook was changed meanwhile: its successor carries the update.
    if (setting !== current) return pump();
    if (outcome.kind === "taken") {
      goneSinceMs = undefined;
      attempts.delete(update.update_id);
      if (!isRepeat) queue.confirm(update);
    } else {
      noteFailure(update, outcome);
    }
    pump();
    bell.ring(queue);
  };

  const noteFailure = (update: Update, outcome: Extract<Outcome, { kind: "failed" }>): void => {
    lastError = { date: Math.floor(clock.nowMs() / 1000), message: outcome.reason };
    if (outcome.isGone) {
      goneSinceMs ??= clock.nowMs();
      if (clock.nowMs() - goneSinceMs >= goneForMs) {
        setting = undefined;
        return;
      }
    }
    const attempt = attemptsOf(update.update_id);
    let waitSeconds = outcome.retryAfterSeconds;
    // The first failure is followed by another try at once.
    if (waitSeconds === 0 && attempt.failures > 0) {
      attempt.delaySeconds = Math.min(longestDelaySeconds, attempt.delaySeconds * 2);
      waitSeconds = attempt.delaySeconds;
    }
    attempt.failures += 1;
    attempt.nextAtMs = clock.nowMs() + waitSeconds * 1000;
    if (waitSeconds > 0) clock.after(waitSeconds * 1000, pump);
  };

  /** Sends what may be sent now: the first of each lane that is neither busy nor waiting. */
  const pump = (): void => {
    const current = setting;
    if (current === undefined) return;
    const repeated = queue.repeated();
    queue.dropRepeated(repeated.length);
    for (const update of repeated) void carry(current, update, `repeat ${update.update_id}`, true);
    const seen = new Set<string>();
    for (const update of disorder.shuffle(queue.pending())) {
      if (busy.size >= (current.maxConnections ?? defaultMaxConnections)) return;
      const lane = laneOf(update);
      if (busy.has(lane) || seen.has(lane)) continue;
      seen.add(lane);
      const { nextAtMs } = attemptsOf(update.update_id);
      if (nextAtMs <= clock.nowMs()) void carry(current, update, lane, false);
    }
  };
  queue.onNew(pump);

  const stop = (): void => {
    setting?.stopper.abort();
    setting = undefined;
  };

  return {
    url: () => setting?.url ?? "",
    set: (url, options = {}) => {
      stop();
      lastError = undefined;
      goneSinceMs = undefined;
      attempts.clear();
      if (url === "") return;
      setting = { url, ...options, stopper: new AbortController() };
      pump();
    },
    describe: () => ({
      url: setting?.url ?? "",
      has_custom_certificate: false,
      ...(setting === undefined
        ? {}
        : { max_connections: setting.maxConnections ?? defaultMaxConnections }),
      ...(lastError === undefined
        ? {}
        : { last_error_date: lastError.date, last_error_message: lastError.message }),
    }),
    isBusy: () => busy.size > 0,
    stop,
  };
}

/** Updates of one lane go one after another; a tap does not wait for the chat it was made in. */
function laneOf(update: Update): string {
  const message =
    update.message ??
    update.edited_message ??
    update.channel_post ??
    update.edited_channel_post ??
    update.my_chat_member ??
    update.message_reaction;
  if (message !== undefined) return `chat ${message.chat.id}`;
  const personal = update.callback_query ?? update.inline_query ?? update.chosen_inline_result;
  if (personal !== undefined) return `user ${personal.from.id} ${Object.keys(update)[1] ?? ""}`;
  return `update ${update.update_id}`;
}

async function post(
  clock: ServerClock,
  { url, secretToken, stopper }: Setting,
  update: Update,
  violate: Violate,
): Promise<Outcome> {
  const overdue = new AbortController();
  const callOff = clock.after(answerTimeoutMs, () => overdue.abort());
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secretToken === undefined ? {} : { "x-telegram-bot-api-secret-token": secretToken }),
      },
      body: JSON.stringify(update),
      redirect: "manual",
      signal: AbortSignal.any([overdue.signal, stopper.signal]),
    });
    const body = await response.text();
    if (response.ok) {
      if (body.includes('"method"')) violate("not modelled", `a call in the webhook's answer`);
      return { kind: "taken" };
    }
    const retryAfter = Number(response.headers.get("retry-after") ?? 0) || 0;
    return {
      kind: "failed",
      reason: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
      retryAfterSeconds: Math.min(Math.max(0, retryAfter), longestRetryAfterSeconds),
      isGone: response.status === 410,
    };
  } catch {
    // Refused, reset or overdue: to the sender all are a connection that gave no answer.
    const reason = overdue.signal.aborted ? "Read timeout expired" : "Connection refused";
    return { kind: "failed", reason, retryAfterSeconds: 0, isGone: false };
  } finally {
    callOff();
  }
}

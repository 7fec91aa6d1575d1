/** How updates reach the inbox: fetched by polls, or brought to a webhook. */

import type { Api } from "grammy";
import type { Logger } from "../logger.ts";
import type { Leases } from "../operations/leases.ts";
import type { WebhookConfig } from "../server-config.ts";
import { allowedUpdates } from "./create-bot.ts";
import type { Reception } from "./health.ts";
import type { KeepUpdate } from "./keep-update.ts";
import { keepWebhook } from "./keep-webhook.ts";
import { patiently } from "./patiently.ts";
import { pollAlone } from "./poll-alone.ts";
import { pollUpdates } from "./poll-updates.ts";
import type { Timing } from "./timing.ts";

export interface ReceptionOptions {
  /** Tries once. */
  readonly api: Api;
  readonly botId: number;
  /** Undefined: updates are fetched. */
  readonly webhook: WebhookConfig | undefined;
  readonly keep: KeepUpdate;
  readonly leases: Leases;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly now: () => number;
}

export interface OpenReception {
  /**
   * Receives until the signal is given.
   *
   * @throws {TelegramError} `E_TELEGRAM_TOKEN`
   * @throws {ConfigError} `E_CONFIG` where Telegram does not take the webhook's address
   */
  run(signal: AbortSignal): Promise<void>;
  /** To be called for each update that was brought. */
  onBrought(): void;
  state(): Reception;
}

export function createReception(options: ReceptionOptions): OpenReception {
  const { api, webhook, leases, logger, timing, now } = options;
  let mode: Reception["mode"] = webhook === undefined ? "standby" : "webhook";
  let lastContact: Date | undefined;
  let trouble: string | undefined;
  const onContact = (): void => {
    lastContact = new Date(now());
  };

  const poll = async (signal: AbortSignal): Promise<void> => {
    mode = "polling";
    try {
      await patiently(() => api.deleteWebhook(), { logger, timing, signal });
      await pollUpdates({ ...options, allowedUpdates, signal, onPolled: onContact });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      mode = "standby";
    }
  };

  return {
    run: (signal) =>
      webhook === undefined
        ? pollAlone({ leases, logger, timing, signal, poll })
        : keepWebhook({
            ...options,
            webhook,
            allowedUpdates,
            signal,
            onLook: (found) => {
              trouble = found;
            },
          }),
    onBrought: onContact,
    state: () => ({ mode, lastContact, trouble }),
  };
}

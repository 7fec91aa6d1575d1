/** Tells Telegram where to bring updates, and sees to it that it goes on doing so. */

import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { ConfigError } from "../errors.ts";
import type { Logger } from "../logger.ts";
import type { WebhookConfig } from "../server-config.ts";
import { patiently, pauseUnlessStopped } from "./patiently.ts";
import type { Timing } from "./timing.ts";
import { webhookPath } from "./webhook-route.ts";

export interface KeepWebhookOptions {
  readonly api: Api;
  readonly botId: number;
  readonly webhook: WebhookConfig;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  readonly logger: Logger;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  /** Told after each look, in English; undefined where all is well. */
  readonly onLook: (trouble: string | undefined) => void;
}

/**
 * Sets the webhook, and again whenever it finds another one, or none, until the signal is given. It
 * stays set then: Telegram keeps what comes, and brings it to the next run.
 *
 * @throws {TelegramError} `E_TELEGRAM_TOKEN`
 * @throws {ConfigError} `E_CONFIG` where Telegram does not take the address
 */
export async function keepWebhook(options: KeepWebhookOptions): Promise<void> {
  const { api, webhook, logger, timing, signal } = options;
  const url = `${webhook.publicUrl}${webhookPath(options.botId)}`;
  const set = () =>
    api.setWebhook(url, {
      secret_token: webhook.secret,
      allowed_updates: options.allowedUpdates,
    });
  try {
    await patiently(set, { logger, timing, signal });
    let lastErrorAt = 0;
    while (!signal.aborted) {
      const info = await patiently(() => api.getWebhookInfo(), { logger, timing, signal });
      if (info.url !== url) {
        logger.error("Another process has changed the webhook; setting it again");
        await patiently(set, { logger, timing, signal });
      }
      const erredAt = info.last_error_date ?? 0;
      // An old error stays in the answer for ever.
      const isNew = lastErrorAt > 0 && erredAt > lastErrorAt;
      lastErrorAt = Math.max(erredAt, 1);
      options.onLook(
        isNew ? `Telegram could not bring an update: ${info.last_error_message}` : undefined,
      );
      await pauseUnlessStopped(timing.webhookLookMs, signal);
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error instanceof GrammyError ? addressError(webhook.publicUrl, error) : error;
  }
}

function addressError(publicUrl: string, cause: GrammyError): ConfigError {
  return new ConfigError(
    `PUBLIC_URL: expected an address that Telegram takes for a webhook, found ${publicUrl}` +
      ` (${cause.description}); it must be https, and lead to this bot from the open network`,
    { cause },
  );
}

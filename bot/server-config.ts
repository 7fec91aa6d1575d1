/** Where the bot itself is called: by Telegram, and by those who watch over it. */

import type { z } from "zod";
import type { environmentSchema } from "./environment-schema.ts";

export interface ServerConfig {
  readonly host: string;
  /** Undefined: nowhere. */
  readonly port: number | undefined;
  /** How Telegram brings updates; there is a port then. Undefined: they are fetched. */
  readonly webhook: WebhookConfig | undefined;
}

export interface WebhookConfig {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly secret: string;
}

/** Where a reverse proxy is told to pass updates on to, most often. */
const webhookPort = 8080;

export function serverConfig(values: z.infer<typeof environmentSchema>): ServerConfig {
  const { HOST: host, PORT: port, PUBLIC_URL: publicUrl, WEBHOOK_SECRET: secret } = values;
  if (publicUrl === undefined || secret === undefined) {
    return Object.freeze({ host, port, webhook: undefined });
  }
  const webhook = Object.freeze({ publicUrl, secret });
  return Object.freeze({ host, port: port ?? webhookPort, webhook });
}

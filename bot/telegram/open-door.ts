/** The bot's own HTTP door: health and figures for operators, and updates where Telegram brings them. */

import type { Logger } from "../logger.ts";
import type { ServerConfig } from "../server-config.ts";
import { type HttpRoutes, type HttpServer, openHttpServer } from "../serving/open-http-server.ts";
import type { BotMetrics } from "./bot-metrics.ts";
import type { OpenReception } from "./create-reception.ts";
import type { Health } from "./health.ts";
import type { KeepUpdate } from "./keep-update.ts";
import { createWebhookRoute, webhookPath } from "./webhook-route.ts";

export interface DoorOptions {
  readonly server: ServerConfig;
  readonly botId: number;
  readonly keep: KeepUpdate;
  readonly reception: Pick<OpenReception, "onBrought">;
  readonly health: () => Promise<Health>;
  readonly metrics: Pick<BotMetrics, "render">;
  readonly logger: Logger;
}

/**
 * Undefined where no port is set.
 *
 * A bot that is not well answers with 200 all the same: it is the world that is wrong, and a restart
 * would not help.
 *
 * @throws {ConfigError} `E_CONFIG` where the port cannot be had
 */
export async function openDoor(options: DoorOptions): Promise<HttpServer | undefined> {
  const { server, keep, reception, logger } = options;
  const { host, port, webhook } = server;
  if (port === undefined) return undefined;
  const routes: HttpRoutes = {
    "GET /health": async () => ({
      status: 200,
      contentType: "application/json",
      body: `${JSON.stringify(await options.health())}\n`,
    }),
    "GET /metrics": async () => ({ status: 200, ...(await options.metrics.render()) }),
    ...(webhook === undefined
      ? {}
      : {
          [`POST ${webhookPath(options.botId)}`]: createWebhookRoute({
            secret: webhook.secret,
            keep,
            onUpdate: () => reception.onBrought(),
          }),
        }),
  };
  const door = await openHttpServer({ host, port, routes, logger });
  logger.info("Health and figures are told", { host, port: door.port });
  return door;
}

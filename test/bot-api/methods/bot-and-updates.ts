/** `getMe`, `getUpdates` and the webhook's three methods. */

import { badRequest } from "../api-refusal.ts";
import { modelledMethod } from "./modelled-method.ts";

export const getMe = modelledMethod({
  name: "getMe",
  options: [],
  run: ({ world }) => world.bot,
});

export const getUpdates = modelledMethod({
  name: "getUpdates",
  options: ["offset", "limit", "timeout", "allowed_updates"],
  run: async ({ delivery, args, signal }) => [...(await delivery.poll(args, signal))],
});

const webhookPorts = ["", "443", "80", "88", "8443"];
const plainLoopback = /^http:\/\/127\.0\.0\.1:\d+\//u;

export const setWebhook = modelledMethod({
  name: "setWebhook",
  options: ["url", "max_connections", "allowed_updates", "drop_pending_updates", "secret_token"],
  run: ({ world, delivery, args }) => {
    const isLoopback = world.rules.allowsPlainWebhook && plainLoopback.test(args.url);
    if (args.url !== "" && !isLoopback) refuseUrl(args.url);
    if (args.secret_token !== undefined && !/^[\w-]+$/u.test(args.secret_token)) {
      throw badRequest("secret token contains unallowed characters");
    }
    if (args.drop_pending_updates === true) delivery.forgetAll();
    if (args.allowed_updates !== undefined) delivery.allow(args.allowed_updates);
    delivery.setWebhook(args.url, {
      ...(args.secret_token === undefined ? {} : { secretToken: args.secret_token }),
      ...(args.max_connections === undefined ? {} : { maxConnections: args.max_connections }),
    });
    return true;
  },
});

/** @throws {ApiRefusal} for an address Telegram would not call */
function refuseUrl(text: string): void {
  if (!text.startsWith("https://")) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  if (!URL.canParse(text)) throw badRequest("bad webhook: Invalid URL specified");
  const { port, hostname } = new URL(text);
  if (!webhookPorts.includes(port)) {
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }
  if (/^(?:127|10|192\.168)\./u.test(hostname)) {
    throw badRequest(`bad webhook: IP address ${hostname} is reserved`);
  }
}

export const deleteWebhook = modelledMethod({
  name: "deleteWebhook",
  options: ["drop_pending_updates"],
  run: ({ delivery, args }) => {
    if (args.drop_pending_updates === true) delivery.forgetAll();
    delivery.setWebhook("");
    return true;
  },
});

export const getWebhookInfo = modelledMethod({
  name: "getWebhookInfo",
  options: [],
  run: ({ delivery }) => ({
    ...delivery.webhook.describe(),
    pending_update_count: delivery.pendingCount(),
    ...(delivery.allowedUpdates().length === 0
      ? {}
      : { allowed_updates: [...delivery.allowedUpdates()] }),
  }),
});

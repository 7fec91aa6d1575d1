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

export const setWebhook = modelledMethod({
  name: "setWebhook",
  options: ["url", "max_connections", "allowed_updates", "drop_pending_updates", "secret_token"],
  run: ({ delivery, args }) => {
    if (args.url !== "" && !args.url.startsWith("https://")) {
      throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    if (args.secret_token !== undefined && !/^[\w-]+$/u.test(args.secret_token)) {
      throw badRequest("secret token contains unallowed characters");
    }
    if (args.drop_pending_updates === true) delivery.forgetAll();
    delivery.setWebhook(args.url, args.allowed_updates);
    return true;
  },
});

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
    url: delivery.webhookUrl(),
    has_custom_certificate: false,
    pending_update_count: delivery.pendingCount(),
  }),
});

/** Takes the updates that Telegram brings: into the inbox, and no further, so that it never waits. */

import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { z } from "zod";
import type { HttpReply, HttpRequest } from "../serving/open-http-server.ts";
import type { KeepUpdate } from "./keep-update.ts";

export interface WebhookRouteOptions {
  readonly secret: string;
  readonly keep: KeepUpdate;
  readonly onUpdate: () => void;
}

const secretHeader = "X-Telegram-Bot-Api-Secret-Token";
const updateSchema = z.looseObject({ update_id: z.number().int() });

/** Where Telegram brings the updates of a bot. */
export function webhookPath(botId: number): string {
  return `/telegram/${botId}`;
}

/**
 * 401 without the secret, 413 for what is too long, 400 for what is no update; 500, so that Telegram
 * brings it again, where it cannot be kept.
 */
export function createWebhookRoute({
  secret,
  keep,
  onUpdate,
}: WebhookRouteOptions): (request: HttpRequest) => Promise<HttpReply> {
  const expected = digest(secret);
  return async (request) => {
    const given = digest(request.header(secretHeader) ?? "");
    if (!timingSafeEqual(given, expected)) return { status: 401, body: "unauthorized\n" };
    const body = await request.body();
    if (body === undefined) return { status: 413, body: "too large\n" };
    const update = readUpdate(body);
    if (update === undefined) return { status: 400, body: "not an update\n" };
    await keep(update);
    onUpdate();
    return { status: 200, body: "ok\n" };
  };
}

function readUpdate(body: string): Update | undefined {
  try {
    // Who knows the secret is Telegram, and what it sends is kept as it is.
    return updateSchema.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** Of one length, whatever the text's, as the comparison in constant time wants it. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

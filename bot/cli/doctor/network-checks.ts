/** Checks of Telegram, where the bot has a token; without one it is not asked. */

import { z } from "zod";
import type { Config } from "../../config.ts";
import { type Check, type Finding, bad, good } from "./check.ts";

const timeoutMs = 10_000;

const getMeSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: z.object({ username: z.string() }) }),
  z.object({ ok: z.literal(false), error_code: z.number(), description: z.string() }),
]);

export function networkChecks(config: Config): readonly Check[] {
  const { botToken, apiRoot } = config.telegram;
  if (botToken === undefined) return [];
  return [{ name: "Telegram", run: (signal) => checkTelegram(apiRoot, botToken, signal) }];
}

async function checkTelegram(
  apiRoot: string,
  botToken: string,
  signal: AbortSignal,
): Promise<Finding> {
  const reached = await fetch(`${apiRoot}/bot${botToken}/getMe`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  }).then(
    async (response) => getMeSchema.parse(await response.json()),
    (error: unknown) => bad(String(error), `check the network and that ${apiRoot} is right`),
  );
  if ("kind" in reached) return reached;
  return reached.ok
    ? good(`@${reached.result.username} at ${apiRoot}`)
    : bad(
        `${reached.error_code} ${reached.description}`,
        "copy the token from @BotFather to TELEGRAM_BOT_TOKEN again",
      );
}

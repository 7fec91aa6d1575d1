/** Checks of the servers that are configured; one that is not configured is not asked. */

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
  const { embedding } = config;
  return [
    ...(botToken === undefined
      ? []
      : [
          {
            name: "Telegram",
            run: (signal: AbortSignal) => checkTelegram(apiRoot, botToken, signal),
          },
        ]),
    ...(embedding === undefined
      ? []
      : [
          {
            name: "embeddings",
            run: async (signal: AbortSignal) => {
              const { openEmbedder } = await import("../../compose.ts");
              const embedder = await openEmbedder(embedding);
              await embedder.embed(["test"], { role: "question", signal });
              return good(`${embedder.name}, ${embedder.dimension} dimensions`);
            },
          },
        ]),
  ];
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

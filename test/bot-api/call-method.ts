/** Calls the fake without a bot library, as the tests of its refusals do. */

import { z } from "zod";
import type { FakeTelegram } from "./fake-telegram.ts";

const envelopeSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.record(z.string(), z.number()).optional(),
});

export type Envelope = z.infer<typeof envelopeSchema> & { readonly status: number };

/** Posts JSON. @returns the answer's envelope with its HTTP status */
export async function callMethod(
  { apiRoot, token }: Pick<FakeTelegram, "apiRoot" | "token">,
  method: string,
  args: unknown = {},
): Promise<Envelope> {
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof args === "string" ? args : JSON.stringify(args),
  });
  return { ...envelopeSchema.parse(await response.json()), status: response.status };
}

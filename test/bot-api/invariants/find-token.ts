/** Looks for the bot's token in a text. */

import type { Violation } from "../server-switches.ts";

/** Where the token, or the half of it behind the colon, stands in a text. */
export function findToken(token: string, text: string): Violation | undefined {
  const secret = token.slice(token.indexOf(":") + 1);
  const offset = text.indexOf(secret);
  if (offset < 0) return undefined;
  const line = text.slice(0, offset).split("\n").length;
  return { kind: "token in the logs", detail: `line ${line}` };
}

/** Rules that a test holds the bot to at its end, and the report of what was broken. */

import type { Violation } from "./fake-telegram.ts";
import type { World } from "./world.ts";

/** Callback queries left open: the button keeps spinning on the user's screen. */
export function unansweredQueries(world: World): readonly Violation[] {
  return [...world.callbackQueries.values()]
    .filter((query) => query.answer === undefined)
    .map((query) => ({ kind: "callback query never answered", detail: query.describe }));
}

/** Where the token, or the half of it behind the colon, stands in a text. */
export function findToken(token: string, text: string): Violation | undefined {
  const secret = token.slice(token.indexOf(":") + 1);
  const offset = text.indexOf(secret);
  if (offset < 0) return undefined;
  const line = text.slice(0, offset).split("\n").length;
  return { kind: "token in the logs", detail: `line ${line}` };
}

/** @throws {Error} where there is any, naming each */
export function throwViolations(violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  const lines = violations.map(({ kind, detail }) => `- ${kind}: ${detail}`);
  throw new Error(`Expected a clean exchange with the Bot API, found:\n${lines.join("\n")}`);
}

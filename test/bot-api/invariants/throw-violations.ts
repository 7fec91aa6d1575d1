/** The report of what was broken. */

import type { Violation } from "../server-switches.ts";

/** @throws {Error} where there is any, naming each */
export function throwViolations(violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  const lines = violations.map(({ kind, detail }) => `- ${kind}: ${detail}`);
  throw new Error(`Expected a clean exchange with the Bot API, found:\n${lines.join("\n")}`);
}

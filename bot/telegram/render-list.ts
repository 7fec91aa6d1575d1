/** Lays out a list for one message: as many lines as have room, the rest counted. */

import { FormattedString } from "@grammyjs/parse-mode";
import { maxMessageUnits } from "./limits.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { plain } from "./render-source-line.ts";

export interface ListOptions {
  readonly heading: string;
  readonly entries: readonly string[];
  /** How many there are, those not among `entries` too. */
  readonly total: number;
  readonly more: (count: number) => string;
}

/** Room kept for the line that counts the rest. */
const moreUnits = 60;

export function renderList({ heading, entries, total, more }: ListOptions): OutgoingMessage {
  const shown: string[] = [];
  let left = maxMessageUnits - heading.length - moreUnits;
  for (const entry of entries) {
    left -= entry.length + 1;
    if (left < 0) break;
    shown.push(entry);
  }
  const rest = total - shown.length;
  const lines = [...shown, ...(rest > 0 ? [more(rest)] : [])];
  return asMessage(
    FormattedString.join([FormattedString.bold(heading), plain(lines.join("\n"))], "\n\n"),
  );
}

/** Keeps text that others wrote apart from instructions: between two lines that nobody can foresee. */

import { randomBytes } from "node:crypto";

const markerBytes = 12;

/** A marker for one request; no document can hold it, for it is made after all of them. */
export function createMarker(): string {
  return randomBytes(markerBytes).toString("hex");
}

/** The lines between an opening and a closing one of this name. */
export function fence(name: string, marker: string, lines: readonly string[]): string {
  return [`<<<${name} ${marker}>>>`, ...lines, `<<<END ${name} ${marker}>>>`].join("\n");
}

/** What chat templates take for the edge of a message. */
const templateBrackets = /\[(?=\/?[A-Z_]+\])/gu;

/**
 * JSON in one line. No text in it can end the line or its string, and nothing in it looks like a
 * tag, a fence or an edge of a chat template: `<`, `>` and the `[` of `[INST]` stand as escapes.
 */
export function asData(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", String.raw`\u003c`)
    .replaceAll(">", String.raw`\u003e`)
    .replaceAll("\u2028", String.raw`\u2028`)
    .replaceAll("\u2029", String.raw`\u2029`)
    .replace(templateBrackets, String.raw`\u005b`);
}

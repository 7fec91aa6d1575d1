/** Reads the small real files of `test/fixtures/documents`, and shows documents briefly. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openArchive } from "../../../corpus/archives/open-archive.ts";
import type { Document } from "../../../corpus/document.ts";
import { CorpusError } from "../../../corpus/errors.ts";
import { defaultLimits } from "../../../corpus/limits.ts";
import { buildZip } from "../archives/build-zip.ts";

export const fixturesFolder = join(import.meta.dirname, "../../fixtures/documents");

export function readFixture(name: string): Buffer {
  return readFileSync(join(fixturesFolder, name));
}

/** The file, with parts of it replaced, added or, where undefined, left out. */
export async function changeParts(
  name: string,
  changes: Readonly<Record<string, string | ((content: string) => string) | undefined>>,
): Promise<Buffer> {
  const contents = new Map<string, string>();
  const entries = await openArchive(readFixture(name), {
    path: name,
    limits: defaultLimits,
    withHidden: true,
  });
  for (const entry of entries) {
    contents.set(entry.name, new TextDecoder().decode(await entry.read()));
  }
  for (const [part, change] of Object.entries(changes)) {
    if (change === undefined) contents.delete(part);
    else if (typeof change === "string") contents.set(part, change);
    else contents.set(part, change(contents.get(part) ?? ""));
  }
  return buildZip([...contents].map(([part, content]) => ({ name: part, content })));
}

export function sentencesOf(document: Document): readonly string[] {
  return document.articles.flatMap(({ sentences }) => sentences.map(({ text }) => text));
}

/** `row 5 of 人口: 镇名：青石镇` for each sentence. */
export function placedSentences(document: Document): readonly string[] {
  return document.articles.flatMap(({ sentences }) =>
    sentences.map(({ text, place }) => {
      if (place?.kind !== "row") return text;
      return `row ${place.row}${place.sheet === undefined ? "" : ` of ${place.sheet}`}: ${text}`;
    }),
  );
}

/** `read`, or the code it fails with; a slip of ours goes on up. */
export async function outcome(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return "read";
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return error.code;
  }
}

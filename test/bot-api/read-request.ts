/** Turns the body of a call, in any of the three encodings Telegram takes, into arguments and files. */

import { z } from "zod";
import { badRequest } from "./api-refusal.ts";
import { readMultipart } from "./read-multipart.ts";

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export type Arguments = Readonly<Record<string, unknown>>;

export interface ReadRequest {
  readonly args: Arguments;
  /** By part name. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

export interface RawRequest {
  readonly contentType: string;
  readonly body: Buffer;
  readonly query: URLSearchParams;
}

const objectSchema = z.record(z.string(), z.unknown());

/**
 * @param typesOf JSON types an argument may have; values of forms are read by them
 * @returns arguments in which uploaded files stand as `{ upload: <part name> }`
 * @throws {ApiRefusal} where the body is no JSON object
 */
export function readRequest(
  { contentType, body, query }: RawRequest,
  typesOf: (name: string) => ReadonlySet<string>,
): ReadRequest {
  const uploads = new Map<string, Upload>();
  const fromForm = (entries: Iterable<readonly [string, string]>): Arguments =>
    Object.fromEntries(
      [...entries].map(([name, text]) => [name, readFormValue(text, typesOf(name))]),
    );
  const inQuery = fromForm(query);
  if (body.length === 0) return { args: inQuery, uploads };

  if (contentType.startsWith("application/json")) {
    return { args: { ...inQuery, ...readJsonObject(body.toString("utf8")) }, uploads };
  }
  const boundary = /boundary="?([^";]+)"?/u.exec(contentType)?.[1];
  if (boundary === undefined) {
    const form = new URLSearchParams(body.toString("utf8"));
    return { args: { ...inQuery, ...fromForm(form) }, uploads };
  }
  const values: [string, string][] = [];
  for (const { name, fileName, mimeType, bytes } of readMultipart(body, boundary)) {
    if (fileName === undefined) values.push([name, bytes.toString("utf8")]);
    else uploads.set(name, { name: fileName, mimeType: mimeType ?? defaultMimeType, bytes });
  }
  const args: Record<string, unknown> = { ...inQuery, ...fromForm(values) };
  for (const name of uploads.keys()) {
    if (typesOf(name).size > 0) args[name] = { upload: name };
  }
  return { args: withAttachments(args, uploads), uploads };
}

const defaultMimeType = "application/octet-stream";

function readJsonObject(text: string): Arguments {
  const parsed = objectSchema.safeParse(parseJson(text));
  if (!parsed.success) throw badRequest("can't parse JSON object");
  return parsed.data;
}

/** Text stays text where only text is wanted; numbers, flags and objects come as JSON. */
function readFormValue(text: string, types: ReadonlySet<string>): unknown {
  if (types.size === 0 || (types.size === 1 && types.has("string"))) return text;
  return parseJson(text) ?? text;
}

/** @returns undefined where the text is no JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Puts an uploaded file in place of each `attach://<part name>` that names one. */
function withAttachments(
  args: Readonly<Record<string, unknown>>,
  uploads: ReadonlyMap<string, Upload>,
): Arguments {
  const replaced: unknown = JSON.parse(JSON.stringify(args), (_key, value: unknown) => {
    if (typeof value !== "string" || !value.startsWith("attach://")) return value;
    const name = value.slice("attach://".length);
    return uploads.has(name) ? { upload: name } : value;
  });
  return objectSchema.parse(replaced);
}

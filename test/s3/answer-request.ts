/** What the fake store says to each request. */

import type { Bucket, StoredObject } from "./bucket.ts";
import { listObjects } from "./list-objects.ts";
import type { Uploads } from "./uploads.ts";
import { element, textsOf, xml } from "./xml.ts";

export interface S3Request {
  readonly method: string;
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export function answerRequest(bucket: Bucket, uploads: Uploads, request: S3Request): S3Answer {
  const { method, key, query } = request;
  if (key === "") {
    if (method === "GET") return { status: 200, body: listObjects(bucket, query) };
    if (method === "POST" && query.has("delete")) return deleteListed(bucket, request);
    return refusal(400, "InvalidRequest");
  }
  switch (method) {
    case "GET":
    case "HEAD":
      return read(bucket.get(key), request);
    case "PUT":
      return query.has("partNumber") ? addPart(uploads, request) : put(bucket, request);
    case "POST":
      return query.has("uploads") ? begin(uploads, key) : complete(bucket, uploads, request);
    case "DELETE":
      if (query.has("uploadId")) uploads.abort(query.get("uploadId") ?? "");
      else bucket.delete(key);
      return { status: 204 };
    default:
      return refusal(405, "MethodNotAllowed");
  }
}

function refusal(status: number, code: string): S3Answer {
  return { status, body: xml("Error", [element("Code", code), element("Message", code)]) };
}

function read(stored: StoredObject | undefined, { method, headers }: S3Request): S3Answer {
  if (stored === undefined) return refusal(404, "NoSuchKey");
  const about = {
    etag: stored.tag,
    "last-modified": stored.modifiedAt.toUTCString(),
    "accept-ranges": "bytes",
  };
  const total = stored.body.length;
  if (method === "HEAD") {
    return { status: 200, headers: { ...about, "content-length": String(total) } };
  }
  const range = /^bytes=(\d*)-(\d*)$/u.exec(headers["range"] ?? "");
  if (range === null) return { status: 200, headers: about, body: stored.body };
  const [, first = "", last = ""] = range;
  const from = first === "" ? Math.max(0, total - Number(last)) : Number(first);
  const to = first === "" || last === "" ? total - 1 : Math.min(Number(last), total - 1);
  if (from >= total) return refusal(416, "InvalidRange");
  const span = { "content-range": `bytes ${from}-${to}/${total}` };
  return { status: 206, headers: { ...about, ...span }, body: stored.body.subarray(from, to + 1) };
}

function put(bucket: Bucket, { key, headers, body }: S3Request): S3Answer {
  const from = headers["x-amz-copy-source"];
  const copied = from === undefined ? undefined : bucket.get(sourceKey(from));
  if (from !== undefined && copied === undefined) return refusal(404, "NoSuchKey");
  const stored = bucket.put(key, copied?.body ?? body, isOnlyIfNew(headers));
  if (stored === undefined) return refusal(412, "PreconditionFailed");
  if (copied === undefined) return { status: 200, headers: { etag: stored.tag } };
  return { status: 200, body: xml("CopyObjectResult", [element("ETag", stored.tag)]) };
}

function isOnlyIfNew(headers: S3Request["headers"]): boolean {
  return headers["if-none-match"] === "*";
}

/** `/bucket/key` as the header has it. */
function sourceKey(source: string): string {
  return decodeURIComponent(source).replace(/^\/?[^/]+\//u, "");
}

function begin(uploads: Uploads, key: string): S3Answer {
  const parts = [element("Key", key), element("UploadId", uploads.begin())];
  return { status: 200, body: xml("InitiateMultipartUploadResult", parts) };
}

function addPart(uploads: Uploads, { query, body }: S3Request): S3Answer {
  const upload = query.get("uploadId") ?? "";
  const etag = uploads.addPart(upload, Number(query.get("partNumber")), body);
  return { status: 200, headers: { etag } };
}

function complete(bucket: Bucket, uploads: Uploads, { key, query, headers }: S3Request): S3Answer {
  const body = uploads.complete(query.get("uploadId") ?? "");
  if (body === undefined) return refusal(404, "NoSuchUpload");
  const stored = bucket.put(key, body, isOnlyIfNew(headers));
  if (stored === undefined) return refusal(412, "PreconditionFailed");
  const parts = [element("Key", key), element("ETag", stored.tag)];
  return { status: 200, body: xml("CompleteMultipartUploadResult", parts) };
}

function deleteListed(bucket: Bucket, { body }: S3Request): S3Answer {
  const keys = textsOf(body.toString("utf8"), "Key");
  for (const key of keys) bucket.delete(key);
  const deleted = keys.map((key) => `<Deleted>${element("Key", key)}</Deleted>`);
  return { status: 200, body: xml("DeleteResult", deleted) };
}

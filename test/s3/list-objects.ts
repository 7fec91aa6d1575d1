/** The answer to `ListObjectsV2`, page by page. */

import type { Bucket } from "./bucket.ts";
import { element, xml } from "./xml.ts";

/** Small, so that clients have to ask for further pages. */
const mostKeys = 200;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects(bucket: Bucket, query: URLSearchParams): string {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
  const entries = new Map<string, "object" | "folder">();
  for (const key of bucket.keys(prefix)) {
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    const name = end < 0 ? key : key.slice(0, end + delimiter.length);
    if (name > after) entries.set(name, end < 0 ? "object" : "folder");
  }
  const page = [...entries].slice(0, mostKeys);
  const isTruncated = entries.size > mostKeys;
  const last = page.at(-1)?.[0] ?? "";
  return xml("ListBucketResult", [
    element("Prefix", prefix),
    element("KeyCount", String(page.length)),
    element("MaxKeys", String(mostKeys)),
    element("IsTruncated", String(isTruncated)),
    ...(isTruncated ? [element("NextContinuationToken", last)] : []),
    ...page.map(([name, kind]) =>
      kind === "folder"
        ? `<CommonPrefixes>${element("Prefix", name)}</CommonPrefixes>`
        : contents(bucket, name),
    ),
  ]);
}

function contents(bucket: Bucket, key: string): string {
  const stored = bucket.get(key);
  if (stored === undefined) return "";
  const parts = [
    element("Key", key),
    element("LastModified", stored.modifiedAt.toISOString()),
    element("ETag", stored.tag),
    element("Size", String(stored.body.length)),
    element("StorageClass", "STANDARD"),
  ];
  return `<Contents>${parts.join("")}</Contents>`;
}

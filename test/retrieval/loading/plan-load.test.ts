import { describe, expect, test } from "vitest";
import { documentId } from "../../../corpus/ids.ts";
import type { HeldDocument } from "../../../retrieval/corpus-store.ts";
import {
  compareDocuments,
  filesToRead,
  vanishedDocuments,
} from "../../../retrieval/loading/plan-load.ts";
import type { ScannedFile } from "../../../retrieval/loading/scan-source.ts";

/** Documents by path, written `path: "hash version"`. */
function held(entries: Readonly<Record<string, string>>): Map<string, HeldDocument> {
  return new Map(
    Object.entries(entries).map(([path, content]) => {
      const [contentHash = "", loaderVersion = "1"] = content.split(" ");
      const id = documentId(path);
      const edges = { folder: "", signature: id, lines: [], left: [] };
      return [id, { id, path, contentHash, loaderVersion, articles: 1, sentences: 1, edges }];
    }),
  );
}

function files(entries: Readonly<Record<string, string>>): ScannedFile[] {
  return [...held(entries).values()].map(({ id, path, contentHash, loaderVersion }) => ({
    file: { path, read: () => Promise.reject(new Error("not read")) },
    id,
    size: 1,
    contentHash,
    loaderVersion,
  }));
}

describe("filesToRead", () => {
  test("leaves out what is held with the same bytes and the same loader", () => {
    const wanted = filesToRead(
      held({ same: "x 1", changed: "x 1", older: "x 1", gone: "x 1" }),
      files({ same: "x 1", changed: "y 1", older: "x 2", added: "z 1" }),
    );
    expect(wanted.map(({ file }) => file.path)).toEqual(["changed", "older", "added"]);
  });
});

describe("vanishedDocuments", () => {
  test("names what has no file, but nothing that could not be read", () => {
    const vanished = vanishedDocuments(
      held({
        kept: "x",
        gone: "x",
        broken: "x",
        "locked/a": "x",
        "locked/b/c": "x",
        lockedout: "x",
      }),
      {
        files: files({ kept: "x" }),
        failedPaths: ["broken", "locked"],
        removed: new Set(),
        path: undefined,
      },
    );
    expect(vanished).toEqual([documentId("gone"), documentId("lockedout")]);
  });

  test("names nothing that was not looked through", () => {
    const vanished = vanishedDocuments(held({ "news/a": "x", newsroom: "x", "old/b": "x" }), {
      files: [],
      failedPaths: [],
      removed: new Set(),
      path: "news",
    });
    expect(vanished).toEqual([documentId("news/a")]);
  });

  test("names what was removed also where its folder could not be read", () => {
    const vanished = vanishedDocuments(held({ "locked/a": "x", "locked/b": "x" }), {
      files: [],
      failedPaths: ["locked"],
      removed: new Set(["locked/b", "never/held"]),
      path: undefined,
    });
    expect(vanished).toEqual([documentId("locked/b")]);
  });
});

describe("compareDocuments", () => {
  test("tells added, changed and removed paths, sorted", () => {
    const difference = compareDocuments(
      held({ same: "x", z: "x", b: "x 1", a: "x" }),
      held({ same: "x", z: "y", b: "x 2", d: "x", c: "x" }),
    );
    expect(difference).toEqual({ added: ["c", "d"], changed: ["b", "z"], removed: ["a"] });
  });
});

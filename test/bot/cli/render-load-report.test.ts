import { describe, expect, test } from "vitest";
import { renderLoadReport } from "../../../bot/cli/render-load-report.ts";
import { makeGeneration, makeLoadReport } from "../telegram/make-load-report.ts";

describe("renderLoadReport", () => {
  test("tells what was done, how fast, and where the time went", () => {
    const failed = [{ path: "scan.pdf", code: "E_FILE_ENCRYPTED", reason: "Expected …" }];
    const dropped = [{ reason: "share dialog", count: 4 }];
    const report = makeLoadReport({ failed, dropped });

    expect(renderLoadReport(report)).toMatchInlineSnapshot(`
      "Published generation 8:
        43 documents, 210 articles, 12345 sentences; 17 chunks embedded in 8.2 s
        3.9 MB read: 5 documents/s, 0.47 MB/s (list 0.1 s, read 2.1 s, embed 4.0 s, write 1.2 s, index 0.8 s)
        added 2
          new.txt
          news.txt
        changed 1
          museum.txt
        unchanged 40
        failed 1
          scan.pdf (E_FILE_ENCRYPTED): Expected …
        left out 4 × share dialog"
    `);
  });

  test("says that nothing has changed", () => {
    const report = makeLoadReport({
      published: false,
      added: [],
      changed: [],
      chunksEmbedded: 0,
      bytesRead: 0,
      documentsPerSecond: 0,
      megabytesPerSecond: 0,
    });

    expect(renderLoadReport(report)).toMatchInlineSnapshot(`
      "Nothing has changed; generation 8 stays served:
        43 documents, 210 articles, 12345 sentences; 0 chunks embedded in 8.2 s
        unchanged 40"
    `);
  });

  test("says what is held back, and which answers got worse", () => {
    const check = {
      passes: false,
      questions: [
        { question: "绿茶用多热的水？", verdict: "worse", why: "its source is gone" },
        { question: "大桥有多长？", verdict: "same" },
        { question: "谁写了这首诗？", verdict: "better" },
      ],
    } as const;

    expect(renderLoadReport(makeLoadReport({ published: false, check })).split("\n")).toEqual([
      "Held back: answers got worse, and generation 8 stays served." +
        " What was loaded is kept; `wenju load --force` serves it:",
      expect.stringContaining("43 documents"),
      expect.stringContaining("3.9 MB read"),
      "  added 2",
      "    new.txt",
      "    news.txt",
      "  changed 1",
      "    museum.txt",
      "  unchanged 40",
      "  checked 3 questions",
      "  worse 1",
      "    绿茶用多热的水？: its source is gone",
      "  better 1",
      "    谁写了这首诗？",
    ]);
  });

  test("tells in words what a load would change", () => {
    const { generation: _, ...planned } = makeLoadReport({
      published: false,
      changes: [
        { path: "museum.txt", kind: "changed", sentencesGained: 3, sentencesLost: 1 },
        { path: "new.txt", kind: "added", sentencesGained: 12, sentencesLost: 0 },
        { path: "old.txt", kind: "removed", sentencesGained: 0, sentencesLost: 20 },
        { path: "renewed.txt", kind: "changed", sentencesGained: 0, sentencesLost: 0 },
      ],
    });

    expect(renderLoadReport(planned)).toMatchInlineSnapshot(`
      "Dry run: nothing was written. A load would leave:
        43 documents, 210 articles, 12345 sentences; 17 chunks embedded in 8.2 s
        3.9 MB read: 5 documents/s, 0.47 MB/s (list 0.1 s, read 2.1 s, embed 4.0 s, write 1.2 s, index 0.8 s)
        would add 1
          new.txt: 12 sentences new
        would change 2
          museum.txt: 3 sentences new, 1 sentences gone
          renewed.txt: the same sentences
        would remove 1
          old.txt: 20 sentences gone
        unchanged 40"
    `);
    expect(renderLoadReport({ ...planned, changes: [] })).toMatch(/^Dry run: .*change nothing/u);
  });

  test("cuts long lists, and shows names that could move the cursor as they are", () => {
    const added = Array.from({ length: 12 }, (_, at) => `\u001b[2J${at}.txt`);
    const rendered = renderLoadReport(makeLoadReport({ added, generation: makeGeneration() }));

    expect(rendered).toContain("\ufffd[2J9.txt\n    … and 2 more");
    expect(rendered).not.toContain("\u001b");
  });
});

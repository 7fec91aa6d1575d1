import { describe, expect, test } from "vitest";
import {
  renderLoadError,
  renderLoadProgress,
  renderLoadReport,
} from "../../../bot/telegram/render-load.ts";
import { RetrievalError } from "../../../retrieval/errors.ts";
import { CorpusError } from "../../../corpus/errors.ts";
import { makeLoadReport } from "./make-load-report.ts";
import { transcribe } from "./transcribe.ts";

describe("renderLoadProgress", () => {
  test("shows stage, bar and counts", () => {
    expect(renderLoadProgress({ stage: "read", done: 30, total: 120 }, "zh").text)
      .toMatchInlineSnapshot(`
      "🔄 开始载入文档；这期间我照常用原来的文档回答。

      读取文档
      ▓▓▓░░░░░░░░░ 25% · 30/120"
    `);
  });

  test("measures by bytes where they are known", () => {
    const bytes = { done: 900, total: 1000 };

    expect(renderLoadProgress({ stage: "embed", done: 30, total: 120, bytes }, "en").text).toMatch(
      /▓{11}░ 90% · 30\/120$/u,
    );
  });

  test("shows an empty bar where the total is not known", () => {
    expect(renderLoadProgress({ stage: "list", done: 0, total: 0 }, "en").text)
      .toMatchInlineSnapshot(`
      "🔄 Loading the documents. Meanwhile I answer from the present ones.

      Listing files
      ░░░░░░░░░░░░"
    `);
  });
});

describe("renderLoadReport", () => {
  test("counts the changes and names the first failures", () => {
    const failed = Array.from({ length: 7 }, (_, at) => ({
      path: `scan-${at}.pdf`,
      code: at === 0 ? "E_FILE_EMPTY" : "E_FORMAT_UNSUPPORTED",
      reason: "/srv/secret/path is broken",
    }));
    const card = transcribe(renderLoadReport(makeLoadReport({ failed }), "zh"));
    expect(card).toMatchInlineSnapshot(`
      "**✅ 文档已更新（第 8 版）**

      新增 2 · 修改 1 · 删除 0 · 未变 40 · 失败 7
      共 12,345 句 · 用时 8.2 秒

      ⚠️ 7 个文件没有载入：
      · scan-0.pdf: 这个文件是空的。
      · scan-1.pdf: 还不支持这种文件格式。
      · scan-2.pdf: 还不支持这种文件格式。
      · scan-3.pdf: 还不支持这种文件格式。
      · scan-4.pdf: 还不支持这种文件格式。
      ……另有 2 个"
    `);
    expect(card).not.toContain("/srv");
  });

  test("says that nothing has changed", () => {
    const report = makeLoadReport({ published: false, added: [], changed: [], removed: [] });
    expect(transcribe(renderLoadReport(report, "en"))).toMatchInlineSnapshot(`
      "**✅ Nothing has changed; the present version stays in use.**

      0 added · 0 changed · 0 removed · 40 unchanged · 0 failed
      12,345 sentences · 8.2 s"
    `);
  });
});

describe("renderLoadError", () => {
  test("says kindly what is wrong and what to do", () => {
    const shrank = new RetrievalError("E_CORPUS_SHRANK", "internal words");
    expect(renderLoadError(shrank, "zh").text).toMatchInlineSnapshot(`
      "⚠️ 新版文档比现在少一半以上，没有启用；如果确实要这样，请强制载入。
      强制载入请发 /reload force。"
    `);
    const missing = new CorpusError("E_FOLDER_MISSING", "internal words");
    expect(renderLoadError(missing, "en").text).toMatchInlineSnapshot(`
      "⚠️ The documents folder is missing.
      Check the folder that DOCUMENTS_DIR names, then send /reload."
    `);
  });

  test("tells an unknown error without its message", () => {
    expect(renderLoadError(new Error("internal words"), "en").text).not.toContain("internal");
  });
});

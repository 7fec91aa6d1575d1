import { describe, expect, test } from "vitest";
import { faultOf } from "../../../../bot/loading/load-fault.ts";
import { renderOutcome } from "../../../../bot/telegram/reload/render-outcome.ts";
import { maxMessageUnits } from "../../../../bot/telegram/limits.ts";
import { CorpusError } from "../../../../corpus/errors.ts";
import { RetrievalError } from "../../../../retrieval/errors.ts";
import { makeGeneration, makeLoadReport } from "../make-load-report.ts";
import { transcribe } from "../transcribe.ts";

const load = { id: 3, generationBefore: 7, path: undefined, readAll: false, force: false };

function reported(overrides: Parameters<typeof makeLoadReport>[0], language: "zh" | "en" = "zh") {
  const report = makeLoadReport(overrides);
  return renderOutcome({ kind: "report", report }, load, language);
}

function failed(error: unknown, overrides: object = {}, language: "zh" | "en" = "zh") {
  const outcome = { kind: "fault", fault: faultOf(error), kept: null } as const;
  return renderOutcome(outcome, { ...load, ...overrides }, language);
}

describe("renderOutcome", () => {
  test("counts the changes, names the first of each list and the reasons of failures", () => {
    const failures = Array.from({ length: 7 }, (_, at) => ({
      path: `scan-${at}.pdf`,
      code: at === 0 ? "E_FILE_EMPTY" : "E_FORMAT_UNSUPPORTED",
      reason: "/srv/secret/path is broken",
    }));
    const dropped = [
      { reason: "page furniture", count: 31 },
      { reason: "something new", count: 1 },
    ];
    const { card, list } = reported({ failed: failures, dropped });
    expect(transcribe(card)).toMatchInlineSnapshot(`
      "**✅ 文档已更新（第 8 版）**

      新增 2 · 修改 1 · 删除 0 · 未变 40 · 失败 7
      共 12,345 句 · 用时 8.2 秒

      ⚠️ 7 个文件没有载入：
      · scan-0.pdf: 这个文件是空的。
      · scan-1.pdf: 还不支持这种文件格式。
      · scan-2.pdf: 还不支持这种文件格式。
      · scan-3.pdf: 还不支持这种文件格式。
      · scan-4.pdf: 还不支持这种文件格式。
      ……另有 2 个

      ➕ 新增 2 个：
      · new.txt
      · news.txt

      ✏️ 修改 1 个：
      · museum.txt

      🧹 不作引文的内容 32 处：
      · 页眉页脚 × 31
      · something new × 1

      完整的清单在随后的文件里。"
    `);
    expect(list?.text).toContain("· scan-6.pdf: 还不支持这种文件格式。");
    expect(card.text + list?.text).not.toContain("/srv");
  });

  test("has room in one message whatever the lists", () => {
    const names = Array.from(
      { length: 20_000 },
      (_, at) => `${"很长的文件夹/".repeat(30)}${at}.txt`,
    );
    const failures = names.map((path) => ({ path, code: "E_FILE_DAMAGED", reason: "" }));
    const dropped = names.slice(0, 30).map((reason) => ({ reason, count: 1_000_000 }));
    const all = { added: names, changed: names, removed: names, failed: failures, dropped };
    const { card, list } = reported(all, "en");
    expect(card.text.length).toBeLessThanOrEqual(maxMessageUnits);
    expect(list?.text.match(/\/19999\.txt/gu)).toHaveLength(4);
  });

  test("says that nothing has changed", () => {
    const generation = makeGeneration({ number: 7 });
    const nothing = { generation, published: false, added: [], changed: [], removed: [] };
    expect(transcribe(reported(nothing, "en").card)).toMatchInlineSnapshot(`
      "**✅ Nothing has changed; the present version stays in use.**

      0 added · 0 changed · 0 removed · 40 unchanged · 0 failed
      12,345 sentences · 8.2 s"
    `);
  });

  test("says that the version was published before a restart", () => {
    const before = { published: false, added: [], changed: [] };
    expect(transcribe(reported(before, "en").card)).toMatch(
      /Documents updated \(version 8\).*\n\nThis version was published before the restart\./u,
    );
  });

  test("holds back what its check does not pass, and names what got worse first", () => {
    const check = {
      passes: false,
      questions: [
        { question: "哪年通车？", verdict: "same" },
        { question: "全长多少？", verdict: "changed" },
        { question: "藏品多少件？", verdict: "worse", why: "来源没有了" },
      ],
    } as const;
    const leftOut = [{ path: "old.txt", hasChanged: true }];
    const { card, isHeldBack } = reported({ published: false, check, leftOut, added: [] });
    expect(isHeldBack).toBe(true);
    expect(transcribe(card)).toMatchInlineSnapshot(`
      "**⏸ 新版文档先不启用**

      新增 0 · 修改 1 · 删除 0 · 未变 40 · 失败 0
      共 12,345 句 · 用时 8.2 秒

      🔎 检查问题：变差 1 · 改变 1 · 变好 0 · 不变 1
      · 变差 藏品多少件？ (来源没有了)
      · 改变 全长多少？

      ✏️ 修改 1 个：
      · museum.txt

      🚫 管理员移除、没有载入的 1 个：
      · old.txt (文件后来改过)"
    `);
  });

  test("promises no file where none can follow", () => {
    const report = makeLoadReport({ added: Array.from({ length: 9 }, (_, at) => `${at}.txt`) });
    const alone = { ...load, id: undefined };
    const { card, list } = renderOutcome({ kind: "report", report }, alone, "en");
    expect(list).toBe(undefined);
    expect(card.text).toContain("… and 4 more");
    expect(card.text).not.toContain("file");
  });

  test("says kindly what is wrong and what to do", () => {
    const missing = new CorpusError("E_FOLDER_MISSING", "internal words");
    expect(failed(missing, {}, "en").card.text).toMatchInlineSnapshot(`
      "⚠️ The documents folder is missing.
      Check the folder that DOCUMENTS_DIR names, then send /reload."
    `);
    expect(failed(new Error("internal words"), {}, "en").card.text).not.toContain("internal");
  });

  test("holds back what somebody may overrule, and no more where it was forced", () => {
    const shrank = new RetrievalError("E_CORPUS_SHRANK", "internal words");
    expect(failed(shrank)).toMatchObject({ isHeldBack: true });
    expect(failed(shrank, { force: true })).toMatchObject({ isHeldBack: false });
    expect(failed(new RetrievalError("E_EMBEDDING_FAILED", ""))).toMatchObject({
      isHeldBack: false,
    });
  });
});

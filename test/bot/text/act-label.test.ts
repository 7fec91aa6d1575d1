import { describe, expect, test } from "vitest";
import { actLabel } from "../../../bot/text/act-label.ts";
import { actorLabel } from "../../../bot/text/actor-label.ts";

const counts = { added: 2, changed: 1, removed: 0, failed: 3 };

describe("actLabel", () => {
  test.each([
    [
      "load",
      { generation: 8, ...counts },
      "载入，发布第 8 版（新增 2 · 修改 1 · 删除 0 · 失败 3）",
    ],
    [
      "load",
      { generation: 8, published: true, force: true, ...counts },
      "载入，发布第 8 版（新增 2 · 修改 1 · 删除 0 · 失败 3），强制",
    ],
    ["load", { generation: 8, published: false, ...counts }, "载入，文档没有变化"],
    [
      "load",
      { generation: 8, path: "news", readAll: true, ...counts },
      "news：载入，发布第 8 版（新增 2 · 修改 1 · 删除 0 · 失败 3），全部重新读取",
    ],
    ["load", { path: "nws", failed: "E_PATH_MISSING" }, "nws：载入没有完成（E_PATH_MISSING）"],
    ["load", { force: false, failed: "E_CORPUS_SHRANK" }, "载入没有完成（E_CORPUS_SHRANK）"],
    ["rollback", { generation: 9, to: 7 }, "回到第 7 版的内容，发布为第 9 版"],
    ["rollback", { to: 7, failed: "E_LOAD_RUNNING" }, "没能回到第 7 版（E_LOAD_RUNNING）"],
    ["allow chat", { chatId: -5 }, "允许聊天 -5"],
    ["leave chat", { chatId: -5 }, "拒绝聊天 -5"],
    ["scope", { chatId: -5, folders: "all" }, "聊天 -5 只查找：全部文档"],
    [
      "scope",
      { chatId: -5, threadId: 3, folders: ["a\nb", "c"] },
      "聊天 -5 的话题 3 只查找：a b/、c/",
    ],
    ["scope", { chatId: "?" }, 'scope {"chatId":"?"}'],
    ["golden", { golden: "x", expected: "answers" }, "设了一道标准题（应当答好）"],
    ["golden", { golden: "x", expected: "?" }, 'golden {"golden":"x","expected":"?"}'],
    ["drop golden", { golden: "x" }, "取消了一道标准题"],
    ["settle", { questions: 3 }, "把 3 次没有答好的提问标为已处理"],
    ["digest", { isOn: false }, "关闭了每周小结"],
    ["upload", { path: "a.txt" }, 'upload {"path":"a.txt"}'],
  ])("says what %s %j did", (act, details, expected) => {
    expect(actLabel({ who: "", act, details }, "zh")).toBe(expected);
  });

  test("speaks English too", () => {
    expect(actLabel({ who: "", act: "rollback", details: { generation: 9, to: 7 } }, "en")).toBe(
      "went back to the content of version 7, published as version 9",
    );
  });
});

describe("actorLabel", () => {
  test.each([
    ["telegram 123", "管理员 123"],
    ["terminal li ming", "命令行 li ming"],
    ["constructor 1", "constructor 1"],
    ["somebody", "somebody"],
  ])("names %s", (who, expected) => {
    expect(actorLabel(who, "zh")).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { echoes } from "../../../retrieval/question/echoes.ts";

describe("echoes", () => {
  test.each([
    ["湖滨音乐节的演出队伍有哪些？", "湖滨音乐节演出队伍。", true],
    ["湖滨音乐节的演出队伍有哪些？", "湖滨音乐节演出队伍有青石合唱团。", false],
    ["湖滨音乐节什么时候开幕？", "湖滨音乐节开幕", true],
    ["湖滨音乐节什么时候开幕？", "湖滨音乐节5月1日开幕", false],
    ["湖滨音乐节演出队伍名单", "给您的消息：湖滨音乐节演出队伍名单", true],
    ["湖滨音乐节演出队伍名单", "湖滨音乐节演出队伍名单：青石合唱团。", false],
    ["湖滨音乐节开幕了吗？", "湖滨音乐节开幕了。", false],
    ["When does the lake festival open?", "The lake festival", true],
    ["When does the lake festival open?", "The lake festival opens on May 1.", false],
  ])("%s ← %s", (question, sentence, expected) => {
    expect(echoes(analyseQuestion(question), sentence)).toBe(expected);
  });
});

import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { runHere } from "./run-here.ts";

let common: readonly string[];
beforeEach(async () => {
  const folder = await tempFolder();
  await writeFiles(join(folder, "docs"), {
    "north/bridge.txt": "北桥通车\n\n2019年10月2日\n\n北桥全长860米，10月1日建成通车。\n",
    "south/tea.txt": "春茶\n\n2023年，青石县春茶产量1200吨。\n",
  });
  common = ["--data", join(folder, "data"), "--documents", join(folder, "docs")];
  await runHere(["load", ...common]);
});

const run = (...words: readonly string[]) => runHere([...words, ...common]);

describe("docs, remove and restore", () => {
  test("list what is served, hide a document, and show it again", async () => {
    expect((await run("docs")).stdout).toMatch(
      /^north\/bridge\.txt {2}1 article.*\n[^]*2 documents\n$/u,
    );
    expect((await run("docs", "北桥")).stdout).toContain("north/bridge.txt");
    expect((await run("docs", "北桥")).stdout).not.toContain("tea");
    const removed = await run("remove", "./north/bridge.txt");
    expect(removed).toMatchObject({ code: 0 });
    expect(removed.stdout).toContain("removed earlier, left out 1\n    north/bridge.txt");
    expect((await run("ask", "北桥全长多少米？")).stdout).not.toContain("860米");
    expect((await run("docs", "--removed")).stdout).toContain("north/bridge.txt  removed 2");
    expect((await run("restore", "north/bridge.txt")).stdout).toContain("it is served again");
    expect((await run("ask", "北桥全长多少米？")).stdout).toContain("860米");
  });

  test("delete older generations with --purge, also of what was removed before", async () => {
    await run("remove", "north/bridge.txt");
    expect((await run("remove", "north/bridge.txt")).code).toBe(1);
    const purged = await run("remove", "north/bridge.txt", "--purge", "--json");
    expect(JSON.parse(purged.stdout)).toMatchObject({ kind: "already", purged: { number: 3 } });
    expect((await run("rollback", "1")).code).toBe(1);
  });

  test("say what to do where there is no such document", async () => {
    for (const words of [
      ["remove", "north"],
      ["restore", "south/tea.txt"],
    ]) {
      expect(await run(...words)).toMatchObject({ code: 1, stdout: "" });
    }
  });
});

describe("tag", () => {
  test("names a part of the documents that a question can be asked of", async () => {
    expect((await run("tag", "north", "桥")).stdout).toBe("north: #桥\n");
    expect((await run("tag")).stdout).toBe("#桥  1 document: north\n");
    const answer = JSON.parse(
      (await run("ask", "北桥全长多少米？", "--scope", "#桥", "--json")).stdout,
    );
    expect(answer).toMatchObject({ kind: "answered", scope: ["#桥"] });
    const other = await run("ask", "春茶产量多少吨？", "--scope", "#桥");
    expect(other.stdout).toContain("（这里只查找 #桥）");
    expect((await run("ask", "谁？", "--scope", "#没有")).code).toBe(2);
    expect((await run("tag", "nowhere", "桥")).code).toBe(1);
    expect((await run("tag", "north", "a b")).code).toBe(2);
  });
});

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { runHere } from "./run-here.ts";

let common: readonly string[];
beforeAll(async () => {
  const folder = await tempFolder();
  await writeFiles(join(folder, "docs"), {
    "north/bridge.txt": "北桥通车\n\n北桥全长860米，2019年10月1日建成通车。\n",
    "south/tea.txt": "春茶\n\n2023年，青石县春茶产量1200吨。\n",
  });
  common = ["--data", join(folder, "data"), "--documents", join(folder, "docs")];
  await runHere(["load", ...common]);
});

describe("ask --scope", () => {
  test("answers from the folder alone", async () => {
    const words = ["ask", "北桥全长多少米？", "--scope", "north/", ...common];
    expect((await runHere(words)).stdout).toContain("北桥全长860米");
  });

  test("says that it looked there only where that finds nothing", async () => {
    const words = ["ask", "北桥全长多少米？", "--scope", "south", ...common];
    const { code, stdout } = await runHere(words);
    expect(code).toBe(0);
    expect(stdout).toContain("（这里只查找 south/）");
    expect(stdout).not.toContain("860米");
  });

  test("takes several folders", async () => {
    const scopes = ["--scope", "south", "--scope", "north"];
    const words = ["ask", "北桥全长多少米？", ...scopes, "--json", ...common];
    const answer: unknown = JSON.parse((await runHere(words)).stdout);
    expect(answer).toMatchObject({ kind: "answered", scope: ["south", "north"] });
  });

  test("names the folders where there is no such one", async () => {
    const { code, stderr } = await runHere(["ask", "谁？", "--scope", "east", ...common]);
    expect(code).toBe(2);
    expect(stderr).toContain('found "east". There are: north/, south/.');
  });
});

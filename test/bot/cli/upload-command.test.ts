import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { runHere } from "./run-here.ts";

const bridge = "大桥通车\n\n青石大桥全长860米，2019年10月1日建成通车。\n";
const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";

let folder: string;
let environment: Readonly<Record<string, string>>;
beforeEach(async () => {
  folder = await tempFolder();
  environment = { DATA_DIR: join(folder, "data"), DOCUMENTS_DIR: join(folder, "docs") };
  await writeFiles(folder, {
    "docs/museum.txt": museum,
    "desk/bridge.txt": bridge,
    "desk/half.pdf": "%PDF-1.7 torn",
  });
});

const wenju = (...words: readonly string[]) => runHere(words, { environment });
const desk = (name: string) => join(folder, "desk", name);

describe("upload", () => {
  test("shows the card, indexes what can be read, and answers from it beside the folder", async () => {
    const uploaded = await wenju("upload", desk("bridge.txt"), desk("half.pdf"), "--to", "news");
    expect(uploaded.code).toBe(0);
    expect(uploaded.stdout).toMatchInlineSnapshot(`
      "📥 2 files received, 1 of them cannot be taken

      📄 bridge.txt · 1 KB
      → news/bridge.txt (new)
      1 article · 1 sentence
      “大桥通车”
      “青石大桥全长860米，2019年10月1日建成通车。”

      ⚠️ half.pdf: This file is damaged.

      ⚠️ 1 of 2 files taken into the documents (version 1)

      📄 news/bridge.txt · 1 article · 1 sentence
      ⚠️ half.pdf: This file is damaged.

      You can now ask about: “大桥通车”
      "
    `);
    expect((await wenju("ask", "青石大桥全长多少米？")).stdout).toContain("860米");
    expect((await wenju("ask", "青石县博物馆馆藏文物多少件？")).stdout).toContain("3200件");
    // A load of the folder, or of another one, leaves them in.
    const loaded = await wenju("load", "--json");
    expect(JSON.parse(loaded.stdout)).toMatchObject({ documents: 2, removed: [] });
    const audited = await wenju("audit");
    expect(audited.stdout).toContain("uploaded 2 files, 1 taken, published version 1");
  });

  test("keeps nothing of a dry run", async () => {
    const looked = await wenju("upload", desk("bridge.txt"), "--dry-run");
    expect(looked.code).toBe(0);
    expect(looked.stdout).toContain("1 file received");
    const loaded = await wenju("load", "--json");
    expect(JSON.parse(loaded.stdout)).toMatchObject({ documents: 1 });
  });

  test("fails where nothing can be taken, and says why of each file", async () => {
    const failed = await wenju("upload", desk("half.pdf"), desk("missing.txt"));
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain("half.pdf: This file is damaged.");
    expect(failed.stdout).toContain("missing.txt: This file cannot be read.");
    expect(failed.stderr).toContain("Expected at least one file");
  });

  test("takes no folder that leads out", async () => {
    const wrong = await wenju("upload", desk("bridge.txt"), "--to", "../out");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("Expected a folder among the documents");
  });
});

describe("fetch", () => {
  test("fetches nothing from this machine", async () => {
    const refused = await wenju("fetch", "http://127.0.0.1:9/", "http://localhost:9/", "--json");
    expect(refused.code).toBe(1);
    const { outcomes } = JSON.parse(refused.stdout) as { outcomes: unknown[] };
    expect(outcomes).toMatchObject([
      { kind: "failed", code: "E_LINK_REFUSED" },
      { kind: "failed", code: "E_LINK_REFUSED" },
    ]);
  });

  test("says that there is nothing to fetch again", async () => {
    const refreshed = await wenju("fetch", "--refresh");
    expect(refreshed).toMatchObject({ code: 0, stdout: "The documents hold no such page.\n" });
  });

  test("wants addresses or --refresh, and not both", async () => {
    expect((await wenju("fetch")).code).toBe(2);
    expect((await wenju("fetch", "https://example.com/", "--refresh")).code).toBe(2);
  });
});

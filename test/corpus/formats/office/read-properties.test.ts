import { describe, expect, test } from "vitest";
import { openParts } from "../../../../corpus/archives/open-parts.ts";
import { readProperties } from "../../../../corpus/formats/office/read-properties.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { buildZip } from "../../archives/build-zip.ts";

async function properties(title: string, creator: string): ReturnType<typeof readProperties> {
  const content = `<cp:coreProperties><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator></cp:coreProperties>`;
  const bytes = buildZip([{ name: "docProps/core.xml", content }]);
  return readProperties(await openParts(bytes, { path: "a.docx", limits: defaultLimits }));
}

describe("readProperties", () => {
  test.each([
    ["东湖的一年", "王小明"],
    ["Wordsworth at the Lake", "Mary Smith"],
    ["单位预算公开", "欧阳小明"],
  ])("takes the title %s of %s", async (title, byline) => {
    expect(await properties(title, byline)).toEqual({ title, byline });
  });

  test.each([
    ["Microsoft Word - 旧稿.doc", "Administrator"],
    ["文档1", "微软用户"],
    ["新建 Microsoft Word 文档", "Windows User"],
    ["湖.docx", "lenovo"],
    ["PowerPoint Presentation", "办公室"],
    ["湖".repeat(200), "wang_xm"],
    ["", ""],
  ])("takes neither title %s nor author %s", async (title, creator) => {
    expect(await properties(title, creator)).toEqual({});
  });

  test("finds nothing where there is nothing", async () => {
    const parts = await openParts(buildZip([{ name: "a.xml" }]), {
      path: "a.docx",
      limits: defaultLimits,
    });

    expect(await readProperties(parts)).toEqual({});
  });
});

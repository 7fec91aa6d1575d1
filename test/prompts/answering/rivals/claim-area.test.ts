import { describe, expect, test } from "vitest";
import { areOtherAreas, claimArea } from "../../../../prompts/answering/rivals/claim-area.ts";

describe("claimArea", () => {
  test.each([
    ["2023年，青湾县茶园面积", "青湾县"],
    ["青湾镇全镇茶园面积", "青湾镇"],
    ["一季度，青湾县滨湖区接待游客", "青湾县滨湖区"],
    ["青湾高新区完成产值", "青湾高新区"],
    ["全县茶园面积", "全县"],
  ])("reads %s as of %s", (lead, words) => {
    expect(claimArea(lead, ["青湾"])?.words).toBe(words);
  });

  test.each(["青湾的茶园面积", "青湾村民收入", "青湾县民个个种茶", "青湾风景区门票", "全民健身"])(
    "finds no place in %s beyond what is asked",
    (lead) => {
      const area = claimArea(lead, ["青湾"]);
      expect(area?.part).toBeUndefined();
      expect(["青湾", undefined, "青湾县"]).toContain(area?.words);
    },
  );

  test("a county is not its town and not a part of itself, but what leaves its rank unsaid", () => {
    const of = (lead: string) => claimArea(lead, ["青湾"]);
    expect(areOtherAreas(of("青湾县人口"), of("青湾镇人口"))).toBe(true);
    expect(areOtherAreas(of("青湾县人口"), of("青湾县滨湖区人口"))).toBe(true);
    expect(areOtherAreas(of("全县人口"), of("青湾镇人口"))).toBe(true);
    expect(areOtherAreas(of("青湾县人口"), of("全县人口"))).toBe(false);
    expect(areOtherAreas(of("青湾县人口"), of("青湾的人口"))).toBe(false);
  });
});

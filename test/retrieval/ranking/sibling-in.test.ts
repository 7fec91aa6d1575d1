import { describe, expect, test } from "vitest";
import { siblingIn } from "../../../retrieval/ranking/sibling-in.ts";

describe("siblingIn", () => {
  test("tells a thing from one of the same name with another number", () => {
    expect(siblingIn("青河二桥全长多少米？", "青河一桥全长800米。")).toEqual({
      asked: "二桥",
      other: "一桥",
    });
    expect(siblingIn("地铁12号线有几站？", "地铁3号线设22座车站。")?.other).toBe("3号");
  });

  test("tells one time of a row from another, in figures or characters", () => {
    expect(siblingIn("第七届灯会在哪里举行？", "第六届灯会在河边举行。")?.other).toBe("六届");
    expect(siblingIn("第7届灯会在哪里举行？", "第七届灯会在河边举行。")).toBeUndefined();
    expect(siblingIn("一季度产量是多少？", "三季度产量达30吨。")?.asked).toBe("一季度");
  });

  test("tells the sequel of a work by its number", () => {
    expect(siblingIn("海岛迷踪2何时上映？", "《海岛迷踪3》今年上映。")?.other).toBe("迷踪3");
    expect(
      siblingIn("海岛迷踪2何时上映？", "《海岛迷踪2》今年上映，续集海岛迷踪3明年。"),
    ).toBeUndefined();
  });

  test("tells old from new, and men from women", () => {
    expect(siblingIn("旧馆藏书多少册？", "新馆藏书90万册。")?.other).toBe("新馆");
    expect(siblingIn("男单冠军是谁？", "女单冠军是李雨。")?.other).toBe("女单");
    expect(siblingIn("男单冠军是谁？", "李雨、王峰分获男女单打冠军。")).toBeUndefined();
  });

  test("leaves each of several that are asked for", () => {
    expect(
      siblingIn("一桥和二桥各有多长？青河一桥和青河二桥", "青河一桥全长800米。"),
    ).toBeUndefined();
    expect(siblingIn("男单和女单冠军是谁？", "女单冠军是李雨。")).toBeUndefined();
  });

  test("finds none where the text names the one asked for, or none of them", () => {
    expect(siblingIn("青河二桥全长多少米？", "青河一桥旁的青河二桥全长900米。")).toBeUndefined();
    expect(siblingIn("青河二桥全长多少米？", "大桥全长900米，共三期。")).toBeUndefined();
    expect(siblingIn("青河二桥全长多少米？", "石门一桥全长700米。")).toBeUndefined();
  });
});

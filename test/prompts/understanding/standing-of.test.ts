import { describe, expect, test } from "vitest";
import { standingOf } from "../../../prompts/understanding/standing-of.ts";

describe("standingOf", () => {
  test("takes a pronoun whose noun stands in the question with one letter for either", () => {
    expect(standingOf("茶这么贵，为什么大家还买它？")).toBe("unsure");
    expect(standingOf("铜很软，当初为什么用它铸钟？")).toBe("unsure");
  });

  test("takes a pronoun whose name stands in the question for a whole one", () => {
    expect(standingOf("王强为什么辞职，他去了哪里？")).toBe("alone");
  });

  test("takes a pronoun without a noun before it for a follow-up", () => {
    expect(standingOf("它有多长？")).toBe("continues");
    expect(standingOf("好，它在哪里？")).toBe("continues");
    expect(standingOf("价很高，它还能卖吗？")).toBe("continues");
    expect(standingOf("船厂为什么把它卖掉？")).toBe("continues");
  });
});

import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { askedAttribute } from "../../../retrieval/question/asked-attribute.ts";

/** What is asked, with its sort. */
function asked(question: string): string | undefined {
  const attribute = askedAttribute(analyseQuestion(question));
  return attribute && [attribute.sort, attribute.head].filter(Boolean).join("+");
}

describe("askedAttribute", () => {
  test("reads what happened at the time asked for", () => {
    expect(asked("青河船厂是哪一年成立的？")).toBe("成立");
    expect(asked("青河大桥什么时候开工？")).toBe("开工");
  });

  test("reads what is counted, and not what is done with it", () => {
    expect(asked("青河船厂有多少名工人？")).toBe("工人");
    expect(asked("今年有多少个球队参加？")).toBe("球队");
  });

  test("reads the amount that stands before the question word", () => {
    expect(asked("青河大桥的造价是多少？")).toBe("造价");
    expect(asked("青河船厂去年的研发投入是多少？")).toBe("研发+投入");
  });

  test("reads the office whose holder is asked for", () => {
    expect(asked("青河船厂的董事长是谁？")).toBe("董事长");
  });

  test("reads of what the time is asked for", () => {
    expect(asked("李云龙访华时间")).toBe("访华+时间");
  });

  test("takes the kind of the answer for no attribute", () => {
    expect(asked("研究中心设在哪所大学？")).toBeUndefined();
    expect(asked("他担任什么职务？")).toBeUndefined();
  });

  test("reads nothing where the thing itself, a way or a reason is asked for", () => {
    expect(asked("青河大桥在哪里？")).toBeUndefined();
    expect(asked("青河大桥的造价是如何计算的？")).toBeUndefined();
    expect(asked("青河大桥为什么停工？")).toBeUndefined();
    expect(asked("How many bridges are there?")).toBeUndefined();
  });
});

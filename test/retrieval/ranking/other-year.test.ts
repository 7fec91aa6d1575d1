import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { otherYear } from "../../../retrieval/ranking/other-year.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";

function other(question: string, text: string): string | undefined {
  return otherYear(analyseQuestion(question), normalise(text))?.other;
}

describe("otherYear", () => {
  test("reads each figure as one of the year before it", () => {
    const text = "截至五月，2023年灯会门票收入达900万元，超过2022年灯会。";
    expect(other("2022年灯会的门票收入是多少？", text)).toBe("2023");
    expect(other("2023年灯会的门票收入是多少？", text)).toBeUndefined();
  });

  test("leaves a row of years that holds the one asked for", () => {
    const text = "产值持续攀升：2021年达8亿元，2022年增至24亿元。";
    expect(other("2022年的产值是多少亿元？", text)).toBeUndefined();
  });

  test("tells the event of another year", () => {
    expect(other("谁主办了2022年的“龙舟周”？", "市里主办的2021“龙舟周”昨日启幕。")).toBe("2021");
  });

  test("does not read a page's own date, nor a year that may be the asked one", () => {
    expect(other("2022年灯会在哪里？", "Apr 11, 2023 ... 灯会在河边。")).toBeUndefined();
    expect(other("2022年灯会在哪里？", "比起2019年灯会，今年的灯会更大。")).toBeUndefined();
  });

  test("tells nothing where no year is asked for, or several", () => {
    expect(other("灯会的门票收入是多少？", "2021年灯会门票收入达90万元。")).toBeUndefined();
    expect(other("2022年和2023年灯会收入多少？", "2021年灯会收入90万元。")).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { understandQuestion } from "../../../prompts/answering/understand-question.ts";
import type { Turn } from "../../../prompts/answering/answer.ts";

const history: Turn[] = [
  ["user", "南昌首个骑手驿站开在哪里？"],
  ["bot", "开在红谷滩区。"],
];

describe("understandQuestion", () => {
  test.each(["面积多大？", "它是谁建的？", "那2024年呢？", "里面有几个人？"])(
    "joins %s to the question before",
    (question) => {
      const understood = understandQuestion(question, history);
      expect(understood.context).toBe("南昌首个骑手驿站开在哪里？");
      expect(understood.text).toContain(question);
      expect(understood.text).toContain("骑手驿站");
    },
  );

  test.each(["南昌高新区的面积是多少？", "江西省有多少家高新技术企业？"])(
    "never changes %s, which stands alone",
    (question) => {
      expect(understandQuestion(question, history)).toEqual({ text: question, question });
    },
  );

  test("reaches back over a continuation to the question that stands alone", () => {
    const longer: Turn[] = [...history, ["user", "面积多大？"], ["bot", "120平方米。"]];
    expect(understandQuestion("谁建的？", longer).context).toContain("骑手驿站");
  });

  test("changes nothing without history", () => {
    expect(understandQuestion("面积多大？")).toEqual({
      text: "面积多大？",
      question: "面积多大？",
    });
  });
});

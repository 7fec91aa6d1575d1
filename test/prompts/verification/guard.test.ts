import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readGuardSet } from "../../../prompts/evaluation/guard-set.ts";
import { measureGuard } from "../../../prompts/evaluation/measure-guard.ts";

const file = new URL("guard-set.jsonl", import.meta.url);
const rows = readGuardSet(readFileSync(file, "utf8"));
const report = measureGuard(rows);

/** The statements written later differ in one scope, role or cause only. */
const harder = /^[w-zab]\d/u;
const easier = measureGuard(rows.filter(({ id }) => !harder.test(id)));

/** Shares reached when the rules were last changed, less one or two statements. */
const mostRightStopped = 0.01;
const fewestWrongStopped = { easier: 0.95, all: 0.94 };

describe("the guard set", () => {
  test("has each id and each statement once", () => {
    const ids = report.cases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const statements = report.cases.map(({ id, text }) => id.split("-")[0] + text);
    expect(new Set(statements).size).toBe(statements.length);
  });

  test("cites only what it gives", () => {
    const given = (at: number) => new Set(rows[at]!.evidence.map(({ n }) => n));
    const missing = rows.flatMap(({ cases }, at) =>
      cases.filter(({ citations }) => citations.some((n) => !given(at).has(n))),
    );
    expect(missing).toEqual([]);
  });

  test("is large enough to tell two percent", () => {
    expect(report.right.of).toBeGreaterThanOrEqual(150);
    expect(report.wrong.of).toBeGreaterThanOrEqual(200);
  });

  test("has hardly a right statement stopped", () => {
    expect(report.right.stopped / report.right.of).toBeLessThanOrEqual(mostRightStopped);
  });

  test("has nearly every wrong statement stopped", () => {
    const shareOf = ({ wrong }: typeof report) => wrong.stopped / wrong.of;
    expect(easier.wrong.of).toBeGreaterThanOrEqual(290);
    expect(shareOf(easier)).toBeGreaterThanOrEqual(fewestWrongStopped.easier);
    expect(shareOf(report)).toBeGreaterThanOrEqual(fewestWrongStopped.all);
  });
});

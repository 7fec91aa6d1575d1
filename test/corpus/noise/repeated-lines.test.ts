import { describe, expect, test } from "vitest";
import { repeatedLines } from "../../../corpus/noise/repeated-lines.ts";

const trees = "今年东湖种树三万棵，修堤两道，来看鱼的人比去年多了一倍。";
const fish = "湖里的鱼有草鱼、鲤鱼和青鱼，最大的一条有三十多斤重。";
const weir = "水务局在湖的东边修了一道新堤，又在湖的西边修了一座桥。";

function repeated(lines: readonly string[]): readonly number[] {
  return [...repeatedLines(lines)].sort((one, other) => one - other);
}

describe("repeatedLines", () => {
  test("keeps the first of equal lines, whatever their blanks", () => {
    expect(repeated([trees, fish, trees.replace("，", "， ")])).toEqual([2]);
  });

  test("keeps the copy that follows a line which stays", () => {
    // A loop tore the line from what it follows.
    expect(repeated([weir, trees, fish, trees])).toEqual([3]);
    expect(repeated([trees, trees, weir])).toEqual([1]);
  });

  test("leaves out a loop that broke off, but no line that only comes before a longer one", () => {
    expect(repeated([`${trees}${fish}`, weir, trees.slice(0, 24)])).toEqual([2]);
    expect(repeated([trees.slice(0, 24), weir, `${trees}${fish}`])).toEqual([]);
  });

  test("keeps a line where it ends a longer one", () => {
    expect(repeated([trees, fish, trees, `${weir}${trees}`])).toEqual([0, 2]);
  });

  test("keeps headings, items and refrains that stand twice", () => {
    expect(
      repeated(["湖水清了", trees, "湖水清了", fish, "青山青，绿水绿。", "青山青，绿水绿。"]),
    ).toEqual([]);
  });

  test("keeps one of many copies in loops of loops", () => {
    const lines = [trees, fish, trees, fish, trees, fish];
    const left = lines.filter((_, index) => !repeatedLines(lines).has(index));

    expect([...left].sort()).toEqual([trees, fish].sort());
  });

  test("finds nothing in nothing", () => {
    expect(repeated([])).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  leanOfLines,
  leanUnsureBox,
  levelPage,
} from "../../../../corpus/formats/image/level-page.ts";
import { type Point, pointOf, type TextBox } from "../../../../corpus/formats/image/text-box.ts";

const size = { width: 1000, height: 1200 };
/** Edges of two columns. */
const columns = [
  [100, 470],
  [530, 900],
] as const;

/** As a camera sees a flat page: turned, and wider at one end than at the other. */
function photograph({ turn, tilt }: { readonly turn: number; readonly tilt: number }) {
  return ({ x, y }: Point): Point => {
    const [right, down] = [x - 500, y - 600];
    const away = 1 + tilt * ((right + down) / 1000);
    const [flatX, flatY] = [right / away, down / away];
    return {
      x: 500 + flatX * Math.cos(turn) - flatY * Math.sin(turn),
      y: 600 + flatX * Math.sin(turn) + flatY * Math.cos(turn),
    };
  };
}

/** The lines of a page of two columns as boxes in its photo; every fourth is indented. */
function photographed(camera: (point: Point) => Point): readonly TextBox[] {
  return columns.flatMap(([left, right]) =>
    Array.from({ length: 30 }, (_, row) => {
      const y = 120 + row * 32;
      const start = camera({ x: row % 4 === 0 ? left + 40 : left, y });
      const end = camera({ x: right, y });
      return {
        x: (start.x + end.x) / 2,
        y: (start.y + end.y) / 2,
        width: Math.hypot(end.x - start.x, end.y - start.y),
        height: 20,
        angle: Math.atan2(end.y - start.y, end.x - start.x),
      };
    }),
  );
}

describe("levelPage", () => {
  test("sets columns upright and rows level, however the camera was held", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.07, max: 0.07, noNaN: true }),
        fc.double({ min: -0.08, max: 0.08, noNaN: true }),
        (turn, tilt) => {
          const boxes = photographed(photograph({ turn, tilt }));
          const level = levelPage(boxes, leanOfLines(boxes, size), size);
          const ends = boxes.map((box) => level(pointOf(box, box.width / 2, 0)));

          // The right edges of a column; the gutter beside them is 60 wide.
          for (const column of [ends.slice(0, 30), ends.slice(30)]) {
            const edges = column.map(({ x }) => x);
            expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(10);
          }
          for (let row = 0; row < 30; row += 1) {
            expect(Math.abs(ends[row]!.y - ends[row + 30]!.y)).toBeLessThan(10);
          }
        },
      ),
      // So tilted, the sides of the page lean clearly more than its middle.
      { examples: [[0, -0.04]] },
    );
  });

  test("leaves a level page as it is", () => {
    const boxes = photographed((point) => point);
    const level = levelPage(boxes, leanOfLines(boxes, size), size);

    const { x, y } = level({ x: 123, y: 456 });
    expect([x, y]).toEqual([expect.closeTo(123, 6), expect.closeTo(456, 6)]);
  });

  test("leaves alone a picture with hardly a line", () => {
    const level = levelPage([], leanOfLines([], size), size);

    expect(level({ x: 3, y: 4 })).toEqual({ x: 3, y: 4 });
  });
});

describe("leanUnsureBox", () => {
  const lines = { base: 0.05, change: 0 };
  const box = { x: 100, y: 100, width: 300, height: 20, angle: 0 };

  test("lets a long line keep the lean that it shows", () => {
    expect(leanUnsureBox(box, lines).angle).toBe(0);
  });

  test("gives a short line the lean of its page", () => {
    expect(leanUnsureBox({ ...box, width: 60 }, lines).angle).toBeCloseTo(0.05, 3);
  });
});

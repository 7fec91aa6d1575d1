/** Where a line of text stands in a picture: a rectangle that may lean. */

export interface TextBox {
  /** Of its middle, in the picture's pixels from the top left corner. */
  readonly x: number;
  readonly y: number;
  /** Along the line. */
  readonly width: number;
  readonly height: number;
  /** Of the line against the picture's upper edge, in radians; positive leans down to the right. */
  readonly angle: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point that lies `along` to the right of the middle of a box and `across` below it. */
export function pointOf(box: TextBox, along: number, across: number): Point {
  const cosine = Math.cos(box.angle);
  const sine = Math.sin(box.angle);
  return {
    x: box.x + along * cosine - across * sine,
    y: box.y + along * sine + across * cosine,
  };
}

/** The part of a box between four edges, each measured from its middle. */
export function partOf(
  box: TextBox,
  { left, right, top, bottom }: Readonly<Record<"left" | "right" | "top" | "bottom", number>>,
): TextBox {
  const middle = pointOf(box, (left + right) / 2, (top + bottom) / 2);
  return { ...middle, width: right - left, height: bottom - top, angle: box.angle };
}

/** Turns text that runs in another direction, so that every page is read from left to right. */

import type { TextPiece } from "./text-pieces.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LaidPage extends Size {
  /** How far it was turned against the clock, in degrees. */
  readonly turn: number;
  /** Running from left to right, `x` and `y` turned with them. */
  readonly pieces: readonly TextPiece[];
}

/** In degrees. */
export const quarter = 90;
/** So far off, in degrees, writing still counts as level or upright. */
const tolerance = 3;

/**
 * One page for each direction of writing, the commonest first. Turned words join vertical writing
 * where that is what the page is written in.
 */
export function layPieces(pieces: readonly TextPiece[], page: Size): readonly LaidPage[] {
  const vertical = pieces.filter(({ isVertical }) => isVertical);
  const isVerticalPage = letters(vertical) * 2 > letters(pieces);
  const apart = isVerticalPage ? [] : vertical;
  const together = isVerticalPage ? pieces : pieces.filter(({ isVertical }) => !isVertical);
  return [apart, together]
    .flatMap((ofKind) => [...groupByTurn(ofKind)])
    .sort(([, one], [, other]) => letters(other) - letters(one))
    .map(([turn, group]) => turnPage(group, turn, page));
}

function groupByTurn(pieces: readonly TextPiece[]): ReadonlyMap<number, readonly TextPiece[]> {
  const groups = new Map<number, TextPiece[]>();
  for (const piece of pieces) {
    const turn = turnOf(piece);
    const group = groups.get(turn);
    if (group === undefined) groups.set(turn, [piece]);
    else group.push(piece);
  }
  return groups;
}

/** In degrees clockwise; slanted writing is taken at its own angle. */
function turnOf({ angle, isVertical }: TextPiece): number {
  const whole = (((angle + (isVertical ? quarter : 0)) % 360) + 360) % 360;
  const nearest = Math.round(whole / quarter) * quarter;
  return Math.abs(whole - nearest) <= tolerance ? nearest % 360 : whole;
}

function letters(pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

function turnPage(pieces: readonly TextPiece[], turn: number, page: Size): LaidPage {
  const radians = (-turn * Math.PI) / 180;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const turned = pieces.map((piece) => ({
    ...piece,
    x: piece.x * cosine - piece.y * sine,
    y: piece.x * sine + piece.y * cosine,
    angle: 0,
  }));
  const corners = [
    [0, 0],
    [page.width, 0],
    [0, page.height],
    [page.width, page.height],
  ] as const;
  const xs = corners.map(([x, y]) => x * cosine - y * sine);
  const ys = corners.map(([x, y]) => x * sine + y * cosine);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return {
    turn,
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
    pieces: turned.map((piece) => ({ ...piece, x: piece.x - left, y: piece.y - top })),
  };
}

/** Takes a Chinese piece apart at its blanks, so that their width decides what they are. */

import type { TextPiece } from "./text-pieces.ts";

/** Letters and marks that all are as wide as they are high. */
const squareText =
  /^[\p{Script=Han}〇\u3001-\u303f\uff01-\uff5e]+(?: [\p{Script=Han}〇\u3001-\u303f\uff01-\uff5e]+)+$/u;

/**
 * The parts with their places. pdf.js writes a blank for any white from a tenth of a letter on,
 * which in a justified line is none.
 */
export function splitAtBlanks(piece: TextPiece): readonly TextPiece[] {
  if (!squareText.test(piece.text)) return [piece];
  const parts = piece.text.split(" ");
  const letters = parts.map((part) => [...part].length);
  const inked = letters.reduce((sum, count) => sum + count, 0) * piece.typeSize;
  const blank = Math.max(0, (piece.length - inked) / (parts.length - 1));
  let { x } = piece;
  return parts.map((text, index) => {
    const length = (letters[index] ?? 0) * piece.typeSize;
    const part = { ...piece, text, x, length };
    x += length + blank;
    return part;
  });
}

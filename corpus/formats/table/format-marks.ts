/** Reads a spreadsheet's number format mark by mark. */

/** A character of a format, and whether it only stands for itself. */
export interface FormatMark {
  readonly character: string;
  readonly isLiteral: boolean;
}

const codes = /[0#?.,%@/eymdhsap]/iu;
const elapsedTime = /^(?:h+|m+|s+)$/iu;
/** `$¥-804`: the sign, then where it is used. */
const currency = /^\$([^-]*)/u;

/** The format's sections: of positive numbers or all, of negative ones, of zero, of text. */
export function formatMarks(code: string): readonly (readonly FormatMark[])[] {
  const sections: FormatMark[][] = [];
  let marks: FormatMark[] = [];
  const add = (text: string, isLiteral: boolean): void => {
    for (const character of text) marks.push({ character, isLiteral });
  };
  for (let at = 0; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (character === ";") {
      sections.push(marks);
      marks = [];
    } else if (character === '"') {
      const end = endOf(code, '"', at + 1);
      add(code.slice(at + 1, end), true);
      at = end;
    } else if (character === "\\") {
      at += 1;
      add(code.charAt(at), true);
    } else if (character === "[") {
      const end = endOf(code, "]", at + 1);
      const inner = code.slice(at + 1, end);
      if (elapsedTime.test(inner)) add(`[${inner}]`, false);
      else add(currency.exec(inner)?.[1] ?? "", true);
      at = end;
    } else if (character === "_" || character === "*") {
      // A gap as wide as the next character, or filled with it.
      at += 1;
    } else add(character, !codes.test(character));
  }
  return [...sections, marks];
}

function endOf(code: string, mark: string, from: number): number {
  const found = code.indexOf(mark, from);
  return found === -1 ? code.length : found;
}

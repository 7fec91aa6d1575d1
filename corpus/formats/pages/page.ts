/** A page as it lies before a reader: pieces of text and where they stand. */

/** A line of one column, or a part of one; coordinates from the page's top left corner. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Height of its letters, in the page's unit. */
  readonly typeSize: number;
  readonly isBold?: boolean;
}

export interface Page {
  /** From 1; writing in another direction may be a page of its own with the same number. */
  readonly number: number;
  /** In any unit, the same as of the lines' coordinates and of the document's other pages. */
  readonly width: number;
  readonly height: number;
  /** In any order. */
  readonly lines: readonly PageLine[];
}

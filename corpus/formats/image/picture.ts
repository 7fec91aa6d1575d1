/** A picture as rows of pixels, and the finding of text in one. */

export interface Picture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row: red, green, blue, opacity. Opacity is not looked at. */
  readonly rgba: Uint8Array;
}

export const bytesPerPixel = 4;

/** Where in its file a sentence stands, as a reader would look it up. */

import { z } from "zod";

/** A page of a paged document, or a row of a table; both counted from 1, as their programs show. */
export const placeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("page"), page: z.number().int().positive() }),
  z.object({
    kind: z.literal("row"),
    row: z.number().int().positive(),
    /** Name of the sheet, where the file has several. */
    sheet: z.string().optional(),
  }),
]);
export type Place = Readonly<z.infer<typeof placeSchema>>;

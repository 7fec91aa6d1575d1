/** How much waits to be done, and since when. */

import { z } from "zod";
import { optionalNumberSchema } from "./columns.ts";

export interface Backlog {
  readonly count: number;
  /** Undefined where nothing waits. */
  readonly oldest: Date | undefined;
}

/** Row of a query for `count` and the time of the `oldest`. */
export const backlogSchema = z
  .object({ count: z.number().int(), oldest: optionalNumberSchema })
  .transform(({ count, oldest }): Backlog => ({
    count,
    oldest: oldest === undefined ? undefined : new Date(oldest),
  }));

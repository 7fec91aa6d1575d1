/** How values stand in the operational tables: times as milliseconds since 1970, values as JSON. */

import { z } from "zod";

/** A column of milliseconds since 1970, read as a Date. */
export const timeSchema = z
  .number()
  .int()
  .transform((milliseconds) => new Date(milliseconds));

/** A column of JSON text, read as the parsed value; what it must look like is the next schema's. */
export const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "expected JSON text" });
    return z.NEVER;
  }
});

/** A column that may be NULL, read as undefined. */
export const optionalNumberSchema = z
  .number()
  .int()
  .nullable()
  .transform((value) => value ?? undefined);

/** A column that may be NULL, read as undefined. */
export const optionalStringSchema = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);

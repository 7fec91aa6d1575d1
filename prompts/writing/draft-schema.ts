/** The form in which a model is to write: a JSON schema for its server, a zod schema for what comes. */

import { z } from "zod";

const strictDraftSchema = z.strictObject({
  answerable: z.boolean(),
  statements: z.array(z.strictObject({ text: z.string(), citations: z.array(z.int()).min(1) })),
});

const { $schema: _dialect, ...jsonSchema } = z.toJSONSchema(strictDraftSchema, {
  // Servers with strict schemas refuse the bounds of numbers and lists.
  override: ({ jsonSchema: part }) => {
    delete part.minimum;
    delete part.maximum;
    delete part.minItems;
  },
});

/** As the protocol's `response_format` wants it. */
export const draftFormat = { name: "cited_statements", jsonSchema } as const;

const numberSchema = z.union([
  z.int(),
  z
    .string()
    .regex(/^\s*[[【]?\d{1,4}[\]】]?\s*$/u)
    .transform((text) => Number(text.replace(/\D/gu, ""))),
]);

/** One statement as models write it that were only told the form, not held to it. */
export const looseStatementSchema = z
  .object({ text: z.string(), citations: z.union([z.array(numberSchema), numberSchema]) })
  .transform(({ text, citations }) => ({
    text,
    citations: Array.isArray(citations) ? citations : [citations],
  }));

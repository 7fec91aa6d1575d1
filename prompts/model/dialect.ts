/** Which parts of the protocol a server turned out not to know, so that nothing is tried in vain twice. */

import { type OutputForm, outputForms } from "./language-model.ts";

export interface Dialect {
  readonly form: OutputForm;
  /** Older servers know only the first, reasoning models of OpenAI only the second. */
  readonly lengthField: "max_tokens" | "max_completion_tokens";
  /** Reasoning models refuse to be told. */
  readonly takesTemperature: boolean;
  /** Whether usage can be asked for in a stream. */
  readonly takesStreamOptions: boolean;
}

export const fullDialect: Dialect = {
  form: "schema",
  lengthField: "max_tokens",
  takesTemperature: true,
  takesStreamOptions: true,
};

/** What a server said when it turned a request down. */
export interface TurnedDown {
  readonly status: number;
  readonly code: string;
  /** Its words; never shown, only searched. */
  readonly words: string;
}

const mayMeanUnknownPart: ReadonlySet<number> = new Set([400, 404, 422, 501]);
const notAboutTheForm =
  /context_length|context length|maximum context|content_filter|model_not_found/iu;

/** The dialect to try next; undefined where another one would not help. */
export function simplerDialect(dialect: Dialect, refusal: TurnedDown): Dialect | undefined {
  const { status, code, words } = refusal;
  if (!mayMeanUnknownPart.has(status) || notAboutTheForm.test(`${code} ${words}`)) return undefined;
  if (/stream_options|include_usage/iu.test(words) && dialect.takesStreamOptions) {
    return { ...dialect, takesStreamOptions: false };
  }
  if (/max_completion_tokens/iu.test(words) && dialect.lengthField === "max_tokens") {
    return { ...dialect, lengthField: "max_completion_tokens" };
  }
  if (/temperature/iu.test(words) && dialect.takesTemperature) {
    return { ...dialect, takesTemperature: false };
  }
  const form = outputForms[outputForms.indexOf(dialect.form) + 1];
  return form === undefined ? undefined : { ...dialect, form };
}

/** One thing `doctor` looks at. */

/** What was found; `advice` says what to do where it is bad, or works but could be better. */
export type Finding =
  | { readonly kind: "good"; readonly found: string }
  | { readonly kind: "warning"; readonly found: string; readonly advice: string }
  | { readonly kind: "bad"; readonly found: string; readonly advice: string };

export interface Check {
  readonly name: string;
  /** May throw; the error's message is then what was found. */
  run(signal: AbortSignal): Promise<Finding>;
}

export const good = (found: string): Finding => ({ kind: "good", found });
export const warning = (found: string, advice: string): Finding => ({
  kind: "warning",
  found,
  advice,
});
export const bad = (found: string, advice: string): Finding => ({ kind: "bad", found, advice });

/** One thing `doctor` looks at. */

/** What was found; `advice` says what to do where it is bad. */
export type Finding =
  | { readonly kind: "good"; readonly found: string }
  | { readonly kind: "bad"; readonly found: string; readonly advice: string };

export interface Check {
  readonly name: string;
  /** May throw; the error's message is then what was found. */
  run(signal: AbortSignal): Promise<Finding>;
}

export const good = (found: string): Finding => ({ kind: "good", found });
export const bad = (found: string, advice: string): Finding => ({ kind: "bad", found, advice });

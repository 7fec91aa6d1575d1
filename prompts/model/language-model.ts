/** Port: completes a conversation. One file per vendor implements it. */

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/**
 * How the model is held to a form: by a JSON schema, by the demand for some JSON, or by words alone.
 * Servers know the first, the first two, or only the last.
 */
export const outputForms = ["schema", "json", "text"] as const;
export type OutputForm = (typeof outputForms)[number];

export interface CompletionRequest {
  /** The conversation, oldest first, for the form that the server turns out to know. */
  readonly messages: (form: OutputForm) => readonly Message[];
  readonly schema: {
    readonly name: string;
    readonly jsonSchema: Readonly<Record<string, unknown>>;
  };
  /** Most tokens of the reply. */
  readonly maxTokens: number;
  /** Also ends waiting for a retry or for a turn. */
  readonly signal: AbortSignal;
  /** By `Date.now()`: nothing is tried again that could not be done by then. Default: no end. */
  readonly deadlineMs?: number;
  /** Called with each new piece of the reply; the model then streams it. */
  readonly onText?: (piece: string) => void;
}

export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export interface Completion {
  /** The whole reply without what the model thought aloud; never only spaces. */
  readonly text: string;
  readonly form: OutputForm;
  /** As the server counts; estimated from the characters where it does not. */
  readonly usage: TokenUsage;
  /** `stop`: it was done. `length`: out of tokens. `cut`: the stream broke off. */
  readonly finishReason: "stop" | "length" | "cut";
}

export interface LanguageModel {
  /** The model's name. */
  readonly name: string;
  /** @throws {ModelError} and the signal's reason once it is given */
  complete(request: CompletionRequest): Promise<Completion>;
}

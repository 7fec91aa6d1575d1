/** A client of OpenAI or any server that speaks its protocol, which knows only what it is told. */

import OpenAI from "openai";

const defaultBaseUrl = "https://api.openai.com/v1";
/** The client insists on a key; servers without keys ignore it. */
const noKey = "none";

export interface OpenAiServer {
  /** Absent for servers that need none. */
  readonly apiKey?: string | undefined;
  /** Default: OpenAI's own. */
  readonly baseUrl?: string | undefined;
  /** For one attempt. */
  readonly timeoutMs: number;
  /** After the first attempt, with growing pauses. */
  readonly maxRetries: number;
  readonly fetch?: typeof fetch | undefined;
}

export function openOpenAiClient(server: OpenAiServer): OpenAI {
  return new OpenAI({
    apiKey: server.apiKey ?? noKey,
    baseURL: server.baseUrl ?? defaultBaseUrl,
    // Given outright, or the client would look into the environment.
    organization: null,
    project: null,
    logLevel: "off",
    timeout: server.timeoutMs,
    maxRetries: server.maxRetries,
    ...(server.fetch === undefined ? {} : { fetch: server.fetch }),
  });
}

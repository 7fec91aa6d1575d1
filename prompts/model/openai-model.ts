/** A language model behind OpenAI's protocol, which every server understands a little differently. */

import type OpenAI from "openai";
import { z } from "zod";
import { describeAttempt } from "../../retrieval/openai-attempt.ts";
import { openOpenAiClient } from "../../retrieval/openai-client.ts";
import { withRetries } from "../../retrieval/with-retries.ts";
import { type Dialect, fullDialect, simplerDialect } from "./dialect.ts";
import { estimatePromptTokens, estimateTokens } from "./estimate-tokens.ts";
import type { Completion, CompletionRequest, LanguageModel, TokenUsage } from "./language-model.ts";
import { toModelError, turnedDown, unusable } from "./openai-failure.ts";
import { createThoughtFilter, stripThoughts } from "./strip-thoughts.ts";

const defaultTimeoutMs = 30_000;
const defaultMaxRetries = 2;

export interface OpenAiModelOptions {
  readonly model: string;
  /** Absent for servers that need none. */
  readonly apiKey?: string | undefined;
  /** Default: OpenAI's own. */
  readonly baseUrl?: string | undefined;
  /** Until a server begins to reply, for one attempt. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** After the first attempt. Default 2. */
  readonly maxRetries?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
}

const usageSchema = z
  .object({ prompt_tokens: z.number(), completion_tokens: z.number() })
  .transform((usage) => ({
    promptTokens: usage.prompt_tokens,
    completionTokens: usage.completion_tokens,
  }))
  .nullish()
  .catch(undefined);
const textSchema = z.string().nullish();
const replySchema = z.object({
  choices: z.tuple(
    [
      z.object({
        message: z.object({ content: textSchema, refusal: textSchema }),
        finish_reason: textSchema,
      }),
    ],
    z.unknown(),
  ),
  usage: usageSchema,
});
const pieceSchema = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: textSchema, refusal: textSchema }).nullish(),
      finish_reason: textSchema,
    }),
  ),
  usage: usageSchema,
});

/** One reply as the server gave it. */
interface Reply {
  readonly text: string;
  readonly isRefusal: boolean;
  /** Absent where it broke off. */
  readonly finishReason: string | undefined;
  readonly usage: TokenUsage | undefined;
}

/** Learns with the first replies which parts of the protocol the server knows, and keeps to them. */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  const { model: name, maxRetries = defaultMaxRetries } = options;
  const client = openOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    // Retried here, where a pause can be ended and ends before the deadline.
    maxRetries: 0,
  });
  let known = fullDialect;

  async function attempt(request: CompletionRequest): Promise<Completion> {
    let dialect = known;
    for (;;) {
      try {
        const completion = toCompletion(await send(request, dialect), request, dialect.form, name);
        // Only a dialect that worked is worth keeping.
        known = dialect;
        return completion;
      } catch (error) {
        request.signal.throwIfAborted();
        const refusal = turnedDown(error);
        const simpler = refusal && simplerDialect(dialect, refusal);
        if (simpler === undefined) throw error;
        dialect = simpler;
      }
    }
  }

  function send(request: CompletionRequest, dialect: Dialect): Promise<Reply> {
    const { signal, onText } = request;
    const parameters = toParameters(request, dialect, name);
    return onText === undefined
      ? readWhole(client, parameters, signal, name)
      : readPieces(client, { parameters, dialect, signal, onText, name });
  }

  return {
    name,
    async complete(request) {
      try {
        return await withRetries(() => attempt(request), {
          maxRetries,
          signal: request.signal,
          deadlineMs: request.deadlineMs,
          describe: describeAttempt,
        });
      } catch (error) {
        request.signal.throwIfAborted();
        throw toModelError(error, name);
      }
    },
  };
}

function toParameters(request: CompletionRequest, dialect: Dialect, model: string) {
  const { form, lengthField, takesTemperature } = dialect;
  const { name, jsonSchema } = request.schema;
  const formats = {
    schema: {
      type: "json_schema" as const,
      json_schema: { name, schema: { ...jsonSchema }, strict: true },
    },
    json: { type: "json_object" as const },
    text: undefined,
  };
  const format = formats[form];
  return {
    model,
    messages: request.messages(form).map(({ role, content }) => ({ role, content })),
    [lengthField]: request.maxTokens,
    ...(takesTemperature ? { temperature: 0 } : {}),
    ...(format === undefined ? {} : { response_format: format }),
  };
}
type Parameters = ReturnType<typeof toParameters>;

async function readWhole(
  client: OpenAI,
  parameters: Parameters,
  signal: AbortSignal,
  name: string,
): Promise<Reply> {
  const response: unknown = await client.chat.completions.create(
    { ...parameters, stream: false },
    { signal },
  );
  const parsed = replySchema.safeParse(response);
  if (!parsed.success) throw unusable(name, "another form than the protocol's", parsed.error);
  const [{ message, finish_reason: finishReason }] = parsed.data.choices;
  return {
    text: message.content ?? "",
    isRefusal: Boolean(message.refusal),
    finishReason: finishReason ?? "stop",
    usage: parsed.data.usage ?? undefined,
  };
}

interface Streaming {
  readonly parameters: Parameters;
  readonly dialect: Dialect;
  readonly signal: AbortSignal;
  readonly onText: (piece: string) => void;
  readonly name: string;
}

/** What arrived before the stream broke off is kept; nothing can be taken back from the listener. */
async function readPieces(client: OpenAI, streaming: Streaming): Promise<Reply> {
  const { parameters, dialect, signal, onText, name } = streaming;
  const pieces: AsyncIterable<unknown> = await client.chat.completions.create(
    {
      ...parameters,
      stream: true,
      ...(dialect.takesStreamOptions ? { stream_options: { include_usage: true } } : {}),
    },
    { signal },
  );
  const filter = createThoughtFilter();
  let text = "";
  let isRefusal = false;
  let finishReason: string | undefined;
  let usage: TokenUsage | undefined;
  const say = (piece: string) => {
    text += piece;
    if (piece !== "") onText(piece);
  };
  try {
    for await (const piece of pieces) {
      const parsed = pieceSchema.safeParse(piece);
      if (!parsed.success) throw unusable(name, "another form than the protocol's", parsed.error);
      const [choice] = parsed.data.choices;
      say(filter.push(choice?.delta?.content ?? ""));
      isRefusal ||= Boolean(choice?.delta?.refusal);
      finishReason = choice?.finish_reason ?? finishReason;
      usage = parsed.data.usage ?? usage;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (text === "") throw error;
  }
  // The package ends a stream that was told to stop as if it were over.
  signal.throwIfAborted();
  say(filter.end());
  return { text, isRefusal, finishReason, usage };
}

function toCompletion(
  { text: said, isRefusal, finishReason, usage }: Reply,
  { messages }: CompletionRequest,
  form: Dialect["form"],
  name: string,
): Completion {
  const text = stripThoughts(said);
  if (isRefusal || finishReason === "content_filter") throw unusable(name, "a refusal");
  if (text === "") throw unusable(name, "an empty one");
  return {
    text,
    form,
    usage: usage ?? {
      promptTokens: estimatePromptTokens(messages(form)),
      completionTokens: estimateTokens(said),
    },
    finishReason:
      finishReason === undefined ? "cut" : finishReason === "length" ? "length" : "stop",
  };
}

/**
 * A server on this machine that speaks OpenAI's protocol and says what a test tells it to: chat, whole
 * or streamed, embeddings, and every way in which a server fails.
 */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { hashVector } from "../retrieval/loading/small-embedder.ts";

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly stream_options?: unknown;
  readonly response_format?: { readonly type: string; readonly json_schema?: unknown };
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
}

export interface EmbeddingRequest {
  readonly model: string;
  readonly input: readonly string[];
  readonly dimensions?: number;
}

/** What the server does with one request. */
export type Reply =
  /** Says it, in pieces where it is to stream. */
  | {
      readonly kind: "says";
      readonly pieces: readonly string[] | AsyncIterable<string>;
      /** Null: none is given. */
      readonly finishReason?: string | null;
      readonly refusal?: string;
      readonly withoutUsage?: boolean;
    }
  /** Begins to stream it and then drops the connection. */
  | { readonly kind: "cuts"; readonly pieces: readonly string[] }
  /** Sends this and nothing of the protocol. */
  | {
      readonly kind: "sends";
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** Never answers. */
  | { readonly kind: "hangs" }
  /** Drops the connection without a word. */
  | { readonly kind: "drops" };

/** @param attempt how many requests of the kind there were, this one included */
export type ChatScript = (request: ChatRequest, attempt: number) => Reply;
export type EmbeddingScript = (request: EmbeddingRequest, attempt: number) => Reply;

export interface ScriptedOpenAi {
  readonly baseUrl: string;
  readonly chats: readonly ChatRequest[];
  readonly embeddings: readonly EmbeddingRequest[];
  /** `authorization` of every request. */
  readonly keys: readonly (string | undefined)[];
  /** Requests at once. */
  readonly load: { readonly now: number; readonly most: number };
  /** @throws what a script threw */
  close(): Promise<void>;
}

/** What a model says in one piece. */
export const says = (text: string): Reply => ({ kind: "says", pieces: [text] });

/** A failure as servers tell it, with the key in it, as some do. */
export function failsWith(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  message = "key sk-secret refused",
): Reply {
  return {
    kind: "sends",
    status,
    headers,
    body: { error: { message, type: "x", code: "y", param: null } },
  };
}

/** Vectors of 12 numbers, or as many as asked for, three times unit length, in reverse order. */
export function embeds({ input, dimensions = 12 }: EmbeddingRequest): Reply {
  const data = input.map((text, index) => ({
    object: "embedding",
    index,
    embedding: [...hashVector(text, dimensions)].map((value) => value * 3),
  }));
  return { kind: "sends", body: { object: "list", model: "m", data: data.toReversed() } };
}

export async function startScriptedOpenAi(
  scripts: { readonly chat?: ChatScript; readonly embeddings?: EmbeddingScript } = {},
): Promise<ScriptedOpenAi> {
  const { chat = () => says("{}"), embeddings = embeds } = scripts;
  const asked = { chats: [] as ChatRequest[], embeddings: [] as EmbeddingRequest[] };
  const keys: (string | undefined)[] = [];
  const load = { now: 0, most: 0 };
  const broken: unknown[] = [];
  const server = createServer((request, response) => {
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    response.once("close", () => {
      load.now -= 1;
    });
    serve(request, response).catch((error: unknown) => {
      broken.push(error);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    keys.push(request.headers.authorization);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    // Requests sent together are then all there before the first is answered.
    await new Promise((resolve) => setImmediate(resolve));
    if (request.url?.endsWith("/embeddings") === true) {
      asked.embeddings.push(body as EmbeddingRequest);
      await reply(embeddings(body as EmbeddingRequest, asked.embeddings.length), response, false);
    } else if (request.url?.endsWith("/chat/completions") === true) {
      const chatRequest = body as ChatRequest;
      asked.chats.push(chatRequest);
      await reply(chat(chatRequest, asked.chats.length), response, chatRequest.stream === true);
    } else await reply(failsWith(404), response, false);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    ...asked,
    keys,
    load,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (broken.length > 0) throw broken[0];
    },
  };
}

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

async function reply(what: Reply, response: ServerResponse, streams: boolean): Promise<void> {
  switch (what.kind) {
    case "hangs":
      return;
    case "drops":
      response.destroy();
      return;
    case "sends": {
      response.writeHead(what.status ?? 200, {
        "content-type": "application/json",
        ...what.headers,
      });
      response.end(typeof what.body === "string" ? what.body : JSON.stringify(what.body));
      return;
    }
    case "cuts":
      // Without streaming nothing would have arrived yet.
      if (!streams) response.destroy();
      else await stream(what.pieces, response, () => response.destroy());
      return;
    case "says": {
      const { pieces, finishReason = "stop", refusal, withoutUsage = false } = what;
      if (streams) {
        await stream(pieces, response, () => {
          if (refusal !== undefined) void sendChunk(response, { delta: { refusal } });
          if (finishReason !== null) {
            void sendChunk(response, { delta: {}, finish_reason: finishReason });
          }
          if (!withoutUsage) void send(response, { choices: [], usage });
          response.end("data: [DONE]\n\n");
        });
        return;
      }
      let content = "";
      for await (const piece of pieces) content += piece;
      const message = { role: "assistant", content, refusal: refusal ?? null };
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          choices: [{ index: 0, message, finish_reason: finishReason }],
          ...(withoutUsage ? {} : { usage }),
        }),
      );
    }
  }
}

async function stream(
  pieces: Iterable<string> | AsyncIterable<string>,
  response: ServerResponse,
  finish: () => void,
): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for await (const content of pieces) {
    if (response.destroyed) return;
    // Waits for the bytes to leave, so that what was sent before a cut arrives.
    await sendChunk(response, { delta: { content }, finish_reason: null });
  }
  finish();
}

function sendChunk(response: ServerResponse, choice: object): Promise<void> {
  return send(response, { choices: [{ index: 0, ...choice }] });
}

function send(response: ServerResponse, chunk: object): Promise<void> {
  return new Promise((resolve) => {
    response.write(`data: ${JSON.stringify(chunk)}\n\n`, () => resolve());
  });
}

/** The wire: paths, tokens, bodies and connections of the fake Bot API. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { ApiRefusal } from "./api-refusal.ts";
import { type Answer, type Drip, refusalAnswer } from "./answer-call.ts";
import type { RawRequest } from "./read-request.ts";
import type { StoredFile } from "./stored-files.ts";

export interface HttpRoutes {
  readonly token: string;
  isRevoked(): boolean;
  call(method: string, request: RawRequest, signal: AbortSignal): Promise<Answer>;
  file(path: string): StoredFile | undefined;
}

export interface HttpServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Listens on the same port again, after `close`. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const callPath = /^\/bot([^/]*)\/(\w+)$/u;
const filePath = /^\/file\/bot([^/]*)\/(.+)$/u;
const maxUploadBytes = 50 * 1024 * 1024;
const tokenShape = /^\d+:[\w-]{30,}$/u;

export async function openHttpServer(routes: HttpRoutes): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      // A slip in the fake itself: the bot sees a server fault, the test sees why.
      response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ ok: false, error_code: 500, description: String(error) }));
    });
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error(`Expected a port, found ${String(address)}.`);
  }
  return {
    origin: `http://127.0.0.1:${address.port}`,
    reopen: () => listen(address.port),
    close: () =>
      new Promise((resolve, reject) => {
        if (!server.listening) {
          resolve();
          return;
        }
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  routes: HttpRoutes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://fake");
  const [, fileToken, storedPath] = filePath.exec(url.pathname) ?? [];
  if (storedPath !== undefined) {
    const file = fileToken === routes.token ? routes.file(storedPath) : undefined;
    response.writeHead(file === undefined ? 404 : 200, {
      "content-type": file?.mimeType ?? "text/plain",
    });
    if (file === undefined) response.end("Not Found");
    else if (file.bytes === undefined) await sendZeros(response, file.sizeBytes);
    else response.end(file.bytes);
    return;
  }
  const [, token, method] = callPath.exec(url.pathname) ?? [];
  const hangUp = new AbortController();
  response.on("close", () => hangUp.abort());
  const body = await readBody(request);
  if (body.length > maxUploadBytes) {
    const tooLarge = refusalAnswer(new ApiRefusal(413));
    await sendAnswer(request, response, tooLarge);
    return;
  }
  const reply = await answerRoute(
    routes,
    { token, method },
    () => ({
      contentType: request.headers["content-type"] ?? "",
      body,
      query: url.searchParams,
    }),
    hangUp.signal,
  );
  await sendAnswer(request, response, reply);
}

async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Answer,
): Promise<void> {
  if (reply.status === "lost") {
    request.socket.destroy();
    return;
  }
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, {
    "content-type": "application/json",
    "content-length": body.byteLength,
  });
  if (reply.isTorn === true) {
    response.write(body.subarray(0, body.byteLength / 2), () => request.socket.destroy());
    return;
  }
  if (reply.drip !== undefined) await sendDripping(response, body, reply.drip);
  else response.end(body);
}

/** One drip after another, for as long as the client listens. */
async function sendDripping(
  response: ServerResponse,
  body: Buffer,
  { bytes, everyMs }: Drip,
): Promise<void> {
  for (let from = 0; from < body.byteLength; from += bytes) {
    if (response.destroyed) return;
    response.write(body.subarray(from, from + bytes));
    await pause(everyMs);
  }
  response.end();
}

/** Ends early where the client hangs up. */
async function sendZeros(response: ServerResponse, sizeBytes: number): Promise<void> {
  await pipeline(zeros(sizeBytes), response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

function* zeros(sizeBytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(1024 * 1024);
  for (let left = sizeBytes; left > 0; left -= chunk.byteLength) yield chunk.subarray(0, left);
}

async function answerRoute(
  routes: HttpRoutes,
  { token, method }: { readonly token: string | undefined; readonly method: string | undefined },
  raw: () => RawRequest,
  signal: AbortSignal,
): Promise<Answer> {
  if (token === undefined || method === undefined) return refusalAnswer(new ApiRefusal(404));
  if (token !== routes.token || routes.isRevoked()) {
    const reason = tokenShape.test(token) ? undefined : "invalid token specified";
    return refusalAnswer(new ApiRefusal(401, reason));
  }
  return routes.call(method, raw(), signal);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

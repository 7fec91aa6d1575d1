/** The wire: paths, tokens, bodies and connections of the fake Bot API. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { ApiRefusal } from "./api-refusal.ts";
import { type Answer, refusalAnswer } from "./answer-call.ts";
import type { RawRequest } from "./read-request.ts";
import type { StoredFile } from "./world.ts";

export interface HttpRoutes {
  readonly token: string;
  call(method: string, request: RawRequest, signal: AbortSignal): Promise<Answer>;
  file(path: string): StoredFile | undefined;
}

export interface HttpServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

const callPath = /^\/bot([^/]*)\/(\w+)$/u;
const filePath = /^\/file\/bot([^/]*)\/(.+)$/u;
const tokenShape = /^\d+:[\w-]{30,}$/u;

export async function openHttpServer(routes: HttpRoutes): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      // A slip in the fake itself: the bot sees a server fault, the test sees why.
      response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ ok: false, error_code: 500, description: String(error) }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error(`Expected a port, found ${String(address)}.`);
  }
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
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
    response.end(file?.bytes ?? "Not Found");
    return;
  }
  const [, token, method] = callPath.exec(url.pathname) ?? [];
  const hangUp = new AbortController();
  response.on("close", () => hangUp.abort());
  const body = await readBody(request);
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
  if (reply.status === "lost") {
    request.socket.destroy();
    return;
  }
  response.writeHead(reply.status, { "content-type": "application/json" });
  response.end(reply.body);
}

async function answerRoute(
  routes: HttpRoutes,
  { token, method }: { readonly token: string | undefined; readonly method: string | undefined },
  raw: () => RawRequest,
  signal: AbortSignal,
): Promise<Answer> {
  if (token === undefined || method === undefined) return refusalAnswer(new ApiRefusal(404));
  if (token !== routes.token) {
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

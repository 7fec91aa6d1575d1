/** A small HTTP server: few routes, short requests, no surprises. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { ConfigError } from "../errors.ts";
import type { Logger } from "../logger.ts";

export interface HttpRequest {
  /** The value of a header; undefined where it was not sent, or sent more than once. */
  header(name: string): string | undefined;
  /** The body; undefined where it is longer than allowed. */
  body(): Promise<string | undefined>;
}

export interface HttpReply {
  readonly status: number;
  /** Default: plain text. */
  readonly contentType?: string;
  readonly body: string;
}

/** `GET /health` and the like → what answers it. */
export type HttpRoutes = Readonly<Record<string, (request: HttpRequest) => Promise<HttpReply>>>;

export interface HttpServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly routes: HttpRoutes;
  readonly logger: Logger;
}

export interface HttpServer {
  readonly port: number;
  /** Resolves when the requests begun are answered. */
  close(): Promise<void>;
}

/** An update of Telegram is smaller by far. */
const maxBodyBytes = 1024 * 1024;
const requestTimeoutMs = 10_000;

/** @throws {ConfigError} `E_CONFIG` where the port cannot be had */
export async function openHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port, routes, logger } = options;
  const server = createServer(
    { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs },
    (request, response) => {
      void answer(routes, request, response, logger);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(portError(host, port, error)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answer(
  routes: HttpRoutes,
  request: IncomingMessage,
  response: ServerResponse,
  logger: Logger,
): Promise<void> {
  const [path = "/"] = (request.url ?? "/").split("?");
  const reply = await replyTo(routes, `${request.method ?? ""} ${path}`, request, logger);
  response.writeHead(reply.status, {
    "content-type": reply.contentType ?? "text/plain; charset=utf-8",
    // Whatever of the body was not read is not waited for.
    ...(request.complete ? {} : { connection: "close" }),
  });
  response.end(reply.body);
}

async function replyTo(
  routes: HttpRoutes,
  wanted: string,
  request: IncomingMessage,
  logger: Logger,
): Promise<HttpReply> {
  const route = Object.hasOwn(routes, wanted) ? routes[wanted] : undefined;
  if (route === undefined) return { status: 404, body: "not found\n" };
  try {
    return await route({
      header: (name) => {
        const value = request.headers[name.toLowerCase()];
        return typeof value === "string" ? value : undefined;
      },
      body: () => readBody(request),
    });
  } catch (error) {
    logger.error("A request could not be answered", { error, wanted });
    return { status: 500, body: "internal error\n" };
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    bytes += part.length;
    if (bytes > maxBodyBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function portError(host: string, port: number, cause: Error): ConfigError {
  return new ConfigError(
    `PORT: expected a port that can be opened on ${host}, found ${port} (${cause.message});` +
      " choose another PORT or HOST, or stop who uses it",
    { cause },
  );
}

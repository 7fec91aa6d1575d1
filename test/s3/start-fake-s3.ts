/**
 * An S3-compatible store in memory, over HTTP, with the two promises LanceDB's commits rest on: an
 * object appears whole or not at all, whatever becomes of the client that sends it, and a PUT with
 * `If-None-Match: *` loses to an object that is there.
 */

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { answerRequest } from "./answer-request.ts";
import { createBucket } from "./bucket.ts";
import { createUploads } from "./uploads.ts";

export interface FakeS3 {
  /** Of the one bucket there is. */
  readonly address: string;
  /** How LanceDB gets there: as options, or as variables of a process's environment. */
  readonly storageOptions: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** Keys of all objects, sorted. */
  keys(): readonly string[];
  /** Commits that lost to another one. */
  readonly lostRaces: () => number;
  close(): Promise<void>;
}

const bucketName = "corpus";

export async function startFakeS3(): Promise<FakeS3> {
  const bucket = createBucket();
  const uploads = createUploads();
  let lostRaces = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, name, ...rest] = url.pathname.split("/").map(decodeURIComponent);
    const body = await buffer(request);
    if (name !== bucketName) {
      response.writeHead(404).end();
      return;
    }
    const answered = answerRequest(bucket, uploads, {
      method: request.method ?? "GET",
      key: rest.join("/"),
      query: url.searchParams,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([header, value]) => [header, String(value)]),
      ),
      body,
    });
    if (answered.status === 412) lostRaces += 1;
    const bytes = Buffer.from(answered.body ?? "");
    const length = { "content-length": String(bytes.length) };
    response.writeHead(answered.status, { ...length, ...answered.headers }).end(bytes);
  }

  const server = createServer((request, response) => {
    // A client that is killed while it sends has sent nothing.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const endpoint = `http://127.0.0.1:${port}`;
  const [key, secret] = ["test-key", "test-secret"];
  return {
    address: `s3://${bucketName}/store`,
    storageOptions: {
      endpoint,
      region: "us-east-1",
      aws_access_key_id: key,
      aws_secret_access_key: secret,
      allow_http: "true",
    },
    environment: {
      AWS_ENDPOINT: endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: key,
      AWS_SECRET_ACCESS_KEY: secret,
      AWS_ALLOW_HTTP: "true",
    },
    keys: () => bucket.keys(""),
    lostRaces: () => lostRaces,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

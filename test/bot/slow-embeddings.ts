/** An embedding server that can be told to keep a text waiting, so that a test catches a load at work. */

import { createServer } from "node:http";
import { z } from "zod";
import { hashVector } from "../retrieval/loading/small-embedder.ts";

export interface SlowEmbeddings {
  readonly baseUrl: string;
  /** Every text whose vector was sent, in order, repeats kept. */
  readonly embedded: readonly string[];
  /** Resolves when a text that contains the words has come and waits. */
  hold(words: string): Promise<void>;
  /** Lets it go, and all that come. */
  release(): void;
  close(): Promise<void>;
}

const vectorLength = 16;
const requestSchema = z.object({ input: z.array(z.string()) });

export async function startSlowEmbeddings(): Promise<SlowEmbeddings> {
  const embedded: string[] = [];
  let heldText: string | undefined;
  let release = (): void => undefined;
  let isHeld = Promise.resolve();
  let reached = (): void => undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", async () => {
      const { input } = requestSchema.parse(JSON.parse(Buffer.concat(parts).toString()));
      const words = heldText;
      if (words !== undefined && input.some((text) => text.includes(words))) {
        reached();
        await isHeld;
      }
      // Whoever asked may be gone.
      if (response.destroyed) return;
      embedded.push(...input);
      const data = input.map((text, index) => ({
        object: "embedding",
        index,
        embedding: [...hashVector(text, vectorLength)],
      }));
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ object: "list", model: "m", data }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected a port.");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    embedded,
    hold: (words) =>
      new Promise((resolve) => {
        heldText = words;
        reached = resolve;
        isHeld = new Promise((free) => {
          release = free;
        });
      }),
    release: () => {
      heldText = undefined;
      release();
    },
    close: async () => {
      release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

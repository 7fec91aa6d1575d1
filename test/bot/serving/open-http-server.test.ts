import { afterEach, describe, expect, test } from "vitest";
import { createLogger } from "../../../bot/logger.ts";
import { type HttpServer, openHttpServer } from "../../../bot/serving/open-http-server.ts";

const logger = createLogger({ level: "silent", secrets: [] });
const opened: HttpServer[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function open(port = 0): Promise<string> {
  const server = await openHttpServer({
    host: "127.0.0.1",
    port,
    logger,
    routes: {
      "POST /echo": async (request) => {
        const body = await request.body();
        return body === undefined ? { status: 413, body: "" } : { status: 200, body };
      },
      "GET /broken": () => Promise.reject(new Error("a secret of the house")),
    },
  });
  opened.push(server);
  return `http://127.0.0.1:${server.port}`;
}

describe("openHttpServer", () => {
  test("answers its routes, whatever the query, and nothing else", async () => {
    const origin = await open();
    const post = { method: "POST", body: "你好" };
    expect(await (await fetch(`${origin}/echo?a=1`, post)).text()).toBe("你好");
    expect((await fetch(`${origin}/echo`)).status).toBe(404);
    expect((await fetch(`${origin}/toString`)).status).toBe(404);
    expect((await fetch(`${origin}/echo/../x`, post)).status).toBe(404);
  });

  test("takes no body of more than a megabyte", async () => {
    const origin = await open();
    const send = (bytes: number) =>
      fetch(`${origin}/echo`, { method: "POST", body: "x".repeat(bytes) });
    expect((await send(1024 * 1024)).status).toBe(200);
    // The rest of the body may not be read: the client sees the answer, or a closed connection.
    const tooLarge = await send(2 * 1024 * 1024).then(
      ({ status }) => status,
      () => 413,
    );
    expect(tooLarge).toBe(413);
  });

  test("never tells the words of an error", async () => {
    const response = await fetch(`${await open()}/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });

  test("says which port it cannot have", async () => {
    const origin = await open();
    const port = Number(new URL(origin).port);
    await expect(open(port)).rejects.toMatchObject({ code: "E_CONFIG" });
    await expect(open(port)).rejects.toThrow(`found ${port}`);
  });
});

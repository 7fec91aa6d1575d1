import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { gzipSync, brotliCompressSync, deflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fetchLink, type FetchLinkOptions } from "../../../../bot/uploads/links/fetch-link.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const page = "<html><body><p>大桥今天通车。</p></body></html>";
let routes: Map<string, Answer>;
let asked: string[];
let origin: string;
let port: number;
let server: ReturnType<typeof createServer>;
beforeEach(async () => {
  routes = new Map<string, Answer>([["/page", html(page)]]);
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const answer = routes.get(request.url ?? "");
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
  origin = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

function html(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  };
}

function leadsTo(location: string): Answer {
  return (_request, response) => void response.writeHead(302, { location }).end();
}

async function get(path: string, options: Partial<FetchLinkOptions> = {}) {
  const allowed = [{ address: "127.0.0.1", port }];
  const signal = new AbortController().signal;
  const url = path.startsWith("/") ? `${origin}${path}` : path;
  const fetched = await fetchLink(url, { maxBytes: 10_000, allowed, signal, ...options });
  return { ...fetched, text: Buffer.from(fetched.content).toString() };
}

describe("fetchLink", () => {
  test("gives the content of a page with a name from its address", async () => {
    expect(await get("/page#top")).toMatchObject({
      url: `${origin}/page`,
      name: "page.html",
      text: page,
    });
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("unpacks %s", async (encoding, pack) => {
    routes.set("/packed", html(pack(page), { "content-encoding": encoding }));
    expect((await get("/packed")).text).toBe(page);
  });

  test("follows redirects, and keeps the address that was asked for", async () => {
    routes.set("/old", leadsTo("/older"));
    routes.set("/older", leadsTo(`${origin}/page`));
    expect(await get("/old")).toMatchObject({ url: `${origin}/old`, name: "old.html", text: page });
  });

  test("gives up where an address leads in a circle", async () => {
    routes.set("/round", leadsTo("/round"));
    await expect(get("/round")).rejects.toMatchObject({ code: "E_LINK_REDIRECTS" });
    expect(asked).toHaveLength(6);
  });

  test("connects to no private address, however it is written", async () => {
    for (const host of [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f.1",
      "[::1]",
      "[::ffff:7f00:1]",
    ]) {
      const refusal = get(`http://${host}:${port}/page`, { allowed: [] });
      await expect(refusal).rejects.toMatchObject({ code: "E_LINK_REFUSED" });
    }
    expect(asked).toEqual([]);
  });

  test.each([
    ["a cloud's metadata", "http://169.254.169.254/latest"],
    ["another port of this machine", "http://127.0.0.1:1/"],
    ["a file", "file:///etc/passwd"],
    ["an address with a password", "http://li:secret@example.com/"],
  ])("follows no redirect to %s", async (_what, location) => {
    routes.set("/out", leadsTo(location));
    await expect(get("/out")).rejects.toMatchObject({ code: "E_LINK_REFUSED" });
    expect(asked).toEqual(["/out"]);
  });

  test("refuses a name of which one address is private", async () => {
    const resolve = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    const refusal = get(`http://two.example:${port}/page`, { allowed: [], resolve });
    await expect(refusal).rejects.toMatchObject({ code: "E_LINK_REFUSED" });
    expect(asked).toEqual([]);
  });

  test("looks a name up once for each connection, and connects to what it found", async () => {
    let lookups = 0;
    // The first look gives the allowed address, any further one another.
    const resolve = async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    };
    expect((await get(`http://rebinding.example:${port}/page`, { resolve })).text).toBe(page);
    expect(lookups).toBe(1);
    const again = get(`http://rebinding.example:${port}/page`, { resolve });
    await expect(again).rejects.toMatchObject({ code: "E_LINK_REFUSED" });
  });

  test("stops at the limit, told, untold or packed", async () => {
    const long = "长".repeat(5_000);
    routes.set("/told", html(long));
    routes.set("/untold", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.write(long);
      response.end();
    });
    routes.set("/bomb", html(gzipSync("0".repeat(1_000_000)), { "content-encoding": "gzip" }));
    for (const path of ["/told", "/untold", "/bomb"]) {
      await expect(get(path)).rejects.toMatchObject({ code: "E_LINK_TOO_LARGE" });
    }
  });

  test("stops when its time is over", async () => {
    routes.set("/slow", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.write("<p>");
    });
    routes.set("/silent", () => undefined);
    for (const path of ["/slow", "/silent"]) {
      await expect(get(path, { timeoutMs: 50 })).rejects.toMatchObject({ code: "E_LINK_TIMEOUT" });
    }
  });

  test("stops when it is told to, with the reason that was given", async () => {
    const stop = new AbortController();
    routes.set("/slow", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.write("<p>");
      stop.abort(new Error("stopped by the test"));
    });
    await expect(get("/slow", { signal: stop.signal })).rejects.toThrow("stopped by the test");
  });

  test("says what is wrong with an answer", async () => {
    routes.set("/video", html("…", { "content-type": "video/mp4" }));
    routes.set("/zstd", html("…", { "content-encoding": "zstd" }));
    routes.set("/lies", html("no gzip", { "content-encoding": "gzip" }));
    routes.set("/torn", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "100" });
      response.write("<p>");
      setImmediate(() => response.destroy());
    });
    const codes = new Map([
      ["/missing", "E_LINK_FAILED"],
      ["/video", "E_LINK_FORMAT"],
      ["/zstd", "E_LINK_FORMAT"],
      ["/lies", "E_LINK_FAILED"],
      ["/torn", "E_LINK_FAILED"],
    ]);
    for (const [path, code] of codes) await expect(get(path)).rejects.toMatchObject({ code });
  });
});

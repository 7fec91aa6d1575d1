import { createServer, type ServerResponse } from "node:http";
import { once } from "node:events";
import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createOpenTelegramFile } from "../../../../bot/telegram/uploads/open-telegram-file.ts";
import { openFakeBotApi } from "../../../bot-api/fake-bot-api.ts";
import type { FakeTelegram } from "../../../bot-api/fake-telegram.ts";
import type { FakeBotApiOptions } from "../../../bot-api/server-switches.ts";
import { tempFolder } from "../../../retrieval/loading/temp-folder.ts";

const mebibyte = 1024 * 1024;

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await openFakeBotApi();
});
afterEach(() => telegram.close());

async function reopen(options: FakeBotApiOptions): Promise<void> {
  await telegram.close();
  telegram = await openFakeBotApi(options);
}

function openerAt(apiRoot: string, api = new Api(telegram.token, { apiRoot: telegram.apiRoot })) {
  return createOpenTelegramFile({ token: telegram.token, apiRoot, api });
}

async function sent(bytes: Uint8Array | number) {
  const li = telegram.user();
  const content = typeof bytes === "number" ? { sizeBytes: bytes } : { bytes };
  const message = await li.in(telegram.privateChat(li)).uploads({ name: "a.txt", ...content });
  const { file_id: fileId = "", file_size: size } = message.document ?? {};
  return { fileId, name: "a.txt", bytes: size };
}

async function read(open: ReturnType<typeof openerAt>, file: Awaited<ReturnType<typeof sent>>) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await open(file, new AbortController().signal)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("createOpenTelegramFile", () => {
  test("gives what was sent, from the file endpoint", async () => {
    const file = await sent(Buffer.from("大桥"));
    expect((await read(openerAt(telegram.apiRoot), file)).toString()).toBe("大桥");
  });

  test("gives a file of a server of one's own from the disk, however large", async () => {
    await reopen({ filesFolder: await tempFolder() });
    const open = openerAt(telegram.apiRoot);
    expect((await read(open, await sent(Buffer.from("大桥")))).toString()).toBe("大桥");
    expect(await read(open, await sent(21 * mebibyte))).toHaveLength(21 * mebibyte);
  });

  test("reads no path of the disk that the cloud gives", async () => {
    await reopen({ filesFolder: await tempFolder() });
    const file = await sent(Buffer.from("大桥"));
    const cloud = openerAt("https://api.telegram.org");
    await expect(read(cloud, file)).rejects.toMatchObject({ code: "E_UPLOAD_LOST" });
  });

  test("asks the cloud for nothing that it would refuse", async () => {
    const file = await sent(20 * mebibyte + 1);
    const cloud = openerAt("https://api.telegram.org");
    await expect(read(cloud, file)).rejects.toMatchObject({ code: "E_UPLOAD_TOO_LARGE" });
    expect(telegram.calls).toEqual([]);
    // Where only the server knows its limit, it says so itself.
    const own = openerAt(telegram.apiRoot);
    await expect(read(own, file)).rejects.toMatchObject({ code: "E_UPLOAD_TOO_LARGE" });
  });

  test("says that a file is lost, and whether to try again; never the token", async () => {
    const file = await sent(Buffer.from("大桥"));
    const open = openerAt(telegram.apiRoot);
    const unknown = read(open, { ...file, fileId: "nobody's" });
    await expect(unknown).rejects.toMatchObject({ code: "E_UPLOAD_LOST", retryable: false });

    const torn = await serveTorn();
    const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
    const broken = read(openerAt(torn.origin, api), file);
    await expect(broken).rejects.toMatchObject({ code: "E_UPLOAD_LOST", retryable: true });
    await expect(broken).rejects.not.toThrow(telegram.token);
    await torn.close();
  });
});

/** Breaks off every answer in its middle. */
async function serveTorn() {
  const server = createServer((_request, response: ServerResponse) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("half", () => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

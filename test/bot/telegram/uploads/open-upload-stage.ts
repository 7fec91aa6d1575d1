/** A chat with an admin before the real front end and a real corpus, for tests of uploads. */

import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Message } from "grammy/types";
import { compose, type ComposeOptions, type Composition } from "../../../../bot/compose.ts";
import { parseConfig } from "../../../../bot/config.ts";
import { createLogger } from "../../../../bot/logger.ts";
import type { Timing } from "../../../../bot/telegram/timing.ts";
import type { FakeChat, FakeUser, Speaker } from "../../../bot-api/fake-telegram.ts";
import { tempFolder, writeFiles } from "../../../retrieval/loading/temp-folder.ts";
import { openStage, type Stage } from "../open-stage.ts";

export interface UploadStage {
  readonly stage: Stage;
  readonly composition: Composition;
  readonly li: FakeUser;
  readonly chat: FakeChat;
  readonly says: Speaker;
  /** Folder of the data, and of the documents. */
  readonly dataFolder: string;
  readonly documentsFolder: string;
  /** Starts the bot (again), over a corpus opened anew. */
  start(options?: StartOptions): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}

interface StartOptions {
  /** Those who may change one folder. */
  readonly editors?: readonly { readonly userId: number; readonly folder: string }[];
  readonly now?: () => number;
  readonly timing?: Partial<Timing>;
  readonly refreshEveryMs?: number;
  /** Wraps what the bot calls. */
  readonly app?: (app: Composition["app"]) => Composition["app"];
}

export const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";
export const bridge = "大桥通车\n\n青石大桥全长860米，2019年10月1日建成通车。\n";

/** The served corpus tells of the museum. */
export async function openUploadStage(options: ComposeOptions = {}): Promise<UploadStage> {
  // Loads and reading threads take their time where the machine is busy.
  const stage = await openStage({ waitTimeoutMs: 50_000 });
  const folder = await tempFolder();
  const documentsFolder = join(folder, "docs");
  const dataFolder = join(folder, "data");
  const config = parseConfig({
    DATA_DIR: dataFolder,
    DOCUMENTS_DIR: documentsFolder,
    DATABASE_URL: stage.databaseUrl,
  });
  const compositions: Composition[] = [];
  const open = async (): Promise<Composition> => {
    const logger = createLogger({ level: "silent", secrets: [] });
    const composition = await compose(config, logger, options);
    compositions.push(composition);
    return composition;
  };
  await writeFiles(documentsFolder, { "local/museum.txt": museum });
  const composition = await open();
  let runs = 0;
  await composition.app.load({});
  const li = stage.telegram.user({ firstName: "Li" });
  const chat = stage.telegram.privateChat(li);
  return {
    stage,
    composition,
    li,
    chat,
    says: li.in(chat),
    dataFolder,
    documentsFolder,
    // The first run has the corpus that stands open; each further one opens it anew.
    start: async ({ editors = [], app = (one: Composition["app"]) => one, ...more } = {}) => {
      const run = runs === 0 ? composition : await open();
      runs += 1;
      return stage.start({
        app: app(run.app),
        adminIds: [li.id],
        settings: { editors },
        ...more,
      });
    },
    close: async () => {
      await stage.close();
      for (const one of compositions) await one.app.close();
      await rm(folder, { recursive: true });
    },
  };
}

export function textFile(name: string, text: string) {
  return { name, bytes: Buffer.from(text), mimeType: "text/plain" };
}

/** The card as it stands when it can be decided about, or holds nothing to decide. */
export function drawn(chat: FakeChat, accept: RegExp = /📥 (?:收到|\d+ file)/u): Promise<Message> {
  return chat.waitFor(({ text = "" }) => accept.test(text));
}

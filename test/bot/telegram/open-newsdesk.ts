/** The whole bot on documents of its own, before the fake of Telegram: what a test adds is loaded. */

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { openStage, type Stage } from "./open-stage.ts";

type StartOptions = NonNullable<Parameters<Stage["start"]>[0]>;

export interface Newsdesk {
  readonly stage: Stage;
  readonly composition: Composition;
  /** Admin, who speaks Chinese as everybody here. */
  readonly li: FakeUser;
  readonly wu: FakeUser;
  /** Li's and Wu's own. */
  readonly liChat: FakeChat;
  readonly wuChat: FakeChat;
  start(options?: StartOptions): ReturnType<Stage["start"]>;
  /** Writes files into the documents folder, `undefined` for one that goes. */
  write(files: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** The same, and loads whatever a check would say. */
  load(files: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** Says it and waits for the bot's next message there. */
  told(words: string, by: FakeUser, where: FakeChat): ReturnType<FakeChat["nextBotMessage"]>;
  close(): Promise<void>;
}

export async function openNewsdesk(): Promise<Newsdesk> {
  const stage = await openStage();
  const folder = await tempFolder();
  const documents = join(folder, "docs");
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: documents,
    DATABASE_URL: stage.databaseUrl,
  });
  const composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
  const li = stage.telegram.user({ firstName: "Li" });
  const wu = stage.telegram.user({ firstName: "Wu" });
  return {
    stage,
    composition,
    li,
    wu,
    liChat: stage.telegram.privateChat(li),
    wuChat: stage.telegram.privateChat(wu),
    start: (options) => stage.start({ app: composition.app, adminIds: [li.id], ...options }),
    write: (files) => writeFiles(documents, files),
    load: async (files) => {
      await writeFiles(documents, files);
      await composition.app.load({ force: true });
    },
    told: async (words, by, where) => {
      await by.in(where).says(words);
      return where.nextBotMessage();
    },
    close: async () => {
      await stage.close();
      await composition.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The whole bot on the sample corpus and two papers that disagree, to be put before the fake of Telegram. */

import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "../../bot/app.ts";
import { compose } from "../../bot/compose.ts";
import { parseConfig, type Environment } from "../../bot/config.ts";
import { sampleFolder } from "../../bot/environment-schema.ts";
import { createLogger } from "../../bot/logger.ts";
import { tempFolder, writeFiles } from "../retrieval/loading/temp-folder.ts";

/** What two papers say of one bridge. */
const papers = {
  "地方/青石大桥通车.txt":
    "青石大桥通车\n\n2019年10月2日\n\n本报讯（记者王小明）10月1日，青石大桥建成通车，全长860米，双向六车道。\n",
  "地方/大桥十问.txt":
    "大桥十问\n\n2019年10月9日\n\n青石大桥有多长？记者从施工方获悉，青石大桥全长920米。\n",
};

export interface Newsroom {
  readonly app: App;
  /** Writes, or replaces, files of the documents folder. */
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** The same documents, as loaded, asked with other settings; closed with this one. */
  readonly withSettings: (settings: Environment) => Promise<App>;
  readonly close: () => Promise<void>;
}

/** Loads nothing. */
export async function openNewsroom(): Promise<Newsroom> {
  const folder = await tempFolder();
  const documents = join(folder, "documents");
  await cp(sampleFolder, documents, { recursive: true });
  await writeFiles(documents, papers);
  const apps: App[] = [];
  const withSettings = async (settings: Environment): Promise<App> => {
    const folders = { DATA_DIR: join(folder, "data"), DOCUMENTS_DIR: documents };
    const logger = createLogger({ level: "silent", secrets: [] });
    const { app } = await compose(parseConfig({ ...settings, ...folders }), logger);
    apps.push(app);
    return app;
  };
  return {
    app: await withSettings({}),
    write: (files) => writeFiles(documents, files),
    withSettings,
    close: async () => {
      for (const app of apps) await app.close();
    },
  };
}

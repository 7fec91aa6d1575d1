/** Run as a process of its own: takes in and indexes the uploads of some rounds, until done or killed. */

import { compose } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import { uploadOfRound } from "./upload-of-round.ts";

const [dataFolder = "", documentsFolder = "", rounds = "0"] = process.argv.slice(2);
const config = parseConfig({ DATA_DIR: dataFolder, DOCUMENTS_DIR: documentsFolder });
const { app } = await compose(config, createLogger({ level: "silent", secrets: [] }));
const { uploads } = app;
const { signal } = new AbortController();

process.stdout.write("started\n");
const startedAt = performance.now();
// What a front end does: it goes on with what was begun, and messages that were not handled come again.
for (const card of await uploads.unfinished()) {
  await uploads.finish(await uploads.index(card.id, { signal }));
}
for (let round = 0; round <= Number(rounds); round += 1) {
  const { name, text } = uploadOfRound(round);
  const cardId = await uploads.open({ key: `round ${round}`, who: "a test", language: "en" });
  if ((await uploads.card(cardId))?.state !== "staged") continue;
  const take = async () => ({ name, content: [Buffer.from(text)] });
  await uploads.receive({ cardId, position: 0, name, take });
  await uploads.prepare(cardId, { scope: undefined, signal });
  await uploads.begin(cardId);
  await uploads.finish(await uploads.index(cardId, { signal }));
}
process.stdout.write(`done ${Math.round(performance.now() - startedAt)}\n`);
await app.close();
process.exit();

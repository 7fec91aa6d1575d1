/** Run as a process of its own: loads a folder or rolls back, until it is done or killed. */

import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { sha256 } from "../../../corpus/ids.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { createSmallEmbedder } from "./small-embedder.ts";

const [storeFolder = "", folder = "", embeddedFile = ""] = process.argv.slice(2);

const store = await openLanceStore({ folder: storeFolder });
const embedder = createSmallEmbedder({
  onEmbed: (texts) =>
    appendFileSync(embeddedFile, texts.map((text) => `${sha256(text)}\n`).join("")),
});
/** Says that it checks, and never comes to an end. */
async function checkForever(): Promise<never> {
  process.stdout.write("checking\n");
  await once(process, "never");
  throw new TypeError("The check was not killed.");
}

// Started early, so that the test does not wait for the imports: "load", "check", or "rollback 3".
const [command] = await once(createInterface({ input: process.stdin }), "line");
const [order, to] = String(command).split(" ");
process.stdout.write("started\n");
const startedAt = performance.now();
if (order === "rollback") await store.rollback(Number(to));
else {
  const check = order === "check" ? checkForever : undefined;
  await loadCorpus({ source: openFolder(folder), store, embedder, check });
}
process.stdout.write(`done ${Math.round(performance.now() - startedAt)}\n`);
store.close();
process.exit();

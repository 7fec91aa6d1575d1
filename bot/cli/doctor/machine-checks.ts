/** Checks of the machine: the runtime, the folders, the dictionary and the operational database. */

import { access, constants, mkdir, readdir } from "node:fs/promises";
import type { Config } from "../../config.ts";
import { openOperations } from "../../operations/open-operations.ts";
import { type Check, bad, good } from "./check.ts";

const oldestNode = [20, 19] as const;

export function machineChecks(config: Config): readonly Check[] {
  return [
    { name: "Node.js", run: async () => checkNode(process.versions.node) },
    { name: "data folder", run: () => checkDataFolder(config.dataFolder) },
    { name: "documents folder", run: () => checkDocumentsFolder(config.documentsFolder) },
    { name: "dictionary", run: checkDictionary },
    { name: "database", run: () => checkDatabase(config.databaseUrl) },
  ];
}

function checkNode(version: string) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return isOld ? bad(version, `install Node.js ${oldestNode.join(".")} or newer`) : good(version);
}

async function checkDataFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return good(folder);
  } catch (error) {
    return bad(String(error), "make the folder writable, or set DATA_DIR to another one");
  }
}

async function checkDocumentsFolder(folder: string) {
  try {
    const entries = await readdir(folder);
    return entries.length > 0
      ? good(folder)
      : bad(`${folder} is empty`, "put documents into it, or set DOCUMENTS_DIR to another one");
  } catch (error) {
    return bad(String(error), "create the folder, or set DOCUMENTS_DIR to another one");
  }
}

async function checkDictionary() {
  const { searchWords } = await import("../../../retrieval/text/tokens.ts");
  const words = searchWords("南昌高新区");
  return words.length > 1
    ? good(`jieba cuts words: ${words.join(" / ")}`)
    : bad("jieba cuts no words", "install again with `npm ci`");
}

async function checkDatabase(url: string) {
  const operations = await openOperations({ url });
  operations.close();
  return good(url.startsWith("file:") ? url : new URL(url).host);
}

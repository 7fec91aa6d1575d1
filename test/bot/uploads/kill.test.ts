import { spawn } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compose } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import { createRandom } from "../../bot-api/disorder.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { uploadOfRound } from "./upload-of-round.ts";

const script = fileURLToPath(new URL("./upload-until-killed.ts", import.meta.url));
const seed = 20_261_128;
/** `npm run soak` asks for more. */
const killedUploads = Number(process.env["WENJU_KILLED_UPLOADS"] ?? 2);
/** A process a round, on a machine that may be busy. */
const slowestMs = 30_000 * (killedUploads + 2);

interface ChildOutcome {
  readonly wasKilled: boolean;
  /** Of the work itself, where it was finished. */
  readonly elapsedMs: number | undefined;
}

/** @param killAfterMs from when it begins to work */
function runChild(args: readonly string[], killAfterMs?: number): Promise<ChildOutcome> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LANCEDB_LOG: "error" },
  });
  let elapsedMs: number | undefined;
  let errors = "";
  child.stderr.on("data", (part: Buffer) => {
    errors += part.toString("utf8");
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line === "started" && killAfterMs !== undefined) {
      setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    }
    if (line.startsWith("done")) elapsedMs = Number(line.split(" ")[1]);
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code, signal) => {
      if (code !== 0 && signal !== "SIGKILL") reject(new Error(`child failed: ${errors}`));
      else resolve({ wasKilled: signal === "SIGKILL", elapsedMs });
    });
  });
}

describe("uploads killed at any moment", () => {
  test(
    "are lost never and served whole, each once",
    async () => {
      const dataFolder = join(await tempFolder(), "data");
      const documentsFolder = await tempFolder();
      await mkdir(documentsFolder, { recursive: true });
      await writeFiles(documentsFolder, { "museum.txt": "博物馆馆藏文物3200件。\n" });
      const random = createRandom(seed);
      const rounds = (last: number) => [dataFolder, documentsFolder, String(last)];
      const { elapsedMs = 1_000 } = await runChild(rounds(0));
      let kills = 0;
      for (let round = 1; round <= killedUploads; round += 1) {
        const { wasKilled } = await runChild(rounds(round), random() * elapsedMs);
        if (wasKilled) kills += 1;
      }
      expect(kills).toBeGreaterThan(0);
      expect((await runChild(rounds(killedUploads))).wasKilled).toBe(false);

      const config = parseConfig({ DATA_DIR: dataFolder, DOCUMENTS_DIR: documentsFolder });
      const { app, operations } = await compose(
        config,
        createLogger({ level: "silent", secrets: [] }),
      );
      const served = await app.documents("uploads");
      const wanted = new Map<string, string>();
      for (let round = 0; round <= killedUploads; round += 1) {
        const { name, text } = uploadOfRound(round);
        wanted.set(name, text.trim().split("\n").at(-1) ?? "");
      }
      const found = served.map(({ path, articles }) => [
        path.split("/").at(-1),
        articles.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(""),
      ]);
      expect(new Map(found as [string, string][])).toEqual(wanted);
      expect(served).toHaveLength(wanted.size);
      expect(await app.documents("museum.txt")).toHaveLength(1);
      expect(await (await operations()).uploads.inState("indexed")).toHaveLength(killedUploads + 1);
      // What was begun and is known to nobody goes with time.
      await app.uploads.prune(new Date(Date.now() + 3 * 24 * 60 * 60 * 1000));
      expect(await readdir(join(dataFolder, "uploads", "staged"))).toEqual([]);
      await app.close();
    },
    slowestMs,
  );
});

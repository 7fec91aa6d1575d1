import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../corpus/ids.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import type { CorpusSnapshot } from "../../../retrieval/corpus-store.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { createRandom } from "../../bot-api/disorder.ts";
import { startFakeS3 } from "../../s3/start-fake-s3.ts";
import { corpusOfRound } from "./changing-corpus.ts";
import { readContent } from "./read-content.ts";
import { createSmallEmbedder } from "./small-embedder.ts";
import { tempFolder, writeFiles } from "./temp-folder.ts";

const script = fileURLToPath(new URL("./load-until-killed.ts", import.meta.url));
const seed = 20_261_122;
/** `npm run soak` asks for more. */
const askedLoads = process.env["WENJU_KILLED_LOADS"];
/** A process a round and some more, on a machine that may be busy. */
const slowestRoundMs = 18_000;
/** After these rounds a rollback is killed as well. */
const rollbackRounds: ReadonlySet<number> = new Set([2, 8]);
const rollbackMs = 120;
/** Of the rounds, those whose kill came in time at least. */
const fewestKillShare = 0.3;
/** So many times as many rounds at most. */
const mostStretches = 4;

/** Where the killed processes write to. */
interface Place {
  readonly location: string;
  readonly storageOptions?: Readonly<Record<string, string>>;
  /** Of the processes that are killed. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

interface PlaceKind {
  readonly name: string;
  readonly killedLoads: number;
  /** The latest kill, by the time of a full load; some rounds should be published before it comes. */
  readonly stretch: number;
  readonly open: () => Promise<Place>;
}

const placeKinds: readonly PlaceKind[] = [
  {
    name: "a disk",
    killedLoads: Number(askedLoads ?? 5),
    stretch: 1.6,
    open: async () => ({ location: await tempFolder(), environment: {}, close: async () => {} }),
  },
  {
    name: "object storage",
    killedLoads: Number(askedLoads ?? 2),
    stretch: 0.8,
    open: async () => {
      const s3 = await startFakeS3();
      const { address: location, storageOptions, environment } = s3;
      return { location, storageOptions, environment, close: () => s3.close() };
    },
  },
];

interface ChildOutcome {
  readonly wasKilled: boolean;
  /** Of the work itself, where it was finished. */
  readonly elapsedMs: number | undefined;
}

interface Child {
  /** Lets it work, and kills it so long after it began. */
  run(command: string, killAfterMs?: number): Promise<ChildOutcome>;
}

interface ChildOptions {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

function startChild({ args, environment = {} }: ChildOptions): Child {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...environment, LANCEDB_LOG: "error" },
  });
  let elapsedMs: number | undefined;
  let killAfterMs: number | undefined;
  let errors = "";
  child.stderr.on("data", (part: Buffer) => {
    errors += part.toString("utf8");
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line === "started" && killAfterMs !== undefined) {
      setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    }
    if (line === "checking") child.kill("SIGKILL");
    if (line.startsWith("done")) elapsedMs = Number(line.split(" ")[1]);
  });
  const outcome = new Promise<ChildOutcome>((resolve, reject) => {
    child.on("close", (code, signal) => {
      if (code !== 0 && signal !== "SIGKILL") reject(new Error(`child failed: ${errors}`));
      else resolve({ wasKilled: signal === "SIGKILL", elapsedMs });
    });
  });
  return {
    run(command, afterMs) {
      killAfterMs = afterMs;
      child.stdin.write(`${command}\n`);
      return outcome;
    },
  };
}

function withoutMissing(files: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text !== undefined));
}

describe.each(placeKinds)("loadCorpus onto $name, killed at any moment", (kind) => {
  const { killedLoads, stretch } = kind;
  const fewestKills = Math.ceil(killedLoads * fewestKillShare);
  test(
    "serves one whole generation, and finishes without embedding anything twice",
    async () => {
      const folder = await tempFolder();
      const place = await kind.open();
      const embeddedFile = join(await tempFolder(), "embedded.txt");
      const { environment, storageOptions } = place;
      const child = { args: [place.location, folder, embeddedFile], environment };
      const random = createRandom(seed);
      const contents = new Map<number, Record<string, string | undefined>>();
      const store = await openLanceStore({ folder: place.location, storageOptions });
      const embedder = createSmallEmbedder();
      await writeFile(embeddedFile, "");

      let newest = 0;
      let kills = 0;
      /** The snapshot taken after the round before. */
      const readers: CorpusSnapshot[] = [];

      /** Whatever the child did, readers see a generation whose content is known, and keep theirs. */
      async function checkAfter(published: Record<string, string | undefined>): Promise<void> {
        const number = await store.newestGeneration();
        expect(number - newest).toBeLessThanOrEqual(1);
        if (number > newest) contents.set(number, published);
        newest = number;
        const next = await store.snapshot();
        expect(next.generation.number).toBe(number);
        expect(await readContent(next)).toEqual(contents.get(number));
        for (const reader of readers.splice(0)) {
          expect(await readContent(reader)).toEqual(contents.get(reader.generation.number));
          reader.close();
        }
        readers.push(next);
      }

      let waiting = startChild(child);
      /** The next child starts up while this one works. */
      function runChild(command: string, killAfterMs?: number): Promise<ChildOutcome> {
        const outcome = waiting.run(command, killAfterMs);
        waiting = startChild(child);
        return outcome;
      }

      await writeFiles(folder, corpusOfRound(0));
      const { elapsedMs = 1000 } = await runChild("load");
      await checkAfter(withoutMissing(corpusOfRound(0)));
      expect(newest).toBe(1);

      let round = 0;
      // On a busy machine loads may end before their kills come: then some more are tried.
      const wantsMore = () => kills < fewestKills && round < killedLoads * mostStretches;
      while (round < killedLoads || wantsMore()) {
        round += 1;
        await writeFiles(folder, corpusOfRound(round));
        const { wasKilled } = await runChild("load", random() * elapsedMs * stretch);
        if (wasKilled) kills += 1;
        await checkAfter(withoutMissing(corpusOfRound(round)));
        if (!rollbackRounds.has(round)) continue;
        const kept = (await store.generations()).at(-1);
        const to = kept?.number ?? newest;
        await runChild(`rollback ${to}`, random() * rollbackMs);
        await checkAfter(contents.get(to) ?? {});
      }
      await waiting.run("load", 0);
      expect(kills).toBeGreaterThanOrEqual(fewestKills);

      const last = withoutMissing(corpusOfRound(round));
      const everEmbedded = new Set((await readFile(embeddedFile, "utf8")).trim().split("\n"));
      const writer = await store.openWriter(embedder);
      const cached = await writer.cachedVectors([...everEmbedded]);
      writer.close();
      await loadCorpus({ source: openFolder(folder), store, embedder, force: true });
      await checkAfter(last);
      const hashes = embedder.embedded.map(sha256);
      expect(hashes.filter((hash) => cached.has(hash))).toEqual([]);
      expect(new Set(hashes).size).toBe(hashes.length);

      const again = await loadCorpus({ source: openFolder(folder), store, embedder });
      expect(again).toMatchObject({ published: false, chunksEmbedded: 0, failed: [] });
      for (const reader of readers) reader.close();
      store.close();
      await place.close();
    },
    slowestRoundMs * (killedLoads + mostStretches),
  );
});

describe("loadCorpus killed while the check is at work", () => {
  test(
    "leaves the old generation serving, and its work to the next load",
    { timeout: slowestRoundMs },
    async () => {
      const folder = await tempFolder();
      const location = await tempFolder();
      const embeddedFile = join(await tempFolder(), "embedded.txt");
      const store = await openLanceStore({ folder: location });
      const embedder = createSmallEmbedder();
      const old = { "a.txt": "山是高的。", "b.txt": "水是深的。" };
      await writeFiles(folder, old);
      await loadCorpus({ source: openFolder(folder), store, embedder });
      await writeFiles(folder, { "a.txt": "山很高。" });

      const child = startChild({ args: [location, folder, embeddedFile] });
      expect(await child.run("check")).toMatchObject({ wasKilled: true });
      const reader = await store.snapshot();
      expect(reader.generation.number).toBe(1);
      expect(await readContent(reader)).toEqual(old);
      reader.close();

      const report = await loadCorpus({ source: openFolder(folder), store, embedder });
      expect(report).toMatchObject({ published: true, changed: ["a.txt"], bytesRead: 0 });
      store.close();
    },
  );
});

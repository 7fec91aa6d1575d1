import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { knownPairs } from "../../../../bot/cli/doctor/known-pairs.ts";
import {
  type EmbeddingScript,
  embeds,
  failsWith,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../../../support/scripted-openai.ts";
import { runHere } from "../run-here.ts";

let dataFolder = "";
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "wenju-doctor-"));
});
afterAll(() => rm(dataFolder, { recursive: true }));
const opened: ScriptedOpenAi[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

const answering = (vectorOf: (text: string) => readonly number[]): EmbeddingScript => {
  return ({ input }) => ({
    kind: "sends",
    body: { data: input.map((text, index) => ({ index, embedding: vectorOf(text) })) },
  });
};

/** As a model that understands: a question and its answer point the same way. */
const good = answering((text) => {
  const at = knownPairs.findIndex(({ question, answer }) => text === question || text === answer);
  return Array.from({ length: 16 }, (_, place) => Number(place === (at < 0 ? 15 : at)));
});
const equal = answering(() => [0.3, 0.4, 0.5]);

async function examine(
  embeddings: EmbeddingScript | undefined,
  environment: Readonly<Record<string, string>> = {},
) {
  const server = await startScriptedOpenAi(embeddings === undefined ? {} : { embeddings });
  opened.push(server);
  const served = { OPENAI_BASE_URL: server.baseUrl, OPENAI_EMBEDDING_MODEL: "m" };
  const { code, stdout } = await runHere(["doctor"], {
    environment: {
      DATA_DIR: dataFolder,
      ...(embeddings === undefined ? {} : served),
      ...environment,
    },
  });
  const line = stdout.split("\n").find((text) => text.includes(" embedder: ")) ?? "";
  return { code, line, stdout };
}

describe("doctor, of the embedder", () => {
  test("is content with one that finds more than the full text", async () => {
    const { code, line } = await examine(good);
    expect(line).toMatch(/^✓ embedder: openai:m, 16 dimensions/u);
    expect(line).toMatch(
      /vectors 12 \(1\.00\), full text 6 \(0\.\d\d\), both with weight 1 (9|1\d) /u,
    );
    expect(code).toBe(0);
  });

  test.each([
    ["points anywhere", embeds],
    ["points the same way for every text", equal],
  ])("warns of one that %s, and does not fail for it", async (_, script) => {
    const { code, line, stdout } = await examine(script);
    expect(line).toMatch(/^! embedder: openai:m.*vectors 0 .*full text 6 .*rank worse than/u);
    expect(stdout).toMatch(/→ .*FUSION_WEIGHT/u);
    expect(code).toBe(0);
  });

  test("tells what the vectors give with the weight that is set", async () => {
    const { line } = await examine(embeds, { FUSION_WEIGHT: "0" });
    const shown = /full text (?<alone>\S+ \S+), both with weight 0 (?<both>\S+ \([\d.]+\))/u.exec(
      line,
    );
    expect(shown?.groups?.["both"]).toBe(shown?.groups?.["alone"]);
  });

  test("shows the built-in one's figures without a warning", async () => {
    const { code, line } = await examine(undefined);
    expect(line).toMatch(/^✓ embedder: hashed-1, 1024 dimensions.*full text 6 .*weight 0\.3/u);
    expect(code).toBe(0);
  });

  test.each([
    ["a server that lets nobody in", failsWith(401), {}, /found status 401/u],
    [
      "a local model that is not there",
      undefined,
      { LOCAL_EMBEDDING_MODEL: "./no/such/model" },
      /Expected a folder .*model with a sentence model, found none/u,
    ],
  ] as const)("fails for %s", async (_, reply, environment, message) => {
    const { code, line } = await examine(reply && (() => reply), environment);
    expect(line).toMatch(/^✗ embedder: /u);
    expect(line).toMatch(message);
    expect(line).not.toContain("sk-secret");
    expect(code).toBe(1);
  });
});

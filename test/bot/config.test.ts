import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { parseConfig } from "../../bot/config.ts";
import { ConfigError } from "../../bot/errors.ts";
import { settingNames, settings } from "../../bot/settings.ts";
import { defaultLimits } from "../../corpus/limits.ts";

const token = `123456789:${"A".repeat(35)}`;

function complaintOf(environment: Record<string, string>): string {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}

describe("parseConfig", () => {
  test("needs no variable at all", () => {
    const config = parseConfig({});

    expect(config.dataFolder).toBe(resolve("data"));
    expect(config.documentsFolder).toBe(resolve("sample/documents"));
    expect(config.documentsAreSample).toBe(true);
    expect(config.databaseUrl).toBe(pathToFileURL(resolve("data/operations.db")).href);
    expect(config.telegram).toEqual({
      botToken: undefined,
      apiRoot: "https://api.telegram.org",
      adminIds: [],
      editors: [],
      allowedChats: [],
      stream: "edit",
      keepAnswersDays: 365,
      questionsPerUserPerHour: undefined,
      questionsPerChatPerHour: undefined,
      guestMode: false,
    });
    expect(config.server).toEqual({ host: "127.0.0.1", port: undefined, webhook: undefined });
    expect(config.embedding).toBeUndefined();
    expect(config.logLevel).toBe("info");
    expect(config.limits).toEqual(defaultLimits);
  });

  test.each([
    ["off", undefined],
    ["on", { kind: "changes" }],
    ["10", { kind: "looks", everyMs: 600_000 }],
  ])("reads how documents are watched: %s", (text, expected) => {
    expect(parseConfig({ WATCH: text }).watch).toEqual(expected);
  });

  test.each(["yes", "0", "-1", "1.5"])("declines to watch %j", (text) => {
    expect(complaintOf({ WATCH: text })).toMatch(
      /^WATCH: expected on, off, or a number of minutes/u,
    );
  });

  test.each(["anna", "3", "3:", "3:..", "3:news/../secret", ":news"])(
    "declines %j for an editor",
    (editors) => {
      expect(complaintOf({ EDITORS: editors })).toMatch(
        /^EDITORS: expected user ids with a folder/u,
      );
    },
  );

  test("reads every variable", () => {
    const config = parseConfig({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: "http://localhost:8081/",
      ADMIN_IDS: "1, 22,",
      EDITORS: "3:news, 4: ./reports/2026/,3:《文汇》",
      ALLOWED_CHATS: "-1001234567890",
      STREAM: "draft",
      KEEP_ANSWERS_DAYS: "30",
      KEEP_GENERATIONS: "12",
      KEEP_GENERATIONS_DAYS: "2",
      QUESTIONS_PER_USER_PER_HOUR: "30",
      QUESTIONS_PER_CHAT_PER_HOUR: "100",
      GUEST_MODE: "on",
      OPENAI_BASE_URL: "http://localhost:11434/v1",
      OPENAI_EMBEDDING_MODEL: "small",
      DATA_DIR: "relative",
      DOCUMENTS_DIR: "/srv/paper",
      CORPUS_URI: "s3://bucket/wenju",
      DATABASE_URL: "libsql://example.com?authToken=hush-hush",
      LOG_LEVEL: "debug",
    });

    expect(config.telegram).toEqual({
      botToken: token,
      apiRoot: "http://localhost:8081",
      adminIds: [1, 22],
      editors: [
        { userId: 3, folder: "news" },
        { userId: 4, folder: "reports/2026" },
        { userId: 3, folder: "《文汇》" },
      ],
      allowedChats: [-1001234567890],
      stream: "draft",
      keepAnswersDays: 30,
      questionsPerUserPerHour: 30,
      questionsPerChatPerHour: 100,
      guestMode: true,
    });
    expect(config.embedding).toEqual({
      kind: "server",
      model: "small",
      apiKey: undefined,
      baseUrl: "http://localhost:11434/v1",
    });
    expect(config.corpusLocation).toBe("s3://bucket/wenju");
    expect(config.retention).toEqual({ generations: 12, ageMs: 172_800_000 });
    expect(config.dataFolder).toBe(resolve("relative"));
    expect(config.documentsFolder).toBe(resolve("/srv/paper"));
    expect(config.documentsAreSample).toBe(false);
    expect(config.secrets).toEqual([token, "hush-hush"]);
  });

  test("takes updates by webhook where address and secret are given, and hides the secret", () => {
    const webhook = {
      PUBLIC_URL: "https://wenju.example.com/bot/",
      WEBHOOK_SECRET: "a-secret-of-16-letters",
    };
    const { server, secrets } = parseConfig(webhook);

    expect(server).toEqual({
      host: "127.0.0.1",
      port: 8080,
      webhook: {
        publicUrl: "https://wenju.example.com/bot",
        secret: "a-secret-of-16-letters",
      },
    });
    expect(secrets).toEqual(["a-secret-of-16-letters"]);
    expect(parseConfig({ ...webhook, PORT: "9090", HOST: "::" }).server).toMatchObject({
      host: "::",
      port: 9090,
    });
  });

  test.each([
    [{ PUBLIC_URL: "https://wenju.example.com" }, "WEBHOOK_SECRET"],
    [{ WEBHOOK_SECRET: "a-secret-of-16-letters" }, "WEBHOOK_SECRET"],
    [{ PUBLIC_URL: "http://wenju.example.com" }, "PUBLIC_URL"],
    [{ WEBHOOK_SECRET: "short" }, "WEBHOOK_SECRET"],
    [{ WEBHOOK_SECRET: "not allowed: spaces" }, "WEBHOOK_SECRET"],
    [{ PORT: "0" }, "PORT"],
    [{ PORT: "65536" }, "PORT"],
  ])("refuses %j", (environment, name) => {
    expect(complaintOf(environment)).toContain(`${name}: expected`);
    expect(complaintOf(environment)).not.toContain("spaces");
  });

  test("reads every limit, in the unit its name says", () => {
    const { limits } = parseConfig({
      MAX_FILE_MEGABYTES: "2",
      MAX_PAGES: "3",
      MAX_MEGAPIXELS: "4",
      MAX_TABLE_ROWS: "5",
      MAX_ARCHIVE_FILES: "6",
      MAX_ARCHIVE_DEPTH: "7",
      MAX_ARCHIVE_RATIO: "8",
      MAX_SECONDS_PER_FILE: "9",
      MAX_MEMORY_MEGABYTES: "10",
    });

    expect(limits).toEqual({
      maxBytes: 2 * 1024 * 1024,
      maxPages: 3,
      maxPixels: 4_000_000,
      maxRows: 5,
      maxArchiveFiles: 6,
      maxArchiveDepth: 7,
      maxArchiveRatio: 8,
      maxMillisecondsPerFile: 9000,
      maxMemoryBytes: 10 * 1024 * 1024,
    });
  });

  test("says of each limit what holds when it is not set, and what messages call it", () => {
    const given = settingNames.filter((name) => name.startsWith("MAX_"));
    const values = Object.fromEntries(given.map((name) => [name, settings[name].fallback]));
    const described = given.map((name) => settings[name].description).join(" ");

    expect(parseConfig(values).limits).toEqual(defaultLimits);
    for (const limit of Object.keys(defaultLimits)) expect(described).toContain(`\`${limit}\``);
  });

  test.each(["0", "-1", "1.5", "many", "1e3"])("refuses a limit of %s", (value) => {
    expect(complaintOf({ MAX_PAGES: value })).toBe(
      `MAX_PAGES: expected a whole number from 1 to 999999999, found "${value}"; ` +
        "for example MAX_PAGES=5000",
    );
  });

  test("ignores an OpenAI key without an embedding model, and empty variables", () => {
    const config = parseConfig({ OPENAI_API_KEY: "sk-test", OPENAI_EMBEDDING_MODEL: " " });

    expect(config.embedding).toBeUndefined();
  });

  test("answers with a model where one is named, unless told otherwise", () => {
    const server = { OPENAI_BASE_URL: "http://localhost:11434/v1/", OPENAI_MODEL: "small" };

    expect(parseConfig({})).toMatchObject({ answerer: "extractive", model: undefined });
    expect(parseConfig(server)).toMatchObject({
      answerer: "model",
      model: {
        model: "small",
        apiKey: undefined,
        baseUrl: "http://localhost:11434/v1",
        maxRetries: 2,
        requestsAtOnce: 4,
        tokensPerDay: undefined,
        deadlineMs: 30_000,
      },
    });
    expect(parseConfig({ ...server, ANSWERER: "extractive" }).answerer).toBe("extractive");
    const limited = { OPENAI_RETRIES: "0", OPENAI_REQUESTS_AT_ONCE: "1" };
    expect(
      parseConfig({ ...server, ...limited, OPENAI_TOKENS_PER_DAY: "5000", ANSWER_SECONDS: "9" })
        .model,
    ).toMatchObject({ maxRetries: 0, requestsAtOnce: 1, tokensPerDay: 5000, deadlineMs: 9000 });
  });

  test.each([
    [{ OPENAI_MODEL: "small" }, /^OPENAI_MODEL: expected OPENAI_API_KEY or OPENAI_BASE_URL/u],
    [{ ANSWERER: "model" }, /^ANSWERER: expected OPENAI_MODEL beside/u],
    [{ ANSWERER: "oracle" }, /^ANSWERER: expected one of extractive, model, found "oracle"/u],
    [{ OPENAI_RETRIES: "99" }, /^OPENAI_RETRIES: expected a whole number from 0 to 9/u],
  ])("refuses a model that cannot be asked: %j", (environment, complaint) => {
    expect(complaintOf(environment)).toMatch(complaint);
  });

  test("lets the command line stand above the environment", () => {
    const config = parseConfig(
      { DATA_DIR: "/elsewhere", DOCUMENTS_DIR: "/elsewhere" },
      { dataFolder: "/here data", documentsFolder: "/there" },
    );

    expect(config.dataFolder).toBe(resolve("/here data"));
    expect(config.documentsFolder).toBe(resolve("/there"));
    expect(config.databaseUrl).toBe(
      pathToFileURL(join(resolve("/here data"), "operations.db")).href,
    );
  });

  test("makes a relative database file absolute", () => {
    expect(parseConfig({ DATABASE_URL: "file:state.db" }).databaseUrl).toBe(
      pathToFileURL(resolve("state.db")).href,
    );
  });

  test("names every wrong variable at once", () => {
    const message = complaintOf({ ADMIN_IDS: "anna", LOG_LEVEL: "loud", DATABASE_URL: "mysql:x" });

    expect(message.split("\n")).toHaveLength(3);
    expect(message).toMatch(
      /^ADMIN_IDS: expected user ids .*, found "anna"; for example ADMIN_IDS=/mu,
    );
    expect(message).toMatch(/^LOG_LEVEL: expected one of trace, .*, found "loud"/mu);
    expect(message).toMatch(/^DATABASE_URL: expected an address/mu);
  });

  test.each([
    ["a malformed token", { TELEGRAM_BOT_TOKEN: "very secret thing" }, "very secret"],
    ["a malformed database address", { DATABASE_URL: "pg://me:hunter2@host" }, "hunter2"],
  ])("never shows %s", (_what, environment, secret) => {
    const message = complaintOf(environment);

    expect(message).toContain("not shown");
    expect(message).not.toContain(secret);
  });

  test("embeds on this machine where a model for that is named", () => {
    const config = parseConfig({ LOCAL_EMBEDDING_MODEL: "/srv/models/small" });

    expect(config.embedding).toEqual({ kind: "local", model: "/srv/models/small" });
    const server = { OPENAI_BASE_URL: "http://localhost:1/v1", OPENAI_EMBEDDING_MODEL: "small" };
    expect(complaintOf({ ...server, LOCAL_EMBEDDING_MODEL: "small" })).toMatch(
      /^LOCAL_EMBEDDING_MODEL: expected no OPENAI_EMBEDDING_MODEL beside it/u,
    );
  });

  test.each([
    ["0", 0],
    ["0.35", 0.35],
    ["10", 10],
  ])("reads the weight %s of the vectors", (text, weight) => {
    expect(parseConfig({ FUSION_WEIGHT: text }).fusionWeight).toBe(weight);
    expect(parseConfig({}).fusionWeight).toBeUndefined();
  });

  test.each(["-1", "10.5", "11", "1e3", "half", ".5"])("refuses the weight %s", (text) => {
    expect(complaintOf({ FUSION_WEIGHT: text })).toMatch(
      /^FUSION_WEIGHT: expected a number from 0 to 10, found/u,
    );
  });

  test("refuses an embedding model without a server to ask", () => {
    expect(complaintOf({ OPENAI_EMBEDDING_MODEL: "small" })).toMatch(/^OPENAI_EMBEDDING_MODEL: /u);
  });
});

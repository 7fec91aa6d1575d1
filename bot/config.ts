/** The only reader of the environment: text in, one frozen and checked Config out. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { type CorpusLimits, defaultLimits } from "../corpus/limits.ts";
import { ConfigError } from "./errors.ts";
import { settingNames, settings, type SettingName } from "./settings.ts";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** An OpenAI-compatible embedding server. At least one of key and address is set. */
export interface EmbeddingConfig {
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

export interface Config {
  readonly telegram: {
    readonly botToken: string | undefined;
    /** Without a slash at the end. */
    readonly apiRoot: string;
    readonly adminIds: readonly number[];
    /** Empty: every chat. */
    readonly allowedChats: readonly number[];
  };
  /** Undefined: the built-in embedder. */
  readonly embedding: EmbeddingConfig | undefined;
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute. */
  readonly documentsFolder: string;
  /** Whether `documentsFolder` is the sample that comes with the program. */
  readonly documentsAreSample: boolean;
  /** A `file:` URL is absolute. */
  readonly databaseUrl: string;
  readonly logLevel: LogLevel;
  /** What the loader refuses to swallow. */
  readonly limits: CorpusLimits;
  /** Values that must never be written anywhere. */
  readonly secrets: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Options of the command line that stand above the environment. */
export interface ConfigOverrides {
  readonly dataFolder?: string | undefined;
  readonly documentsFolder?: string | undefined;
}

const sampleFolder = fileURLToPath(new URL("../sample/documents", import.meta.url));
/** Questions on the sample, with their gold. */
export const sampleQuestions = fileURLToPath(new URL("../sample/questions.jsonl", import.meta.url));

const wholeNumbers = (expected: string) =>
  z
    .string()
    .regex(/^\s*-?\d+\s*(,\s*-?\d+\s*)*,?\s*$/u, expected)
    .transform((text) => text.split(",").filter((part) => part.trim() !== ""))
    .transform((parts) => parts.map(Number))
    .refine((numbers) => numbers.every(Number.isSafeInteger), expected);

const webAddress = z
  .url({ protocol: /^https?$/u, error: "an address that begins with http:// or https://" })
  .transform((address) => address.replace(/\/+$/u, ""));

const unitsPerMega = { bytes: 1024 * 1024, pixels: 1_000_000 } as const;
const millisecondsPerSecond = 1000;

/** A limit, set in another unit than the loader's. */
const limit = (fallback: number, unit = 1) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/u, "a whole number from 1 to 999999999")
    .transform((digits) => Number(digits) * unit)
    .default(fallback);

const environmentSchema = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, "a token as @BotFather shows it")
    .optional(),
  TELEGRAM_API_ROOT: webAddress.default("https://api.telegram.org"),
  ADMIN_IDS: wholeNumbers("user ids (whole numbers) separated by commas").default([]),
  ALLOWED_CHATS: wholeNumbers("chat ids (whole numbers) separated by commas").default([]),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webAddress.optional(),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  DATA_DIR: z.string().default("./data"),
  DOCUMENTS_DIR: z.string().default(sampleFolder),
  DATABASE_URL: z
    .string()
    .regex(/^(file|libsql|https?|wss?):./u, "an address that begins with file:, libsql: or https:")
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(", ")}` }).default("info"),
  MAX_FILE_MEGABYTES: limit(defaultLimits.maxBytes, unitsPerMega.bytes),
  MAX_PAGES: limit(defaultLimits.maxPages),
  MAX_MEGAPIXELS: limit(defaultLimits.maxPixels, unitsPerMega.pixels),
  MAX_TABLE_ROWS: limit(defaultLimits.maxRows),
  MAX_ARCHIVE_FILES: limit(defaultLimits.maxArchiveFiles),
  MAX_ARCHIVE_DEPTH: limit(defaultLimits.maxArchiveDepth),
  MAX_ARCHIVE_RATIO: limit(defaultLimits.maxArchiveRatio),
  MAX_SECONDS_PER_FILE: limit(defaultLimits.maxMillisecondsPerFile, millisecondsPerSecond),
  MAX_MEMORY_MEGABYTES: limit(defaultLimits.maxMemoryBytes, unitsPerMega.bytes),
} satisfies Record<SettingName, z.ZodType>);

const settingNameSchema = z.enum(settingNames);

/**
 * The process's environment, with a `.env` file of the working folder beneath it.
 *
 * LanceDB reads its log level from there once, when it is first imported, and would else write
 * warnings between our lines.
 */
export function readEnvironment(): Environment {
  if (existsSync(".env")) loadEnvFile(".env");
  process.env["LANCEDB_LOG"] ??= "error";
  return process.env;
}

/**
 * Checks and completes the settings. Empty variables count as not set.
 *
 * @throws {ConfigError} `E_CONFIG` naming every wrong variable at once, without secret values
 */
export function parseConfig(environment: Environment, overrides: ConfigOverrides = {}): Config {
  const given = givenSettings(environment, overrides);
  const parsed = environmentSchema.safeParse(given);
  const complaints = parsed.success
    ? []
    : parsed.error.issues.map((issue) => complaint(issue, given));
  const hasServer = "OPENAI_API_KEY" in given || "OPENAI_BASE_URL" in given;
  if ("OPENAI_EMBEDDING_MODEL" in given && !hasServer) {
    complaints.push(
      "OPENAI_EMBEDDING_MODEL: expected OPENAI_API_KEY or OPENAI_BASE_URL beside it, found neither;" +
        " set one, or remove it to use the built-in embedder",
    );
  }
  if (!parsed.success || complaints.length > 0) throw new ConfigError(complaints.join("\n"));
  return Object.freeze({ ...completed(parsed.data), secrets: secretsOf(given) });
}

/** The values of an environment that must never be written anywhere. */
export function secretsOf(environment: Environment): readonly string[] {
  const { TELEGRAM_BOT_TOKEN: botToken, OPENAI_API_KEY: apiKey, DATABASE_URL: url } = environment;
  const databaseToken = /authToken=([^&]+)/u.exec(url ?? "")?.[1];
  return [botToken, apiKey, databaseToken].filter((secret) => secret !== undefined);
}

function givenSettings(environment: Environment, overrides: ConfigOverrides): Environment {
  const merged: Environment = {
    ...environment,
    ...(overrides.dataFolder === undefined ? {} : { DATA_DIR: overrides.dataFolder }),
    ...(overrides.documentsFolder === undefined
      ? {}
      : { DOCUMENTS_DIR: overrides.documentsFolder }),
  };
  return Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = merged[name]?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
}

function complaint(issue: z.core.$ZodIssue, given: Environment): string {
  const name = settingNameSchema.parse(issue.path[0]);
  const { secret, example } = settings[name];
  const found = secret ? "another form (not shown)" : JSON.stringify(given[name]);
  return `${name}: expected ${issue.message}, found ${found}; for example ${name}=${example}`;
}

function completed(values: z.infer<typeof environmentSchema>): Omit<Config, "secrets"> {
  const dataFolder = resolve(values.DATA_DIR);
  const documentsFolder = resolve(values.DOCUMENTS_DIR);
  const model = values.OPENAI_EMBEDDING_MODEL;
  return {
    telegram: Object.freeze({
      botToken: values.TELEGRAM_BOT_TOKEN,
      apiRoot: values.TELEGRAM_API_ROOT,
      adminIds: values.ADMIN_IDS,
      allowedChats: values.ALLOWED_CHATS,
    }),
    embedding:
      model === undefined
        ? undefined
        : Object.freeze({ model, apiKey: values.OPENAI_API_KEY, baseUrl: values.OPENAI_BASE_URL }),
    dataFolder,
    documentsFolder,
    documentsAreSample: documentsFolder === sampleFolder,
    databaseUrl: absoluteDatabaseUrl(values.DATABASE_URL, dataFolder),
    logLevel: values.LOG_LEVEL,
    limits: Object.freeze({
      maxBytes: values.MAX_FILE_MEGABYTES,
      maxPages: values.MAX_PAGES,
      maxPixels: values.MAX_MEGAPIXELS,
      maxRows: values.MAX_TABLE_ROWS,
      maxArchiveFiles: values.MAX_ARCHIVE_FILES,
      maxArchiveDepth: values.MAX_ARCHIVE_DEPTH,
      maxArchiveRatio: values.MAX_ARCHIVE_RATIO,
      maxMillisecondsPerFile: values.MAX_SECONDS_PER_FILE,
      maxMemoryBytes: values.MAX_MEMORY_MEGABYTES,
    }),
  };
}

function absoluteDatabaseUrl(url: string | undefined, dataFolder: string): string {
  if (url === undefined) return pathToFileURL(join(dataFolder, "operations.db")).href;
  const relative = /^file:(?!\/)(.+)$/u.exec(url)?.[1];
  return relative === undefined ? url : pathToFileURL(resolve(relative)).href;
}

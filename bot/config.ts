/** The only reader of the environment: text in, one frozen and checked Config out. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import type { CorpusLimits } from "../corpus/limits.ts";
import type { Retention } from "../retrieval/store/retention.ts";
import {
  type answererKinds,
  environmentSchema,
  type logLevels,
  sampleFolder,
  type streamKinds,
  type WatchConfig,
} from "./environment-schema.ts";
import { ConfigError } from "./errors.ts";
import { type ServerConfig, serverConfig } from "./server-config.ts";
import { settingNames, settings } from "./settings.ts";

export type LogLevel = (typeof logLevels)[number];

export type EmbeddingConfig =
  /** An OpenAI-compatible embedding server. At least one of key and address is set. */
  | {
      readonly kind: "server";
      readonly model: string;
      readonly apiKey: string | undefined;
      readonly baseUrl: string | undefined;
    }
  /** A model on this machine: its folder, or its name on the hub. */
  | { readonly kind: "local"; readonly model: string };

/** A language model on an OpenAI-compatible server. At least one of key and address is set. */
export interface ModelConfig {
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  /** After a failed first request. */
  readonly maxRetries: number;
  readonly requestsAtOnce: number;
  /** Undefined: no limit. */
  readonly tokensPerDay: number | undefined;
  /** For one answer, whole. */
  readonly deadlineMs: number;
}

export type AnswererKind = (typeof answererKinds)[number];
export type StreamKind = (typeof streamKinds)[number];

export interface Config {
  readonly telegram: {
    readonly botToken: string | undefined;
    /** Without a slash at the end. */
    readonly apiRoot: string;
    readonly adminIds: readonly number[];
    /** Who may change the documents of which folder; a person may have several. */
    readonly editors: readonly { readonly userId: number; readonly folder: string }[];
    /** Empty: every chat. */
    readonly allowedChats: readonly number[];
    /** How an answer that takes its time is shown in private chats. */
    readonly stream: StreamKind;
    readonly keepAnswersDays: number;
    /** Undefined: no limit. */
    readonly questionsPerUserPerHour: number | undefined;
    readonly questionsPerChatPerHour: number | undefined;
    /** Whether it answers in chats where it is no member. */
    readonly guestMode: boolean;
  };
  readonly server: ServerConfig;
  /** Undefined: the built-in embedder. */
  readonly embedding: EmbeddingConfig | undefined;
  /** λ of the fusion, 0…10. Undefined: the embedder's own. */
  readonly fusionWeight: number | undefined;
  /** Undefined: none can be asked. */
  readonly model: ModelConfig | undefined;
  /** `model` only where there is one. */
  readonly answerer: AnswererKind;
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute folder, or address, of the loaded corpus. */
  readonly corpusLocation: string;
  /** Which states of the corpus can be brought back. */
  readonly retention: Retention;
  /** Absolute. */
  readonly documentsFolder: string;
  /** Whether `documentsFolder` is the sample that comes with the program. */
  readonly documentsAreSample: boolean;
  /** Undefined: documents are loaded when somebody says so. */
  readonly watch: WatchConfig | undefined;
  /** After so long pages are fetched again. Undefined: when somebody says so. */
  readonly refreshEveryMs: number | undefined;
  /** A `file:` URL is absolute. */
  readonly databaseUrl: string;
  readonly logLevel: LogLevel;
  /** What the loader refuses to swallow. */
  readonly limits: CorpusLimits;
  /** Values that must never be written anywhere. */
  readonly secrets: readonly string[];
  /** What it was made of, so that another process comes to the same; secrets are among it. */
  readonly given: Environment;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Options of the command line that stand above the environment. */
export interface ConfigOverrides {
  readonly dataFolder?: string | undefined;
  readonly documentsFolder?: string | undefined;
}

/** Questions on the sample, with their gold. */
export const sampleQuestions = fileURLToPath(new URL("../sample/questions.jsonl", import.meta.url));

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
  if ("OPENAI_EMBEDDING_MODEL" in given && "LOCAL_EMBEDDING_MODEL" in given) {
    complaints.push(
      "LOCAL_EMBEDDING_MODEL: expected no OPENAI_EMBEDDING_MODEL beside it, found both; remove the" +
        " one that is not to be used",
    );
  }
  if ("PUBLIC_URL" in given !== "WEBHOOK_SECRET" in given) {
    complaints.push(
      "WEBHOOK_SECRET: expected both it and PUBLIC_URL, for updates by webhook, or neither, for" +
        " polling; found one of them",
    );
  }
  if ("OPENAI_MODEL" in given && !hasServer) {
    complaints.push(
      "OPENAI_MODEL: expected OPENAI_API_KEY or OPENAI_BASE_URL beside it, found neither; set one," +
        " or remove it to answer without a model",
    );
  }
  if (given["ANSWERER"] === "model" && !("OPENAI_MODEL" in given)) {
    complaints.push(
      "ANSWERER: expected OPENAI_MODEL beside `model`, found none; for example" +
        ` OPENAI_MODEL=${settings.OPENAI_MODEL.example}`,
    );
  }
  if (!parsed.success || complaints.length > 0) throw new ConfigError(complaints.join("\n"));
  return Object.freeze({ ...completed(parsed.data), secrets: secretsOf(given), given });
}

/** The values of an environment that must never be written anywhere. */
export function secretsOf(environment: Environment): readonly string[] {
  const { TELEGRAM_BOT_TOKEN: botToken, OPENAI_API_KEY: apiKey, DATABASE_URL: url } = environment;
  const databaseToken = /authToken=([^&]+)/u.exec(url ?? "")?.[1];
  const { WEBHOOK_SECRET: webhookSecret } = environment;
  return [botToken, apiKey, databaseToken, webhookSecret].filter((secret) => secret !== undefined);
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

function completed(values: z.infer<typeof environmentSchema>): Omit<Config, "secrets" | "given"> {
  const dataFolder = resolve(values.DATA_DIR);
  const documentsFolder = resolve(values.DOCUMENTS_DIR);
  return {
    telegram: Object.freeze({
      botToken: values.TELEGRAM_BOT_TOKEN,
      apiRoot: values.TELEGRAM_API_ROOT,
      adminIds: values.ADMIN_IDS,
      editors: values.EDITORS,
      allowedChats: values.ALLOWED_CHATS,
      stream: values.STREAM,
      keepAnswersDays: values.KEEP_ANSWERS_DAYS,
      questionsPerUserPerHour: values.QUESTIONS_PER_USER_PER_HOUR,
      questionsPerChatPerHour: values.QUESTIONS_PER_CHAT_PER_HOUR,
      guestMode: values.GUEST_MODE === "on",
    }),
    server: serverConfig(values),
    embedding: embeddingConfig(values),
    fusionWeight: values.FUSION_WEIGHT,
    model: modelConfig(values),
    answerer: values.ANSWERER ?? (values.OPENAI_MODEL === undefined ? "extractive" : "model"),
    dataFolder,
    corpusLocation: values.CORPUS_URI ?? join(dataFolder, "corpus"),
    retention: Object.freeze({
      generations: values.KEEP_GENERATIONS,
      ageMs: values.KEEP_GENERATIONS_DAYS,
    }),
    documentsFolder,
    documentsAreSample: documentsFolder === sampleFolder,
    watch: values.WATCH,
    refreshEveryMs: values.REFRESH_HOURS,
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

function embeddingConfig(values: z.infer<typeof environmentSchema>): EmbeddingConfig | undefined {
  const { OPENAI_EMBEDDING_MODEL: served, LOCAL_EMBEDDING_MODEL: local } = values;
  if (local !== undefined) return Object.freeze({ kind: "local", model: local });
  if (served === undefined) return undefined;
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = values;
  return Object.freeze({ kind: "server", model: served, apiKey, baseUrl });
}

function modelConfig(values: z.infer<typeof environmentSchema>): ModelConfig | undefined {
  if (values.OPENAI_MODEL === undefined) return undefined;
  return Object.freeze({
    model: values.OPENAI_MODEL,
    apiKey: values.OPENAI_API_KEY,
    baseUrl: values.OPENAI_BASE_URL,
    maxRetries: values.OPENAI_RETRIES,
    requestsAtOnce: values.OPENAI_REQUESTS_AT_ONCE,
    tokensPerDay: values.OPENAI_TOKENS_PER_DAY,
    deadlineMs: values.ANSWER_SECONDS,
  });
}

function absoluteDatabaseUrl(url: string | undefined, dataFolder: string): string {
  if (url === undefined) return pathToFileURL(join(dataFolder, "operations.db")).href;
  const relative = /^file:(?!\/)(.+)$/u.exec(url)?.[1];
  return relative === undefined ? url : pathToFileURL(resolve(relative)).href;
}

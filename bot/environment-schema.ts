/** How the text of each setting is read, and what holds where it is not set. */

import { fileURLToPath } from "node:url";
import { z } from "zod";
import { defaultLimits } from "../corpus/limits.ts";
import { defaultRetention } from "../retrieval/store/retention.ts";
import type { SettingName } from "./settings.ts";

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export const streamKinds = ["edit", "draft", "off"] as const;
const switches = ["on", "off"] as const;
export const answererKinds = ["extractive", "model"] as const;

/** How changes of the documents are noticed. */
export type WatchConfig =
  /** As the machine tells of them. */
  { readonly kind: "changes" } | { readonly kind: "looks"; readonly everyMs: number };

export const sampleFolder = fileURLToPath(new URL("../sample/documents", import.meta.url));

const wholeNumbers = (expected: string) =>
  z
    .string()
    .regex(/^\s*-?\d+\s*(,\s*-?\d+\s*)*,?\s*$/u, expected)
    .transform((text) => text.split(",").filter((part) => part.trim() !== ""))
    .transform((parts) => parts.map(Number))
    .refine((numbers) => numbers.every(Number.isSafeInteger), expected);

/** A folder as documents have it: no slash at either end, no step up. */
const editorForm =
  /^(\d{1,15})\s*:\s*(?:\.?\/)*((?!\.\.?(?:\/|$))[^/]+(?:\/(?!\.\.?(?:\/|$))[^/]+)*)\/*$/u;
const editorsExpected = "user ids with a folder, such as 33333333:news, separated by commas";
const editors = z
  .string()
  .transform((text) => text.split(/[,，]/u).map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ""))
  .refine((parts) => parts.every((part) => editorForm.test(part)), editorsExpected)
  .transform((parts) =>
    parts.map((part) => {
      const [, id = "", folder = ""] = editorForm.exec(part) ?? [];
      return { userId: Number(id), folder: folder.normalize("NFC") };
    }),
  );

const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;
const watchExpected = "on, off, or a number of minutes from 1 to 99999";
/** Undefined: not watched. */
const watching = z
  .string()
  .regex(/^(?:on|off|[1-9]\d{0,4})$/u, watchExpected)
  .transform((text): WatchConfig | undefined => {
    if (text === "off") return undefined;
    return text === "on"
      ? { kind: "changes" }
      : { kind: "looks", everyMs: Number(text) * msPerMinute };
  });

const webAddress = z
  .url({ protocol: /^https?$/u, error: "an address that begins with http:// or https://" })
  .transform((address) => address.replace(/\/+$/u, ""));

const secureAddress = z
  .url({ protocol: /^https$/u, error: "an address that begins with https://" })
  .transform((address) => address.replace(/\/+$/u, ""));

const largestPort = 65_535;
const portExpected = `a port from 1 to ${largestPort}`;
const port = z
  .string()
  .regex(/^\d{1,5}$/u, portExpected)
  .transform(Number)
  .refine((value) => value >= 1 && value <= largestPort, portExpected);

const unitsPerMega = { bytes: 1024 * 1024, pixels: 1_000_000 } as const;
const millisecondsPerSecond = 1000;
const millisecondsPerDay = 24 * 60 * 60 * millisecondsPerSecond;
const defaultKeepAnswersDays = 365;
const defaultRetries = 2;
const defaultRequestsAtOnce = 4;
/** People wait about so long in a chat. */
const defaultAnswerMs = 30_000;

/** A whole number above 0, set in a unit that is so many times the program's. */
const count = (unit = 1) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/u, "a whole number from 1 to 999999999")
    .transform((digits) => Number(digits) * unit);

/** The same with what holds where it is not set, in the program's unit. */
const limit = (fallback: number, unit = 1) => count(unit).default(fallback);

const fewTimes = z.string().regex(/^\d$/u, "a whole number from 0 to 9").transform(Number);

const largestWeight = 10;
const weightExpected = `a number from 0 to ${largestWeight}`;
const weight = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,4})?$/u, weightExpected)
  .transform(Number)
  .refine((value) => value <= largestWeight, weightExpected);

export const environmentSchema = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, "a token as @BotFather shows it")
    .optional(),
  TELEGRAM_API_ROOT: webAddress.default("https://api.telegram.org"),
  ADMIN_IDS: wholeNumbers("user ids (whole numbers) separated by commas").default([]),
  EDITORS: editors.default([]),
  ALLOWED_CHATS: wholeNumbers("chat ids (whole numbers) separated by commas").default([]),
  STREAM: z.enum(streamKinds, { error: `one of ${streamKinds.join(", ")}` }).default("edit"),
  KEEP_ANSWERS_DAYS: limit(defaultKeepAnswersDays),
  KEEP_GENERATIONS: limit(defaultRetention.generations),
  KEEP_GENERATIONS_DAYS: limit(defaultRetention.ageMs, millisecondsPerDay),
  QUESTIONS_PER_USER_PER_HOUR: count().optional(),
  QUESTIONS_PER_CHAT_PER_HOUR: count().optional(),
  GUEST_MODE: z.enum(switches, { error: `one of ${switches.join(", ")}` }).default("off"),
  PUBLIC_URL: secureAddress.optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/u, "16 to 256 characters of A–Z, a–z, 0–9, _ and -")
    .optional(),
  PORT: port.optional(),
  HOST: z.string().default("127.0.0.1"),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webAddress.optional(),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  LOCAL_EMBEDDING_MODEL: z.string().optional(),
  FUSION_WEIGHT: weight.optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_RETRIES: fewTimes.default(defaultRetries),
  OPENAI_REQUESTS_AT_ONCE: limit(defaultRequestsAtOnce),
  OPENAI_TOKENS_PER_DAY: count().optional(),
  ANSWERER: z.enum(answererKinds, { error: `one of ${answererKinds.join(", ")}` }).optional(),
  ANSWER_SECONDS: limit(defaultAnswerMs, millisecondsPerSecond),
  DATA_DIR: z.string().default("./data"),
  DOCUMENTS_DIR: z.string().default(sampleFolder),
  WATCH: watching.optional(),
  REFRESH_HOURS: count(msPerHour).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file|libsql|https?|wss?):./u, "an address that begins with file:, libsql: or https:")
    .optional(),
  CORPUS_URI: z
    .string()
    .regex(/^(s3|s3\+ddb|gs|az):\/\/[^/]/u, "an address that begins with s3://, gs:// or az://")
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

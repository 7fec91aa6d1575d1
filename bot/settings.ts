/** The settings as a reader sees them; `doctor` and the README's table are made from this list. */

/** One environment variable. */
export interface Setting {
  readonly description: string;
  /** What holds when it is not set. */
  readonly fallback: string;
  readonly example: string;
  /** Whether its value must never be shown. */
  readonly secret: boolean;
}

/** In the order in which they are shown. */
export const settingNames = [
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_API_ROOT",
  "ADMIN_IDS",
  "EDITORS",
  "ALLOWED_CHATS",
  "STREAM",
  "KEEP_ANSWERS_DAYS",
  "KEEP_GENERATIONS",
  "KEEP_GENERATIONS_DAYS",
  "QUESTIONS_PER_USER_PER_HOUR",
  "QUESTIONS_PER_CHAT_PER_HOUR",
  "GUEST_MODE",
  "PUBLIC_URL",
  "WEBHOOK_SECRET",
  "PORT",
  "HOST",
  "OPENAI_API_KEY",
  "OPENAI_BASE_URL",
  "OPENAI_EMBEDDING_MODEL",
  "LOCAL_EMBEDDING_MODEL",
  "FUSION_WEIGHT",
  "OPENAI_MODEL",
  "OPENAI_RETRIES",
  "OPENAI_REQUESTS_AT_ONCE",
  "OPENAI_TOKENS_PER_DAY",
  "ANSWERER",
  "ANSWER_SECONDS",
  "DATA_DIR",
  "DOCUMENTS_DIR",
  "WATCH",
  "REFRESH_HOURS",
  "DATABASE_URL",
  "CORPUS_URI",
  "LOG_LEVEL",
  "MAX_FILE_MEGABYTES",
  "MAX_PAGES",
  "MAX_MEGAPIXELS",
  "MAX_TABLE_ROWS",
  "MAX_ARCHIVE_FILES",
  "MAX_ARCHIVE_DEPTH",
  "MAX_ARCHIVE_RATIO",
  "MAX_SECONDS_PER_FILE",
  "MAX_MEMORY_MEGABYTES",
] as const;
export type SettingName = (typeof settingNames)[number];

export const settings: Readonly<Record<SettingName, Setting>> = {
  TELEGRAM_BOT_TOKEN: {
    description: "Token from @BotFather. Without it `npm start` chats in the terminal.",
    fallback: "none",
    example: "123456789:AAEexample-token-from-BotFather",
    secret: true,
  },
  TELEGRAM_API_ROOT: {
    description: "Address of the Bot API, for a server of your own.",
    fallback: "https://api.telegram.org",
    example: "http://localhost:8081",
    secret: false,
  },
  ADMIN_IDS: {
    description:
      "Telegram user ids, comma separated, who may reload the corpus and see its status.",
    fallback: "nobody",
    example: "11111111,22222222",
    secret: false,
  },
  EDITORS: {
    description:
      "Who may change the documents of one folder: user id, colon, folder; comma separated, a person once for each folder.",
    fallback: "nobody",
    example: "33333333:news,44444444:reports/2026",
    secret: false,
  },
  ALLOWED_CHATS: {
    description:
      "Chat ids, comma separated, where the bot answers; groups are negative. Admins are asked about others.",
    fallback: "every chat",
    example: "11111111,-1001234567890",
    secret: false,
  },
  STREAM: {
    description:
      "How private chats see an answer come: `edit` one message, `draft`, or `off`; groups get it whole.",
    fallback: "edit",
    example: "draft",
    secret: false,
  },
  KEEP_ANSWERS_DAYS: {
    description: "Days after which questions, answers and votes are deleted.",
    fallback: "365",
    example: "90",
    secret: false,
  },
  KEEP_GENERATIONS: {
    description: "Newest generations of the corpus that can be brought back, whatever their age.",
    fallback: "3",
    example: "10",
    secret: false,
  },
  KEEP_GENERATIONS_DAYS: {
    description: "Days for which a generation can be brought back that was served then.",
    fallback: "1",
    example: "30",
    secret: false,
  },
  QUESTIONS_PER_USER_PER_HOUR: {
    description: "Questions one person may ask in an hour; admins as many as they like.",
    fallback: "no limit",
    example: "30",
    secret: false,
  },
  QUESTIONS_PER_CHAT_PER_HOUR: {
    description: "Questions of one chat in an hour, all its people together.",
    fallback: "no limit",
    example: "100",
    secret: false,
  },
  GUEST_MODE: {
    description:
      "`on` answers people who call the bot by name in chats where it is no member, once each time.",
    fallback: "off",
    example: "on",
    secret: false,
  },
  PUBLIC_URL: {
    description:
      "Address under which Telegram reaches the bot by webhook: https, port 443, 80, 88 or 8443. A reverse proxy in front ends the encryption and passes `/telegram/` on to PORT.",
    fallback: "none: the bot polls",
    example: "https://wenju.example.com",
    secret: false,
  },
  WEBHOOK_SECRET: {
    description:
      "What Telegram must send along with every update to PUBLIC_URL; 16 to 256 letters, digits, `_` and `-`. Needed with it.",
    fallback: "none",
    example: "k7Qm2xVd9TzR4wLb8NcH",
    secret: true,
  },
  PORT: {
    description:
      "Port for `/health` and `/metrics`, and for updates with PUBLIC_URL. Plain http: not for the open network.",
    fallback: "8080 with PUBLIC_URL, else none",
    example: "9090",
    secret: false,
  },
  HOST: {
    description: "Address of this machine on which PORT listens; 0.0.0.0 for all it has.",
    fallback: "127.0.0.1",
    example: "0.0.0.0",
    secret: false,
  },
  OPENAI_API_KEY: {
    description: "Key for OPENAI_MODEL and OPENAI_EMBEDDING_MODEL; used only with one of them.",
    fallback: "none",
    example: "sk-example",
    secret: true,
  },
  OPENAI_BASE_URL: {
    description:
      "Address of an OpenAI-compatible server; one without keys needs no OPENAI_API_KEY.",
    fallback: "https://api.openai.com/v1",
    example: "http://localhost:11434/v1",
    secret: false,
  },
  OPENAI_EMBEDDING_MODEL: {
    description: "Model that embeds the corpus and the questions.",
    fallback: "none: the built-in embedder",
    example: "text-embedding-3-small",
    secret: false,
  },
  LOCAL_EMBEDDING_MODEL: {
    description:
      "Model that embeds on this machine: a folder with its ONNX files, or `owner/name` on the Hugging Face hub. Needs a package of its own.",
    fallback: "none: the built-in embedder",
    example: "/srv/models/bge-small-zh-v1.5",
    secret: false,
  },
  FUSION_WEIGHT: {
    description:
      "What the vectors are worth beside the full text, 0 to 10. Loaded documents need no new load.",
    fallback: "0.3 for the built-in embedder, 1 for another",
    example: "0.5",
    secret: false,
  },
  OPENAI_MODEL: {
    description: "Model that writes answers; every statement is checked against what it cites.",
    fallback: "none: answers are the sentences themselves",
    example: "gpt-4o-mini",
    secret: false,
  },
  OPENAI_RETRIES: {
    description: "How often a failed request to the model is tried again; 0 for never.",
    fallback: "2",
    example: "4",
    secret: false,
  },
  OPENAI_REQUESTS_AT_ONCE: {
    description: "Most requests to the model at the same time; others wait.",
    fallback: "4",
    example: "1",
    secret: false,
  },
  OPENAI_TOKENS_PER_DAY: {
    description:
      "Tokens the model may use a day (UTC); beyond them answers are the sentences themselves.",
    fallback: "no limit",
    example: "2000000",
    secret: false,
  },
  ANSWERER: {
    description: "Who answers: `extractive` (the sentences themselves) or `model`.",
    fallback: "model with OPENAI_MODEL, else extractive",
    example: "extractive",
    secret: false,
  },
  ANSWER_SECONDS: {
    description: "Longest time for an answer that a model writes.",
    fallback: "30",
    example: "60",
    secret: false,
  },
  DATA_DIR: {
    description: "Folder for the loaded corpus and the operational database.",
    fallback: "./data",
    example: "/var/lib/wenju",
    secret: false,
  },
  DOCUMENTS_DIR: {
    description: "Folder of the documents to answer from.",
    fallback: "the built-in sample",
    example: "/srv/newspaper",
    secret: false,
  },
  WATCH: {
    description:
      "`on` loads changes in DOCUMENTS_DIR as they come; a number looks for them every so many minutes, as network drives need. Admins hear of it where something happened.",
    fallback: "off",
    example: "on",
    secret: false,
  },
  REFRESH_HOURS: {
    description:
      "Pages taken in by their address are fetched again every so many hours, and loaded where they changed. Admins hear of it where something happened.",
    fallback: "off",
    example: "24",
    secret: false,
  },
  DATABASE_URL: {
    description: "libSQL database for inbox, answers, leases and audit: file:, libsql: or https:.",
    fallback: "operations.db in DATA_DIR",
    example: "libsql://wenju.example.com?authToken=secret",
    secret: true,
  },
  CORPUS_URI: {
    description:
      "Object storage for the loaded corpus; its credentials are the usual `AWS_*`, `GOOGLE_*` or `AZURE_*` variables. It must honour conditional writes (`If-None-Match`).",
    fallback: "corpus in DATA_DIR",
    example: "s3://bucket/wenju",
    secret: false,
  },
  LOG_LEVEL: {
    description: "Least serious log line to write; debug also shows the stack of an error.",
    fallback: "info",
    example: "debug",
    secret: false,
  },
  MAX_FILE_MEGABYTES: {
    description:
      "Largest file that is read, of 1,048,576 bytes each; of an archive, all it holds (`maxBytes` in messages).",
    fallback: "100",
    example: "500",
    secret: false,
  },
  MAX_PAGES: {
    description: "Most pages of a PDF or book (`maxPages`).",
    fallback: "2000",
    example: "5000",
    secret: false,
  },
  MAX_MEGAPIXELS: {
    description: "Largest picture, in millions of pixels (`maxPixels`).",
    fallback: "100",
    example: "200",
    secret: false,
  },
  MAX_TABLE_ROWS: {
    description: "Most rows of a table, all its sheets together (`maxRows`).",
    fallback: "100000",
    example: "500000",
    secret: false,
  },
  MAX_ARCHIVE_FILES: {
    description: "Most files in an archive (`maxArchiveFiles`).",
    fallback: "10000",
    example: "50000",
    secret: false,
  },
  MAX_ARCHIVE_DEPTH: {
    description: "How deep archives may lie in archives; 1 allows none (`maxArchiveDepth`).",
    fallback: "3",
    example: "5",
    secret: false,
  },
  MAX_ARCHIVE_RATIO: {
    description:
      "How many times larger than itself an archive's content may be (`maxArchiveRatio`).",
    fallback: "200",
    example: "1000",
    secret: false,
  },
  MAX_SECONDS_PER_FILE: {
    description: "Longest time to read one file (`maxMillisecondsPerFile`).",
    fallback: "600",
    example: "1800",
    secret: false,
  },
  MAX_MEMORY_MEGABYTES: {
    description: "Most memory for JavaScript to read one file (`maxMemoryBytes`).",
    fallback: "1024",
    example: "4096",
    secret: false,
  },
};

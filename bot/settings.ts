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
  "ALLOWED_CHATS",
  "OPENAI_API_KEY",
  "OPENAI_BASE_URL",
  "OPENAI_EMBEDDING_MODEL",
  "DATA_DIR",
  "DOCUMENTS_DIR",
  "DATABASE_URL",
  "LOG_LEVEL",
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
  ALLOWED_CHATS: {
    description: "Chat ids, comma separated, where the bot answers; groups are negative.",
    fallback: "every chat",
    example: "11111111,-1001234567890",
    secret: false,
  },
  OPENAI_API_KEY: {
    description: "Key for embeddings; used only with OPENAI_EMBEDDING_MODEL.",
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
  DATABASE_URL: {
    description: "libSQL database for inbox, answers, leases and audit: file:, libsql: or https:.",
    fallback: "operations.db in DATA_DIR",
    example: "libsql://wenju.example.com?authToken=secret",
    secret: true,
  },
  LOG_LEVEL: {
    description: "Least serious log line to write; debug also shows the stack of an error.",
    fallback: "info",
    example: "debug",
    secret: false,
  },
};

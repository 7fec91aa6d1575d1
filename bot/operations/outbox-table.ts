/** How messages on their way to Telegram are kept; what the columns mean stands in `outbox.ts`. */

export const outboxTable = `CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  chat_id INTEGER NOT NULL,
  method TEXT NOT NULL,
  payload TEXT,
  answer_id TEXT,
  asked_at INTEGER,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  worker TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  is_unsure INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  after_id INTEGER,
  message_id INTEGER,
  failure TEXT,
  settled_at INTEGER
)`;
export const outboxIndices = [
  "CREATE INDEX outbox_open ON outbox (chat_id, id) WHERE settled_at IS NULL",
  "CREATE INDEX outbox_message ON outbox (chat_id, message_id)",
  "CREATE INDEX outbox_settled_at ON outbox (settled_at)",
];

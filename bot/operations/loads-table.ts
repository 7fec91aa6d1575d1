/** How loads that were asked for are kept; what the columns mean stands in `loads.ts`. */

export const loadsTables = [
  `CREATE TABLE loads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    path TEXT,
    read_all INTEGER NOT NULL,
    force INTEGER NOT NULL,
    generation_before INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    worker TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    cancelled_by INTEGER,
    outcome TEXT
  )`,
  "CREATE UNIQUE INDEX loads_running ON loads (state) WHERE state = 'running'",
  `CREATE TABLE load_watchers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    load_id INTEGER NOT NULL,
    key TEXT NOT NULL UNIQUE,
    user_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER,
    message_id INTEGER NOT NULL,
    language TEXT NOT NULL,
    wanted TEXT NOT NULL
  )`,
  "CREATE INDEX load_watchers_load ON load_watchers (load_id)",
];

/** What every room of the Telegram front end works with. */

import type { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { App } from "../app.ts";
import type { Config } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { Trouble } from "../recent-troubles.ts";
import type { Health } from "./health.ts";
import type { RunningAnswers } from "./running-answers.ts";
import type { Sender } from "./delivery/create-sender.ts";
import type { LoadDesk } from "./reload/load-desk.ts";
import type { Timing } from "./timing.ts";
import type { OpenTelegramFile } from "./uploads/open-telegram-file.ts";

export interface Parts {
  readonly app: App;
  readonly operations: Operations;
  readonly logger: Logger;
  readonly settings: Omit<Config["telegram"], "botToken" | "apiRoot">;
  readonly me: UserFromGetMe;
  /** For calls that must take effect; messages go through the outbox. */
  readonly durable: Api;
  /** For messages that show an answer: written down, they are sent. */
  readonly outbox: Pick<Sender, "send">;
  /** For what only looks nice: tried once. */
  readonly fleeting: Api;
  /** For files that people sent. */
  readonly openFile: OpenTelegramFile;
  readonly running: RunningAnswers;
  readonly loadDesk: Pick<LoadDesk, "ask" | "cancel">;
  readonly timing: Timing;
  /** How the service itself fares; never rejects. */
  readonly health: () => Promise<Health>;
  /** What went wrong since the start, newest first. */
  readonly troubles: () => readonly Trouble[];
  readonly startedAt: Date;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Given when running work must end: the process stops and has waited long enough. */
  readonly signal: AbortSignal;
}

/** One thing about Telegram that only a real server and a real client can tell. */

import type { Api } from "grammy";
import type { ChatFullInfo, UserFromGetMe } from "grammy/types";

/** What every trial works with. */
export interface TrialRoom {
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly chat: ChatFullInfo;
}

/** What came of it. */
export interface TrialResult {
  /** What the server did. */
  readonly found: string;
  /** What the program counts on instead; absent where it found just that. */
  readonly expected?: string;
  /** What the person should now see in the chat; the messages stay there then. */
  readonly look?: string;
  /** Messages it left in the chat. */
  readonly messageIds: readonly number[];
}

export interface Trial {
  readonly name: string;
  /** A refusal by Telegram that is no result itself is thrown. */
  readonly run: (room: TrialRoom) => Promise<TrialResult>;
}

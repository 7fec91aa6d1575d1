/** A transcript for snapshots: answers are kept under random ids, which its links carry. */

import type { FakeChat } from "../../bot-api/fake-telegram.ts";

/** The ids stand as `<answer>`, the address of the bot is left out. */
export function steadyTranscript(chat: FakeChat): string {
  return chat
    .transcript()
    .replace(/https:\/\/t\.me\/\w+\?start=/gu, "…?start=")
    .replace(/([cm])_[\w-]{12}_/gu, "$1_<answer>_");
}

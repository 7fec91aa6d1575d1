/** What the bot does of its own accord, beside answering: all of it ends with the bot. */

import type { Chore } from "./chore.ts";
import { keepDigest } from "./keep-digest.ts";
import { tellWaiting } from "./tell-waiting.ts";

/** Resolves when all have ended after the signal; never rejects. */
export async function runChores(chore: Chore): Promise<void> {
  await Promise.all([tellWaiting(chore), keepDigest(chore)]);
}

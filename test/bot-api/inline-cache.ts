/** Answers to inline queries that Telegram repeats for a while without asking the bot again. */

import type { InlineAnswer } from "./fake-telegram.ts";
import type { InlineQueryInProgress, World } from "./world.ts";

const defaultCacheSeconds = 300;

type Asked = Pick<InlineQueryInProgress, "query" | "offset" | "from">;

/** For everybody, unless the answer is personal. */
export function cacheInlineAnswer(world: World, asked: Asked, answer: InlineAnswer): void {
  const seconds = answer.cache_time ?? defaultCacheSeconds;
  if (seconds <= 0) return;
  world.inlineCache.set(keyOf(asked, answer.is_personal === true), {
    answer,
    untilAdvancedMs: world.clock.advancedMs() + seconds * 1000,
  });
}

/** Undefined where the bot must be asked. */
export function cachedInlineAnswer(world: World, asked: Asked): InlineAnswer | undefined {
  return [true, false]
    .map((isPersonal) => world.inlineCache.get(keyOf(asked, isPersonal)))
    .find((cached) => cached !== undefined && cached.untilAdvancedMs > world.clock.advancedMs())
    ?.answer;
}

function keyOf({ query, offset, from }: Asked, isPersonal: boolean): string {
  return JSON.stringify([query, offset, isPersonal ? from.id : null]);
}

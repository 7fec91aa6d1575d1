/** Waits until the bot has nothing left to answer. */

import type { Bell } from "./bell.ts";

export interface IdleWait {
  readonly bell: Bell;
  readonly isIdle: () => boolean;
  readonly explain: () => string;
  readonly quietMs: number;
  readonly timeoutMs: number;
}

/** Resolves when `isIdle` has held for `quietMs` without a break. */
export async function whenIdle({
  bell,
  isIdle,
  explain,
  quietMs,
  timeoutMs,
}: IdleWait): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const leftMs = Math.max(0, deadline - performance.now());
    await bell.until({ find: () => isIdle() || undefined, explain, timeoutMs: leftMs });
    if (quietMs === 0 || (await staysIdle(bell, isIdle, quietMs))) return;
  }
}

/** False as soon as something happens within the quiet time. */
function staysIdle(bell: Bell, isIdle: () => boolean, quietMs: number): Promise<boolean> {
  const busy = bell.until({
    find: () => (isIdle() ? undefined : false),
    explain: () => "",
    timeoutMs: quietMs,
  });
  // The wait ends without a find: the time was quiet.
  return busy.catch(() => true);
}

/** Measures whether questions are answered as quickly while documents are loaded beside them. */

import type { App } from "../bot/app.ts";

const bytesPerMegabyte = 1024 * 1024;

export interface WhileLoading {
  readonly quietMs: readonly number[];
  /** Of questions asked, and answered, while the load was running. */
  readonly loadingMs: readonly number[];
  /** How long each load took. */
  readonly loadsMs: readonly number[];
  /** Memory of this process after each load, in megabytes; the first is from before them. */
  readonly memoryMegabytes: readonly number[];
}

/**
 * Asks one question after another, alone before and after each load, so that what else the machine does
 * weighs on both, and while all documents are read anew by an app that loads in a process of its own.
 *
 * @param questions at least one
 */
export async function answerWhileLoading(
  app: App,
  questions: readonly string[],
  loads: number,
): Promise<WhileLoading> {
  const ask = async (question: string): Promise<number> => {
    const startedAt = performance.now();
    await app.ask({ question });
    return performance.now() - startedAt;
  };
  for (const question of questions) await ask(question);
  const quietMs: number[] = [];
  const askAlone = async (): Promise<void> => {
    for (const question of questions) quietMs.push(await ask(question));
  };
  await askAlone();
  const loadingMs: number[] = [];
  const loadsMs: number[] = [];
  const memoryMegabytes = [memory()];
  for (let load = 0; load < loads; load += 1) {
    const ended = new AbortController();
    const loading = app.load({ readAll: true }).finally(() => ended.abort());
    for (let at = 0; !ended.signal.aborted; at += 1) {
      const took = await ask(questions[at % questions.length] ?? "");
      if (!ended.signal.aborted) loadingMs.push(took);
    }
    loadsMs.push((await loading).elapsedMs);
    memoryMegabytes.push(memory());
    await askAlone();
  }
  return { quietMs, loadingMs, loadsMs, memoryMegabytes };
}

function memory(): number {
  return Math.round(process.memoryUsage.rss() / bytesPerMegabyte);
}

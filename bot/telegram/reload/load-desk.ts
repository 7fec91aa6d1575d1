/** Does the loads that admins ask for, one at a time, from when they are asked to when all are told. */

import { setTimeout as pause } from "node:timers/promises";
import type { LoadReport } from "../../../retrieval/load-report.ts";
import { LoadProcessError } from "../../errors.ts";
import { followProgress } from "../../loading/follow-progress.ts";
import { faultOf } from "../../loading/load-fault.ts";
import { type LoadOutcome, loadOutcomeSchema } from "../../loading/load-outcome.ts";
import { runAskedLoad } from "../../loading/run-asked-load.ts";
import type { NewWatcher, StoredLoad } from "../../operations/loads.ts";
import { tellOnce } from "../../tell-once.ts";
import { auditAct } from "../audit-act.ts";
import type { Clock } from "../delivery/clock.ts";
import { createWaker } from "../delivery/waker.ts";
import type { Parts } from "../parts.ts";
import { createLoadScreens, editFleetingly, type LoadScreens } from "./load-screens.ts";
import { renderLoading } from "./render-loading.ts";
import { tellOutcome } from "./tell-outcome.ts";

export interface LoadDesk {
  /**
   * Written down, it is done, over every restart; where a load is running, the message shows that one.
   *
   * @throws {OperationsError | RetrievalError} where it could not be written down
   */
  ask(watcher: NewWatcher): Promise<void>;
  /** False where the load is over. */
  cancel(loadId: number, userId: number): Promise<boolean>;
  /** Goes on with what earlier runs have left, and does what is asked, until the signal is given. */
  run(): Promise<void>;
}

export type LoadDeskOptions = Pick<
  Parts,
  "app" | "operations" | "outbox" | "fleeting" | "logger" | "timing" | "now"
> & {
  readonly clock: Clock;
  readonly worker: string;
  /** Interrupts the load, which the next run goes on with. */
  readonly signal: AbortSignal;
};

export function createLoadDesk(options: LoadDeskOptions): LoadDesk {
  const { app, operations, logger, timing, now, clock, worker, signal } = options;
  const { loads } = operations;
  const trouble = tellOnce(logger, "The desk of the loads");
  const asked = createWaker(clock);
  const looked = createWaker(clock);

  const serve = async (load: StoredLoad): Promise<void> => {
    const outcome =
      load.state === "ended" ? loadOutcomeSchema.parse(load.outcome) : await work(load);
    // Undefined: the stop came first, or another worker has taken it over.
    if (outcome === undefined) return;
    await tellAll(load, outcome);
    await loads.markTold(load.id);
  };

  const work = async (load: StoredLoad): Promise<LoadOutcome | undefined> => {
    if (load.attempts > mostAttempts) return end(load, givenUp());
    const screens = createLoadScreens({ ...options, loads }, load);
    const cancelled = new AbortController();
    const done = new AbortController();
    const watching = watch(load, { screens, cancelled, until: done.signal });
    const follow = followProgress(now);
    const outcome = await runAskedLoad({
      app,
      leases: operations.leases,
      load,
      signal: AbortSignal.any([signal, cancelled.signal]),
      onProgress: (progress) => {
        const state = { kind: "working", progress: follow(progress) } as const;
        if (!cancelled.signal.aborted) screens.show(state);
      },
      onElsewhere: (since) => screens.show({ kind: "elsewhere", since }),
      pause: (until) => clock.pause(timing.lookEveryMs, until),
      onFailure: (error) => logger.warn("A load from the chat failed", { error }),
    });
    done.abort();
    await watching;
    await screens.close();
    // The stop may have ended its process too.
    const isInterrupted = signal.aborted && !cancelled.signal.aborted;
    if (isInterrupted && outcome.kind === "fault") {
      await showPaused(load);
      return undefined;
    }
    return end(load, outcome);
  };

  /** Undefined where it is not this worker's any more. */
  const end = async (load: StoredLoad, outcome: LoadOutcome): Promise<LoadOutcome | undefined> => {
    if (!(await loads.end(load.id, worker, outcome))) return undefined;
    await audit(load, outcome);
    return outcome;
  };

  /** Looks for those who join it, and for who cancels it, here or in another process. */
  const watch = async (
    { id }: StoredLoad,
    { screens, cancelled, until }: Watching,
  ): Promise<void> => {
    while (!until.aborted) {
      try {
        await screens.refresh();
        const isToEnd = (await loads.find(id))?.cancelledBy !== undefined;
        if (isToEnd && !cancelled.signal.aborted) {
          cancelled.abort();
          screens.show({ kind: "cancelling" });
        }
        trouble.onSuccess();
      } catch (error) {
        trouble.onFailure(error);
      }
      await looked.wait(timing.lookEveryMs, until);
    }
  };

  const showPaused = async (load: StoredLoad): Promise<void> => {
    const [first, ...joined] = await loads.watchers(load.id);
    const state = { kind: "paused" } as const;
    await Promise.all(
      [first, ...joined]
        .filter((watcher) => watcher !== undefined)
        .map((watcher) => {
          const shown = { load, state, watcher, hasJoined: watcher !== first };
          return editFleetingly(options, watcher, renderLoading(shown));
        }),
    );
  };

  /** Resolves when all of it is written down, if not yet in the chats. */
  const tellAll = async (load: StoredLoad, outcome: LoadOutcome): Promise<void> => {
    const watchers = await loads.watchers(load.id);
    const telling = Promise.all(
      watchers.map(async (watcher) => {
        try {
          await tellOutcome(options, { load, outcome }, watcher);
        } catch (error) {
          logger.warn("The outcome of a load could not be told", { error, load: load.id });
        }
      }),
    );
    const timer = new AbortController();
    const patience = pause(timing.receiptMs, undefined, { signal: timer.signal });
    // Cancelling the timer rejects it, which is meant.
    await Promise.race([telling, patience.catch(() => undefined)]);
    timer.abort();
  };

  const audit = async (load: StoredLoad, outcome: LoadOutcome): Promise<void> => {
    if (outcome.kind === "elsewhere") return;
    const { userId, force, path, readAll } = load;
    const wanted = {
      force,
      ...(path === undefined ? {} : { path }),
      ...(readAll ? { readAll } : {}),
    };
    const came =
      outcome.kind === "report"
        ? summaryOf(outcome.report)
        : { failed: outcome.fault.code ?? "unknown", ...cancellerOf(await loads.find(load.id)) };
    await auditAct(options, { userId, act: "load", details: { ...wanted, ...came } });
  };

  return {
    ask: async (watcher) => {
      const [newest] = await app.generations();
      await loads.ask(watcher, { generationBefore: newest?.number ?? 0, worker });
      asked.wake();
      looked.wake();
    },
    cancel: async (loadId, userId) => {
      const isCancelled = await loads.cancel(loadId, userId);
      looked.wake();
      return isCancelled;
    },
    run: async () => {
      while (!signal.aborted) {
        try {
          const load = await loads.claim(worker);
          trouble.onSuccess();
          if (load === undefined) await asked.wait(timing.standbyMs, signal);
          else await serve(load);
        } catch (error) {
          trouble.onFailure(error);
          await clock.pause(timing.lookEveryMs, signal);
        }
      }
    },
  };
}

/** A load that was begun so often and never done may be what ends the bot each time. */
const mostAttempts = 10;

function givenUp(): LoadOutcome {
  const error = new LoadProcessError(
    "E_LOAD_KILLED",
    `Expected to finish the load, found it begun ${mostAttempts} times and cut short each time.`,
    { retryable: true },
  );
  return { kind: "fault", fault: faultOf(error), kept: null };
}

interface Watching {
  readonly screens: LoadScreens;
  readonly cancelled: AbortController;
  readonly until: AbortSignal;
}

function cancellerOf(load: StoredLoad | undefined): Readonly<Record<string, number>> {
  const by = load?.cancelledBy;
  return by === undefined || by === load?.userId ? {} : { cancelledBy: by };
}

function summaryOf(report: LoadReport): Readonly<Record<string, unknown>> {
  return {
    generation: report.generation?.number,
    published: report.published,
    added: report.added.length,
    changed: report.changed.length,
    removed: report.removed.length,
    failed: report.failed.length,
  };
}

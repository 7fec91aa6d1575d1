/** The two API clients: one for what must arrive, one for what only looks nice. */

import { autoRetry } from "@grammyjs/auto-retry";
import { Api, type ApiClientOptions, type Transformer } from "grammy";
import { createFloodGate } from "./flood-gate.ts";
import { isSurelyUnsent } from "./telegram-failure.ts";
import { pauseUnlessStopped } from "./patiently.ts";
import type { Timing } from "./timing.ts";

export interface Clients {
  /**
   * Waits out floods and server faults, a few times and not for long. A call whose answer was lost
   * is never repeated, for it may have arrived.
   */
  readonly durable: Api;
  /** Tries once: polling, typing, progress. */
  readonly fleeting: Api;
  readonly options: ApiClientOptions;
}

export interface ClientOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

const boundedRetry = { maxRetryAttempts: 3, maxDelaySeconds: 30, rethrowHttpErrors: true };
/** A poll is held for `pollSeconds`; any call slower than this beyond it is lost. */
const answerTimeoutSeconds = 20;
/** With doubling pauses this spans about two minutes. */
const unsentAttempts = 7;

export function createClients({ token, apiRoot, timing, signal }: ClientOptions): Clients {
  const options = { apiRoot, timeoutSeconds: timing.pollSeconds + answerTimeoutSeconds };
  const gate = createFloodGate();
  const durable = new Api(token, options);
  // The last one stands outermost: a retry passes the gate again.
  durable.config.use(gate.waiting, resendUnsent(timing, signal), autoRetry(boundedRetry));
  const fleeting = new Api(token, options);
  fleeting.config.use(gate.shedding);
  return { durable, fleeting, options };
}

/** Repeats calls for which no connection could be made at all. */
function resendUnsent(timing: Timing, signal: AbortSignal): Transformer {
  return async (previous, method, payload, callSignal) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await previous(method, payload, callSignal);
      } catch (error) {
        if (!isSurelyUnsent(error) || attempt === unsentAttempts || signal.aborted) throw error;
        const waitMs = timing.firstRetryMs * 2 ** (attempt - 1);
        await pauseUnlessStopped(Math.min(timing.longestRetryMs, waitMs), signal);
      }
    }
  };
}

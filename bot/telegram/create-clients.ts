/** The API clients: one for what must arrive, one for what only looks nice, one for polling. */

import { Api, type ApiClientOptions, type Transformer } from "grammy";
import type { Clock } from "./delivery/clock.ts";
import { type ChatKey, createGovernor, type Governor } from "./delivery/governor.ts";
import { shedWithoutTurn, waitForTurn } from "./delivery/govern-calls.ts";
import { repeatCalls } from "./delivery/repeat-calls.ts";
import { fetchNatively } from "./fetch-natively.ts";
import type { Timing } from "./timing.ts";

export interface Clients {
  /**
   * Waits its turn, and waits out floods and server faults, a few times and not for long. A message
   * that may have arrived is never repeated: the outbox, which stands before this client for all
   * others, finds that out.
   */
  readonly durable: Api;
  /** Tries once, and only where the chat has room: typing, progress. */
  readonly fleeting: Api;
  /** Tries once, and asks nobody: for polling, and for the outbox. */
  readonly plain: Api;
  readonly governor: Governor;
  readonly options: ApiClientOptions;
}

export interface ClientOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly timing: Timing;
  readonly clock: Clock;
  /** Ends every wait. */
  readonly signal: AbortSignal;
  /** Told of every chat that Telegram closes to us. */
  readonly onClose?: (chat: ChatKey, untilMs: number) => void;
  /** Sees every call as it is made, and its answer. */
  readonly observe?: Transformer;
}

/** A poll is held for `pollSeconds`; any call slower than this beyond it is lost. */
const answerTimeoutSeconds = 20;

export function createClients({
  token,
  apiRoot,
  timing,
  clock,
  signal,
  onClose,
  observe,
}: ClientOptions): Clients {
  const options = {
    apiRoot,
    timeoutSeconds: timing.pollSeconds + answerTimeoutSeconds,
    fetch: fetchNatively,
  };
  const governor = createGovernor(timing.pace, clock, onClose);
  const open = (): Api => {
    const api = new Api(token, options);
    if (observe !== undefined) api.config.use(observe);
    return api;
  };
  const durable = open();
  // The last one stands outermost: a repeated call waits for its turn again.
  durable.config.use(waitForTurn(governor, signal), repeatCalls(timing, signal));
  const fleeting = open();
  fleeting.config.use(shedWithoutTurn(governor, signal));
  return { durable, fleeting, plain: open(), governor, options };
}

/**
 * Node's own fetch for grammY. The one that grammY brings never notices that an answer broke off in
 * its middle: the call would last until its time limit, and nothing would be fetched meanwhile.
 */

/** The answer, as from `fetch`; grammY's signal is that of a polyfill. */
export async function fetchNatively(url: string, init: RequestInit): Promise<Response> {
  const { signal, ...rest } = init;
  const ended = new AbortController();
  const end = (): void => ended.abort();
  if (signal?.aborted === true) end();
  // Stays until the signal goes, which grammY makes for each call: the body may be ended by it, too.
  signal?.addEventListener("abort", end);
  return fetch(url, { ...rest, signal: ended.signal });
}

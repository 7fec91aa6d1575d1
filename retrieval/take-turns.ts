/** Cuts long work into slices, between which a bot in the same process answers. */

/** A question waits for a few of these; the turns themselves cost next to nothing. */
const sliceMs = 4;

/**
 * Returns a function to call between two short pieces of work: once a slice is over it gives a
 * promise of the event loop's next turn, before that nothing to wait for.
 */
export function takeTurns(): () => Promise<void> | undefined {
  let startedAt = performance.now();
  return () => {
    if (performance.now() - startedAt < sliceMs) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        startedAt = performance.now();
        resolve();
      });
    });
  };
}

/** Opens something when it is first needed, so that nobody waits or fails for what he does not use. */

export interface OpenedOnce<Opened> {
  /** The one opened thing. A failed opening is forgotten, so that the next call tries again. */
  open(): Promise<Opened>;
  /** Undefined where it is not open. */
  readonly current: Opened | undefined;
}

export function openOnce<Opened>(opening: () => Promise<Opened>): OpenedOnce<Opened> {
  let current: Opened | undefined;
  let running: Promise<Opened> | undefined;
  const run = async (): Promise<Opened> => {
    try {
      current = await opening();
      return current;
    } finally {
      running = undefined;
    }
  };
  return {
    open: async () => {
      if (current !== undefined) return current;
      running ??= run();
      return running;
    },
    get current() {
      return current;
    },
  };
}

/** Waiting without polling: whoever changes the world rings, whoever waits looks again. */

export interface Bell {
  ring(): void;
  /**
   * The first value that `find` gives other than undefined, now or after a ring.
   * @throws {Error} `explain()` when the time is over; whatever `find` throws
   */
  until<Value>(wait: Wait<Value>): Promise<Value>;
  /** Ends every wait with an error. */
  silence(): void;
}

interface Wait<Value> {
  readonly find: () => Value | undefined;
  readonly explain: () => string;
  readonly timeoutMs: number;
}

export function createBell(): Bell {
  const listeners = new Set<(isOver: boolean) => void>();

  const until = async <Value>({ find, explain, timeoutMs }: Wait<Value>): Promise<Value> => {
    const found = find();
    if (found !== undefined) return found;
    return new Promise<Value>((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        listeners.delete(look);
        act();
      };
      const look = (isOver: boolean): void => {
        if (isOver) {
          settle(() =>
            reject(new Error(`The fake Bot API closed while a test waited. ${explain()}`)),
          );
          return;
        }
        try {
          const value = find();
          if (value !== undefined) settle(() => resolve(value));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`Waited ${timeoutMs} ms. ${explain()}`)));
      }, timeoutMs);
      listeners.add(look);
    });
  };

  const tell = (isOver: boolean): void => {
    for (const listener of listeners) listener(isOver);
  };
  return { ring: () => tell(false), until, silence: () => tell(true) };
}

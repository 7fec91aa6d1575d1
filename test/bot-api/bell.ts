/** Waiting without polling: whoever changes the world rings, whoever waits looks again. */

export interface Bell {
  /**
   * Wakes those who wait for this subject and those who wait for any.
   * @param about what changed, such as a chat or a query; without it everybody looks again
   */
  ring(about?: object): void;
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
  /** Default: looks again at every ring. */
  readonly about?: object;
}

type Look = (isOver: boolean) => void;

/** Stands for every subject. */
const anything = {};

export function createBell(): Bell {
  const listeners = new Map<object, Set<Look>>();

  const add = (about: object, look: Look): void => {
    const looks = listeners.get(about) ?? new Set();
    listeners.set(about, looks.add(look));
  };
  const remove = (about: object, look: Look): void => {
    const looks = listeners.get(about);
    looks?.delete(look);
    if (looks?.size === 0) listeners.delete(about);
  };

  const until = async <Value>(wait: Wait<Value>): Promise<Value> => {
    const { find, explain, timeoutMs, about = anything } = wait;
    const found = find();
    if (found !== undefined) return found;
    return new Promise<Value>((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        remove(about, look);
        act();
      };
      const look: Look = (isOver) => {
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
      add(about, look);
    });
  };

  const tellAll = (isOver: boolean): void => {
    for (const looks of listeners.values()) for (const look of looks) look(isOver);
  };
  return {
    ring: (about) => {
      if (about === undefined) return tellAll(false);
      for (const subject of [about, anything]) {
        for (const look of listeners.get(subject) ?? []) look(false);
      }
    },
    until,
    silence: () => tellAll(true),
  };
}

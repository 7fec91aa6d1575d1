/** An album comes as several messages, of which nobody tells the last: a quiet time does. */

export interface AlbumPart {
  /** It is taken in, or could not be. */
  isIn(): void;
  /** True for one part alone, when all are in and no further one has come for the quiet time. */
  isLast(signal: AbortSignal): Promise<boolean>;
}

export interface AlbumGathering {
  /** To be called when a part comes, before anything is waited for. */
  join(key: string): AlbumPart;
}

interface Album {
  coming: number;
  /** Grows with every part that comes or is in. */
  turn: number;
}

export function createAlbumGathering({
  quietMs,
  pause,
}: {
  readonly quietMs: number;
  /** Resolves after the time, or when the signal is given. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}): AlbumGathering {
  const albums = new Map<string, Album>();
  return {
    join: (key) => {
      const album = albums.get(key) ?? { coming: 0, turn: 0 };
      albums.set(key, album);
      album.coming += 1;
      album.turn += 1;
      return {
        isIn: () => {
          album.coming -= 1;
          album.turn += 1;
        },
        isLast: async (signal) => {
          const { turn, coming } = album;
          if (coming > 0) return false;
          await pause(quietMs, signal);
          signal.throwIfAborted();
          if (album.turn !== turn) return false;
          albums.delete(key);
          return true;
        },
      };
    },
  };
}

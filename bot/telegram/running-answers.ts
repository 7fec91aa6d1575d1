/** The answers being written in this process, so that those who asked can stop them. */

/** Thrown into what is stopped. */
export class StoppedByAsker extends Error {
  constructor() {
    super("Expected to finish an answer, was stopped by who asked.");
    this.name = "StoppedByAsker";
  }
}

interface Question {
  readonly chatId: number;
  /** The message that asks. */
  readonly questionId: number;
}

interface Asked extends Question {
  readonly userId: number | undefined;
}

export interface RunningAnswers {
  /** The signal that its asker stops it with. Call `end` when it is answered. */
  begin(asked: Asked): { readonly signal: AbortSignal; readonly end: () => void };
  /** In a private chat there is only one who can have asked. */
  stop(by: Question & { readonly userId: number | undefined }): "stopped" | "notYours" | "none";
  /** Stops all that the person has asked in the chat. @returns how many */
  stopAll(by: { readonly chatId: number; readonly userId: number }): number;
}

export function createRunningAnswers(): RunningAnswers {
  const running = new Map<string, { readonly asked: Asked; readonly stopper: AbortController }>();
  const keyOf = ({ chatId, questionId }: Question) => `${chatId}:${questionId}`;
  return {
    begin: (asked) => {
      const key = keyOf(asked);
      const entry = { asked, stopper: new AbortController() };
      running.set(key, entry);
      return {
        signal: entry.stopper.signal,
        end: () => {
          if (running.get(key) === entry) running.delete(key);
        },
      };
    },
    stop: ({ userId, ...question }) => {
      const found = running.get(keyOf(question));
      if (found === undefined) return "none";
      if (found.asked.userId !== userId) return "notYours";
      found.stopper.abort(new StoppedByAsker());
      return "stopped";
    },
    stopAll: ({ chatId, userId }) => {
      const theirs = [...running.values()].filter(
        ({ asked }) => asked.chatId === chatId && asked.userId === userId,
      );
      for (const { stopper } of theirs) stopper.abort(new StoppedByAsker());
      return theirs.length;
    },
  };
}

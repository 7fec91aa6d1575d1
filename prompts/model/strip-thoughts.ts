/** Leaves out what a reasoning model thinks aloud before it speaks: `<think>…</think>`. */

const opening = "<think>";
const closing = "</think>";

export interface ThoughtFilter {
  /** What of this piece and the ones before can be passed on now. */
  push(piece: string): string;
  /** What was held back in case a mark began there. */
  end(): string;
}

/** For replies that arrive in pieces; a mark may be cut in two by them. */
export function createThoughtFilter(): ThoughtFilter {
  let held = "";
  let isThinking = false;
  return {
    push(piece) {
      held += piece;
      let spoken = "";
      for (;;) {
        const mark = isThinking ? closing : opening;
        const at = held.indexOf(mark);
        if (at < 0) {
          const kept = lengthOfBegunMark(held, mark);
          if (!isThinking) spoken += held.slice(0, held.length - kept);
          held = held.slice(held.length - kept);
          return spoken;
        }
        if (!isThinking) spoken += held.slice(0, at);
        held = held.slice(at + mark.length);
        isThinking = !isThinking;
      }
    },
    end: () => (isThinking ? "" : held),
  };
}

/** The reply without thoughts, also where only their end is marked, as some servers do. */
export function stripThoughts(reply: string): string {
  const filter = createThoughtFilter();
  const spoken = filter.push(reply) + filter.end();
  const unopened = spoken.lastIndexOf(closing);
  return (unopened < 0 ? spoken : spoken.slice(unopened + closing.length)).trim();
}

/** How many characters at the end of the text may be the beginning of the mark. */
function lengthOfBegunMark(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}

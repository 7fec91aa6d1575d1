/**
 * Reads a model's reply while it arrives, statement by statement, whatever form it has: the JSON that
 * was asked for, JSON between other words, or lines that end with `[n]`.
 */

import type { DraftStatement } from "../verification/evidence.ts";
import { looseStatementSchema } from "./draft-schema.ts";
import { cleanStatement, splitMarkedLine } from "./marked-text.ts";

/** What a model that may only write lines says where the sentences do not answer. */
export const notFoundMark = "NOT_FOUND";

/** Where a reply says the same again so often, it will not say anything else. */
const repeatsOfLoop = 3;

export interface DraftEnd {
  /** Statements that only the end shows to be such. */
  readonly drafts: readonly DraftStatement[];
  /** False where the model says that the sentences do not answer, and nothing else. */
  readonly answerable: boolean;
  /** Whether nothing was being said when it ended. */
  readonly isWhole: boolean;
}

export interface DraftReader {
  /** The statements that this piece completes, in order, none of them twice. */
  push(piece: string): readonly DraftStatement[];
  /** Whether the reply has begun to repeat itself. */
  readonly isLooping: boolean;
  end(): DraftEnd;
}

export function createDraftReader(): DraftReader {
  const said = new Set<string>();
  const objects = createObjectScanner();
  let text = "";
  let lineStart = 0;
  let repeats = 0;
  let deniesAnswer = false;
  const uncited: DraftStatement[] = [];

  const once = (draft: DraftStatement): readonly DraftStatement[] => {
    const clean = cleanStatement(draft);
    if (clean.text === "") return [];
    if (said.has(clean.text)) {
      repeats += 1;
      return [];
    }
    said.add(clean.text);
    return [clean];
  };

  const readObject = (source: string): readonly DraftStatement[] => {
    const parsed = looseStatementSchema.safeParse(parseJson(source));
    return parsed.success && !deniesAnswer ? once(parsed.data) : [];
  };

  const readLine = (line: string): readonly DraftStatement[] => {
    if (line.trim() === notFoundMark) {
      deniesAnswer = true;
      return [];
    }
    const parts = splitMarkedLine(line);
    // Not known to be a statement before the end: words around JSON have no numbers either.
    uncited.push(...parts.filter(({ citations }) => citations.length === 0));
    return deniesAnswer ? [] : parts.filter(({ citations }) => citations.length > 0).flatMap(once);
  };

  /** Whole lines that stand before any JSON. */
  const readLines = (isEnd: boolean): readonly DraftStatement[] => {
    const drafts: DraftStatement[] = [];
    while (!text.includes("{")) {
      const lineEnd = text.indexOf("\n", lineStart);
      if (lineEnd < 0) break;
      drafts.push(...readLine(text.slice(lineStart, lineEnd)));
      lineStart = lineEnd + 1;
    }
    if (isEnd && !text.includes("{")) drafts.push(...readLine(text.slice(lineStart)));
    return drafts;
  };

  return {
    push(piece) {
      text += piece;
      const lines = readLines(false);
      deniesAnswer ||= /"answerable"\s*:\s*false/u.test(text);
      return [...lines, ...objects.push(piece).flatMap(readObject)];
    },
    get isLooping() {
      return repeats >= repeatsOfLoop;
    },
    end() {
      const lines = readLines(true);
      const isJson = text.includes("{");
      const drafts = isJson || deniesAnswer ? lines : [...lines, ...uncited.flatMap(once)];
      return {
        drafts,
        answerable: !deniesAnswer || said.size > 0,
        isWhole: isJson ? objects.isClosed : true,
      };
    },
  };
}

interface ObjectScanner {
  /** Source of the objects that this piece closes and that hold no other. */
  push(piece: string): readonly string[];
  readonly isClosed: boolean;
}

function createObjectScanner(): ObjectScanner {
  /** Source of every open object, outermost first; undefined once it holds another. */
  const open: { source: string; isInnermost: boolean }[] = [];
  let isInString = false;
  let isEscaped = false;
  return {
    push(piece) {
      const closed: string[] = [];
      for (const character of piece) {
        if (character === "{" && !isInString) {
          for (const outer of open) outer.isInnermost = false;
          open.push({ source: "", isInnermost: true });
        }
        const current = open.at(-1);
        if (current === undefined) continue;
        if (current.isInnermost) current.source += character;
        if (isInString) {
          if (character === '"' && !isEscaped) isInString = false;
          isEscaped = character === "\\" && !isEscaped;
        } else if (character === '"') isInString = true;
        else if (character === "}") {
          open.pop();
          if (current.isInnermost) closed.push(current.source);
        }
      }
      return closed;
    },
    get isClosed() {
      return open.length === 0;
    },
  };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // Whatever it is, it is no statement.
    return undefined;
  }
}

/** What buttons carry: ids, never text, at most 64 bytes, and their way back. */

import { type DocsView, docsFields, parseDocsView } from "./docs-button.ts";
import { type Vote, type VoteReason, voteReasons, votes } from "../operations/votes.ts";
import { isAnswerId, isId, isNumber } from "./button-fields.ts";
import {
  parseSource,
  parseView,
  type ReaderSource,
  type ReaderView,
  sourceCode,
  viewCode,
} from "./reader-button.ts";
import { parseUploadButton, type UploadButton, uploadFields } from "./uploads/upload-button.ts";
import { parseUnanswered, type UnansweredButton, unansweredFields } from "./unanswered-button.ts";

/** Every button there is; each kind has a handler of its own in `route-callback.ts`. */
export type Button =
  /** Under an answer: opens one of its citations. */
  | { readonly kind: "source"; readonly answerId: string; readonly n: number }
  | {
      readonly kind: "read";
      readonly source: ReaderSource;
      /** Whether the reader stands in the message of the answer, or in one of its own. */
      readonly isInAnswer: boolean;
      readonly view: ReaderView;
    }
  /** The message becomes the answer again. */
  | { readonly kind: "back"; readonly answerId: string }
  /** A reader in a message of its own goes; where it knows its answer, it leaves the way there. */
  | { readonly kind: "close"; readonly answerId: string | undefined }
  /** What had no room in the message of the answer, from page 1. */
  | {
      readonly kind: "more";
      readonly answerId: string;
      readonly page: number;
      readonly isInAnswer: boolean;
    }
  | { readonly kind: "vote"; readonly answerId: string; readonly vote: Vote }
  | { readonly kind: "reason"; readonly answerId: string; readonly reason: VoteReason }
  /** Under a refusal: who asked is told once the documents answer it. */
  | { readonly kind: "tellMe"; readonly answerId: string }
  /** Under an answer: a golden question is made of it. */
  | { readonly kind: "golden"; readonly answerId: string }
  | UnansweredButton
  /** The answer to this message, which asks, is to end. */
  | { readonly kind: "stop"; readonly questionId: number }
  /** Of `/forget`; only this person may confirm it. */
  | { readonly kind: "forget"; readonly userId: number; readonly isConfirmed: boolean }
  | UploadButton
  /** On the card about a chat that wants to use the bot. */
  | { readonly kind: "allowChat" | "refuseChat"; readonly nonce: string }
  /** In the list of documents, for those who may change them. */
  | { readonly kind: "docs"; readonly view: DocsView }
  /** Under the message of a load that is running. */
  | { readonly kind: "cancelLoad"; readonly loadId: number }
  /** On a card about an act that wants a second word; only who was asked may press it. */
  | { readonly kind: "confirm"; readonly nonce: string; readonly isConfirmed: boolean };

const separator = ":";

/** At most `maxCallbackBytes` bytes, for the ids this program makes. */
export function buttonData(button: Button): string {
  switch (button.kind) {
    case "source":
      return join("s", button.answerId, button.n);
    case "read":
      return join("r", place(button.isInAnswer), sourceCode(button.source), viewCode(button.view));
    case "back":
      return join("b", button.answerId);
    case "close":
      return button.answerId === undefined ? "c" : join("c", button.answerId);
    case "more":
      return join("m", place(button.isInAnswer), button.answerId, button.page);
    case "vote":
      return join("v", button.answerId, button.vote);
    case "reason":
      return join("w", button.answerId, button.reason);
    case "tellMe":
      return join("n", button.answerId);
    case "golden":
      return join("g", "a", button.answerId);
    case "unanswered":
      return join("g", ...unansweredFields(button));
    case "stop":
      return join("x", button.questionId);
    case "forget":
      return join("f", button.userId, button.isConfirmed ? "yes" : "no");
    case "upload":
    case "uploadFolders":
    case "uploadFolder":
      return join("u", ...uploadFields(button));
    case "allowChat":
      return join("a", button.nonce);
    case "refuseChat":
      return join("d", button.nonce);
    case "docs":
      return join("k", ...docsFields(button.view));
    case "cancelLoad":
      return join("l", button.loadId);
    case "confirm":
      return join("t", button.nonce, button.isConfirmed ? "yes" : "no");
  }
}

/** Undefined where no button of ours carries this: it is forged, or of another version. */
export function parseButton(callbackData: string): Button | undefined {
  const [letter, ...fields] = callbackData.split(separator);
  const parser = parsers.get(letter ?? "");
  return parser === undefined || fields.length > parser.fields ? undefined : parser.parse(fields);
}

interface Parser {
  /** At most so many. */
  readonly fields: number;
  readonly parse: (fields: readonly string[]) => Button | undefined;
}

const parsers: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  [
    "s",
    {
      fields: 2,
      parse: ([answerId, n]) =>
        isAnswerId(answerId) && isNumber(n)
          ? { kind: "source", answerId, n: Number(n) }
          : undefined,
    },
  ],
  [
    "r",
    {
      fields: 3,
      parse: ([where, code, viewOf]) => {
        const source = parseSource(code);
        const view = parseView(viewOf);
        if (!isPlace(where) || source === undefined || view === undefined) return undefined;
        return { kind: "read", isInAnswer: where === inAnswer, source, view };
      },
    },
  ],
  [
    "b",
    {
      fields: 1,
      parse: ([answerId]) => (isAnswerId(answerId) ? { kind: "back", answerId } : undefined),
    },
  ],
  [
    "c",
    {
      fields: 1,
      parse: ([answerId]) =>
        answerId === undefined || isAnswerId(answerId) ? { kind: "close", answerId } : undefined,
    },
  ],
  [
    "m",
    {
      fields: 3,
      parse: ([where, answerId, page]) =>
        isPlace(where) && isAnswerId(answerId) && isNumber(page)
          ? { kind: "more", isInAnswer: where === inAnswer, answerId, page: Number(page) }
          : undefined,
    },
  ],
  [
    "v",
    {
      fields: 2,
      parse: ([answerId, word]) => {
        const vote = votes.find((known) => known === word);
        return isAnswerId(answerId) && vote !== undefined
          ? { kind: "vote", answerId, vote }
          : undefined;
      },
    },
  ],
  [
    "w",
    {
      fields: 2,
      parse: ([answerId, word]) => {
        const reason = voteReasons.find((known) => known === word);
        return isAnswerId(answerId) && reason !== undefined
          ? { kind: "reason", answerId, reason }
          : undefined;
      },
    },
  ],
  [
    "n",
    {
      fields: 1,
      parse: ([answerId]) => (isAnswerId(answerId) ? { kind: "tellMe", answerId } : undefined),
    },
  ],
  [
    "g",
    {
      fields: 4,
      parse: (fields) => {
        const [letter, answerId, ...rest] = fields;
        if (letter !== "a") return parseUnanswered(fields, isAnswerId);
        return isAnswerId(answerId) && rest.length === 0 ? { kind: "golden", answerId } : undefined;
      },
    },
  ],
  [
    "x",
    {
      fields: 1,
      parse: ([id]) => (isId(id) ? { kind: "stop", questionId: Number(id) } : undefined),
    },
  ],
  [
    "f",
    {
      fields: 2,
      parse: ([id, word]) =>
        isId(id) && isYesOrNo(word)
          ? { kind: "forget", userId: Number(id), isConfirmed: word === "yes" }
          : undefined,
    },
  ],
  [
    "u",
    {
      fields: 3,
      parse: ([cardId, letter, n]) =>
        isAnswerId(cardId) ? parseUploadButton(cardId, letter, n) : undefined,
    },
  ],
  [
    "k",
    {
      fields: 4,
      parse: (fields) => {
        const view = parseDocsView(fields);
        return view && { kind: "docs", view };
      },
    },
  ],
  [
    "l",
    {
      fields: 1,
      parse: ([id]) => (isId(id) ? { kind: "cancelLoad", loadId: Number(id) } : undefined),
    },
  ],
  ["a", onChat("allowChat")],
  ["d", onChat("refuseChat")],
  [
    "t",
    {
      fields: 2,
      parse: ([nonce, word]) =>
        isAnswerId(nonce) && isYesOrNo(word)
          ? { kind: "confirm", nonce, isConfirmed: word === "yes" }
          : undefined,
    },
  ],
]);

const inAnswer = "i";
const ownMessage = "o";

function place(isInAnswer: boolean): string {
  return isInAnswer ? inAnswer : ownMessage;
}

function onChat(kind: "allowChat" | "refuseChat"): Parser {
  return {
    fields: 1,
    parse: ([nonce]) => (isAnswerId(nonce) ? { kind, nonce } : undefined),
  };
}

function join(...fields: readonly (string | number)[]): string {
  return fields.join(separator);
}

function isPlace(text: string | undefined): boolean {
  return text === inAnswer || text === ownMessage;
}

function isYesOrNo(text: string | undefined): boolean {
  return text === "yes" || text === "no";
}

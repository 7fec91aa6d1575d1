/** What buttons carry: ids, never text, at most 64 bytes, and their way back. */

import { type DocsView, docsFields, parseDocsView } from "./docs-button.ts";
import { type Vote, type VoteReason, voteReasons, votes } from "../operations/votes.ts";
import { parseUnanswered, type UnansweredButton, unansweredFields } from "./unanswered-button.ts";

/** A sentence to be read in its place: as an answer cites it, or alone. */
export type ReaderSource =
  | { readonly kind: "citation"; readonly answerId: string; readonly n: number }
  | { readonly kind: "sentence"; readonly sentenceId: string };

/** What the reader of a source shows. */
export type ReaderView =
  /** The sentence between its neighbours. */
  | { readonly kind: "cited" }
  /** The page of the article that begins, or ends, with a part of a sentence. */
  | { readonly kind: "from" | "upTo"; readonly localId: string; readonly part: number }
  | { readonly kind: "outline" };

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
  /** On the card of an upload: a decision, or back from the folders to the card. */
  | {
      readonly kind: "upload";
      readonly cardId: string;
      readonly act: "index" | "discard" | "card";
    }
  /** A page of the folders to choose from, from 0. */
  | { readonly kind: "uploadFolders"; readonly cardId: string; readonly page: number }
  /** One of the folders that the card offered, from 0. */
  | { readonly kind: "uploadFolder"; readonly cardId: string; readonly choice: number }
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
      return join("u", button.cardId, uploadLetters[button.act]);
    case "uploadFolders":
      return join("u", button.cardId, "p", button.page);
    case "uploadFolder":
      return join("u", button.cardId, "f", button.choice);
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
        isAnswerId(cardId) ? onUpload(cardId, letter, n) : undefined,
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

function sourceCode(source: ReaderSource): string {
  return source.kind === "citation" ? `${source.answerId}.${source.n}` : source.sentenceId;
}

function parseSource(code = ""): ReaderSource | undefined {
  const [id = "", n, ...rest] = code.split(".");
  if (rest.length > 0) return undefined;
  if (n === undefined) {
    return isSentenceId(id) ? { kind: "sentence", sentenceId: id } : undefined;
  }
  return isAnswerId(id) && isNumber(n)
    ? { kind: "citation", answerId: id, n: Number(n) }
    : undefined;
}

const viewLetters = { cited: "c", from: "f", upTo: "u", outline: "d" } as const;

function viewCode(view: ReaderView): string {
  const letter = viewLetters[view.kind];
  return "localId" in view ? `${letter}${view.localId}.${view.part}` : letter;
}

function parseView(code = ""): ReaderView | undefined {
  if (code === viewLetters.cited) return { kind: "cited" };
  if (code === viewLetters.outline) return { kind: "outline" };
  const [, letter, localId, part] = /^([fu])([A-Za-z0-9_-]{1,16})\.(\d{1,3})$/u.exec(code) ?? [];
  if (localId === undefined) return undefined;
  const kind = letter === viewLetters.from ? "from" : "upTo";
  return { kind, localId, part: Number(part) };
}

const uploadLetters = { index: "i", discard: "d", card: "c" } as const;

function onUpload(cardId: string, letter = "", n?: string): Button | undefined {
  if (letter === "p" && isNumber(n)) return { kind: "uploadFolders", cardId, page: Number(n) };
  if (letter === "f" && isNumber(n)) return { kind: "uploadFolder", cardId, choice: Number(n) };
  const act = (["index", "discard", "card"] as const).find((one) => uploadLetters[one] === letter);
  return act === undefined || n !== undefined ? undefined : { kind: "upload", cardId, act };
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

/** As `bot/operations/answers.ts` and `uploads.ts` make them, `chats.ts` and `confirmations.ts` nonces. */
function isAnswerId(text: string | undefined): text is string {
  return /^[A-Za-z0-9_-]{12}$/u.test(text ?? "");
}

/** As `corpus/ids.ts` makes them, with room. */
function isSentenceId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,40}$/u.test(text);
}

/** Of a citation or a page. */
function isNumber(text: string | undefined): text is string {
  return /^\d{1,4}$/u.test(text ?? "");
}

/** Of a person, a message or a load. */
function isId(text: string | undefined): boolean {
  return /^\d{1,15}$/u.test(text ?? "");
}

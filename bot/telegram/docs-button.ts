/** What the buttons of the list of documents carry. */

/** What the message of the list becomes. */
export type DocsView =
  /** A page, from 0, of the documents that were searched for; of all without a search. */
  | { readonly kind: "list"; readonly searchId: string | undefined; readonly page: number }
  /** One document, with the way back to that page. */
  | {
      readonly kind: "document";
      readonly documentId: string;
      readonly searchId: string | undefined;
      readonly page: number;
    }
  /** Asks whether the document is to be removed. */
  | { readonly kind: "remove"; readonly documentId: string }
  | { readonly kind: "removed"; readonly page: number }
  | { readonly kind: "bringBack"; readonly documentId: string }
  /** Asks whether older generations are to be forgotten. */
  | { readonly kind: "forgetOlder" };

const none = "-";
const letters = {
  list: "l",
  document: "d",
  remove: "x",
  removed: "r",
  bringBack: "b",
  forgetOlder: "p",
} as const;

export function docsFields(view: DocsView): readonly (string | number)[] {
  const letter = letters[view.kind];
  switch (view.kind) {
    case "list":
      return [letter, view.searchId ?? none, view.page];
    case "document":
      return [letter, view.documentId, view.searchId ?? none, view.page];
    case "removed":
      return [letter, view.page];
    case "remove":
    case "bringBack":
      return [letter, view.documentId];
    case "forgetOlder":
      return [letter];
  }
}

/** Undefined where no button of ours carries this. */
export function parseDocsView([letter, ...fields]: readonly string[]): DocsView | undefined {
  const [first = "", second = "", third = ""] = fields;
  switch (letter) {
    case letters.list:
      return isSearch(first) && isPage(second) && fields.length === 2
        ? { kind: "list", searchId: searchOf(first), page: Number(second) }
        : undefined;
    case letters.document:
      return isDocument(first) && isSearch(second) && isPage(third) && fields.length === 3
        ? { kind: "document", documentId: first, searchId: searchOf(second), page: Number(third) }
        : undefined;
    case letters.removed:
      return isPage(first) && fields.length === 1
        ? { kind: "removed", page: Number(first) }
        : undefined;
    case letters.remove:
    case letters.bringBack: {
      const kind = letter === letters.remove ? "remove" : "bringBack";
      return isDocument(first) && fields.length === 1 ? { kind, documentId: first } : undefined;
    }
    case letters.forgetOlder:
      return fields.length === 0 ? { kind: "forgetOlder" } : undefined;
    case undefined:
    default:
      return undefined;
  }
}

function searchOf(field: string): string | undefined {
  return field === none ? undefined : field;
}

/** As `bot/operations/document-searches.ts` makes them. */
function isSearch(field: string): boolean {
  return field === none || /^[A-Za-z0-9_-]{12}$/u.test(field);
}

/** As `corpus/ids.ts` makes them. */
function isDocument(field: string): boolean {
  return /^[0-9a-f]{16}$/u.test(field);
}

function isPage(field: string): boolean {
  return /^\d{1,6}$/u.test(field);
}

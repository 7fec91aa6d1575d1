/** Sorts the labelled blocks of a document into the pieces they belong to. */

import type { PublishedOn } from "../article.ts";
import { printedDate } from "../dates/printed-date.ts";
import type { Block } from "../formats/parsed-document.ts";
import type { Span } from "../sentence.ts";
import { hasOpeningByline } from "./find-openings.ts";
import type { LabelledBlock } from "./label-blocks.ts";
import { noteLabel, openingNoteLabel } from "./note-label.ts";

/** A piece of writing whose paragraphs are not yet cut into sentences. */
export interface Draft {
  readonly isNote: boolean;
  title?: string;
  subtitle?: string;
  /** Names of columns and series above its text. */
  readonly labels: string[];
  readonly bylines: string[];
  publishedOn?: PublishedOn;
  readonly sections: string[];
  readonly body: BodyBlock[];
}

export interface BodyBlock {
  readonly block: Block;
  readonly section?: string;
}

export interface CaptionBlock {
  readonly block: Block;
  /** The piece it stands in; undefined above all. */
  readonly draft: Draft | undefined;
}

export interface DraftedDocument {
  /** In reading order; some may have no body. */
  readonly drafts: readonly Draft[];
  readonly captions: readonly CaptionBlock[];
  /** Blocks that are kept as what they label and not as sentences. */
  readonly labels: readonly { readonly span: Span; readonly reason: string }[];
  /** Printed above all pieces or below them: the date of the page. */
  readonly publishedOn?: PublishedOn;
}

/** @param knownTitle title of the first piece, where it has none of its own */
export function draftArticles(
  text: string,
  blocks: readonly LabelledBlock[],
  knownTitle: string | undefined,
): DraftedDocument {
  const drafts: Draft[] = [];
  const captions: CaptionBlock[] = [];
  const labels: { span: Span; reason: string }[] = [];
  const titleCount = blocks.filter(({ label }) => label === "title").length;
  let pageDate: PublishedOn | undefined;
  let current: Draft | undefined;
  let enclosing: Draft | undefined;

  const open = (isNote: boolean): Draft => {
    const draft: Draft = { isNote, labels: [], bylines: [], sections: [], body: [] };
    drafts.push(draft);
    return draft;
  };
  const piece = (): Draft => (current ??= open(false));
  /** A note of one paragraph, or one under a heading, gives the word back to its article. */
  const endNote = (): void => {
    if (current?.isNote === true && enclosing !== undefined) current = enclosing;
  };

  for (const { block, label, words } of blocks) {
    if (label !== "body" && label !== "caption") {
      for (const span of block.spans) labels.push({ span, reason: label });
    }
    switch (label) {
      case "title": {
        // What stands above the only title of a document is its beginning.
        const isLead = titleCount === 1 && current !== undefined && !current.isNote;
        if (!isLead || current?.title !== undefined) current = open(false);
        current = piece();
        current.title = words;
        enclosing = undefined;
        break;
      }
      case "note label":
        enclosing = current?.isNote === true ? enclosing : current;
        current = open(true);
        current.title = noteLabel(words) ?? words;
        break;
      case "subtitle":
        piece().subtitle ??= words;
        break;
      case "heading":
        endNote();
        piece().sections.push(words);
        break;
      case "label":
        piece().labels.push(words);
        break;
      case "byline":
        endNote();
        piece().bylines.push(words);
        break;
      case "date line": {
        const date = printedDate(words);
        if (current === undefined || current.title === undefined) pageDate ??= date;
        if (current !== undefined && date !== undefined) current.publishedOn ??= date;
        break;
      }
      case "caption":
        captions.push({ block, draft: current });
        break;
      case "body": {
        const note = openingNote(text, block);
        if (note !== undefined) {
          const draft = open(true);
          draft.title = note.label;
          labels.push({ span: note.span, reason: "note label" });
          draft.body.push({ block: note.rest });
          break;
        }
        // `本报讯（记者某某）` begins a piece even where its title is lost.
        const isUntitled = titleCount > 1 && hasOpeningByline(text, block);
        if (isUntitled && current !== undefined && current.body.length > 0) current = open(false);
        const section = piece().sections.at(-1);
        piece().body.push(section === undefined ? { block } : { block, section });
      }
    }
  }
  const [first] = drafts;
  if (first !== undefined && knownTitle !== undefined && titleCount <= 1) first.title = knownTitle;
  return { drafts, captions, labels, ...(pageDate === undefined ? {} : { publishedOn: pageDate }) };
}

interface OpeningNote {
  readonly label: string;
  readonly span: Span;
  readonly rest: Block;
}

function openingNote(text: string, block: Block): OpeningNote | undefined {
  const [first, ...others] = block.spans;
  if (first === undefined || block.kind !== "paragraph") return undefined;
  const found = openingNoteLabel(text.slice(first.start, first.end));
  if (found === undefined) return undefined;
  const start = first.start + found.length;
  return {
    label: found.label,
    span: { start: first.start, end: start },
    rest: { ...block, spans: [{ start, end: first.end }, ...others] },
  };
}

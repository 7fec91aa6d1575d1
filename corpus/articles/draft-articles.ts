/** Sorts the labelled blocks of a document into the pieces they belong to. */

import type { PublishedOn } from "../article.ts";
import type { Block } from "../formats/parsed-document.ts";
import type { Span } from "../sentence.ts";
import { authorsOf } from "./authors.ts";
import { isPageCredit } from "./closing-credits.ts";
import { columnOf } from "./column-label.ts";
import { readMarkedDateLine } from "./date-line.ts";
import type { CaptionBlock, Draft, DraftedDocument } from "./draft.ts";
import { inlineTitle, titleBeforeDateline } from "./inline-title.ts";
import type { BlockLabel, LabelledBlock } from "./label-blocks.ts";
import { mastheadDate } from "./masthead.ts";
import { noteLabel, openingNoteLabel } from "./note-label.ts";
import { hasOpeningByline } from "./opening-byline.ts";
import { cutOpeningLabel } from "./opening-label.ts";
import { jumpFromLength } from "./page-jump.ts";

const titles: ReadonlySet<BlockLabel> = new Set(["title", "brief title"]);
/** So many paragraphs with `本报讯` or the like are as many pieces. */
const leastDatelines = 2;

export interface DraftOptions {
  /** Title of the first piece, where it has none of its own. */
  readonly knownTitle: string | undefined;
  /** Whether the document is one piece, whatever stands in it. */
  readonly isOnePiece: boolean;
}

export function draftArticles(
  text: string,
  blocks: readonly LabelledBlock[],
  { knownTitle, isOnePiece }: DraftOptions,
): DraftedDocument {
  const titleCount = blocks.filter(({ label }) => titles.has(label)).length;
  const datelines = blocks.filter(
    ({ label, block }) => label === "body" && opensWithDateline(text, block),
  );
  const drafting = createDrafting(text, {
    hasOneTitle: titleCount === 1,
    splitsAtDatelines: !isOnePiece && (titleCount > 1 || datelines.length >= leastDatelines),
  });
  for (const labelled of blocks) drafting.take(labelled);
  const drafted = drafting.finish();
  const [first] = drafted.drafts;
  if (first !== undefined && knownTitle !== undefined && titleCount <= 1) first.title = knownTitle;
  return drafted;
}

interface Circumstances {
  readonly hasOneTitle: boolean;
  readonly splitsAtDatelines: boolean;
}

interface Drafting {
  take(labelled: LabelledBlock): void;
  finish(): DraftedDocument;
}

function createDrafting(text: string, { hasOneTitle, splitsAtDatelines }: Circumstances): Drafting {
  const drafts: Draft[] = [];
  const captions: CaptionBlock[] = [];
  const labels: { span: Span; reason: string }[] = [];
  let pageDate: PublishedOn | undefined;
  let current: Draft | undefined;
  /** The article in which a note stands. */
  let enclosing: Draft | undefined;
  /** Names of columns and persons above a title belong to the piece below them. */
  let columns: readonly string[] = [];
  let bylines: string[] = [];
  let captionTitle: string | undefined;

  const open = (isNote: boolean): Draft => {
    const draft: Draft = {
      isNote,
      isBrief: false,
      labels: columns,
      bylines,
      sections: [],
      body: [],
    };
    columns = [];
    bylines = [];
    drafts.push(draft);
    current = draft;
    return draft;
  };
  const piece = (): Draft => current ?? open(false);
  const hasText = (): boolean => current !== undefined && current.body.length > 0;
  /** A note of one paragraph, or one under a heading, gives the word back to its article. */
  const endNote = (): void => {
    if (current?.isNote === true && enclosing !== undefined) current = enclosing;
  };

  const addTitle = (words: string): Draft => {
    // What stands above the only title of a document is its beginning.
    const isLead = hasOneTitle && current?.isNote === false && current.title === undefined;
    const draft = isLead ? piece() : open(false);
    draft.title = words;
    enclosing = undefined;
    return draft;
  };

  const addBody = (block: Block): void => {
    const isParagraph = block.kind === "paragraph";
    const titled = cutOpeningLabel(text, block, titleBeforeDateline);
    if (titled !== undefined) {
      if (hasText() || current?.title !== undefined) open(false);
      piece().title = titled.label;
      labels.push({ span: titled.span, reason: "title" });
      piece().body.push({ block: { kind: "paragraph", spans: titled.rest.spans } });
      return;
    }
    const note = isParagraph ? cutOpeningLabel(text, block, openingNoteLabel) : undefined;
    if (note !== undefined) {
      enclosing = current?.isNote === true ? enclosing : current;
      const draft = open(true);
      draft.title = note.label;
      labels.push({ span: note.span, reason: "note label" });
      draft.body.push({ block: note.rest });
      return;
    }
    const isNext =
      (splitsAtDatelines && hasOpeningByline(text, block)) ||
      columns.some(namesPieces) ||
      (isParagraph && isContinued(text, block));
    if (hasText() && isNext) open(false);
    if (piece().title === undefined) {
      const notice = piece().labels.find((name) => columnOf(name) === "notices");
      if (notice !== undefined) {
        piece().title = notice;
        piece().isBrief = true;
      }
    }
    const isInBriefs = piece().labels.some((name) => columnOf(name) === "briefs");
    const title =
      isInBriefs && !hasOpeningByline(text, block)
        ? cutOpeningLabel(text, block, inlineTitle)
        : undefined;
    if (title !== undefined || (isInBriefs && block.kind === "list-item")) {
      columns = piece().labels;
      if (hasText()) open(false);
      columns = [];
      piece().isBrief = true;
    }
    if (title !== undefined) {
      piece().title = title.label;
      labels.push({ span: title.span, reason: "title" });
    }
    const section = piece().sections.at(-1);
    piece().body.push({
      block: title?.rest ?? block,
      ...(section === undefined ? {} : { section }),
    });
  };

  const takers: Readonly<Record<BlockLabel, (words: string, block: Block) => void>> = {
    title: (words) => addTitle(words),
    "brief title"(words) {
      addTitle(words).isBrief = true;
    },
    "note label"(words) {
      enclosing = current?.isNote === true ? enclosing : current;
      open(true).title = noteLabel(words) ?? words;
    },
    subtitle(words) {
      piece().subtitle ??= words;
    },
    heading(words) {
      endNote();
      piece().sections.push(words);
    },
    column(words) {
      columns = [...columns, words];
    },
    label(words) {
      columns = [...columns, words];
    },
    byline(words) {
      endNote();
      // In brackets, a name stands behind what it signs.
      const isOfNext = hasText() && !/^[（(]/u.test(words) && isSignedAbove(piece());
      (isOfNext ? bylines : piece().bylines).push(words);
    },
    "photo credit"(words) {
      const last = captions.at(-1);
      if (current?.title !== undefined && !hasText()) current.bylines.push(words);
      else if (last !== undefined) last.byline ??= words;
    },
    "page header"(words) {
      pageDate ??= mastheadDate(words);
    },
    "date line"(words) {
      const read = readMarkedDateLine(words);
      const date = read?.publishedOn;
      if (read?.byline !== undefined && !hasText()) piece().bylines.push(read.byline);
      if (current?.title === undefined) pageDate ??= date;
      // Below its text stands when a piece was signed, which a page's own date is better than.
      const isSigning = hasText() && pageDate !== undefined;
      if (current !== undefined && date !== undefined && !isSigning) current.publishedOn ??= date;
    },
    "caption title"(words) {
      captionTitle = words;
    },
    caption(_, block) {
      const title = captionTitle === undefined ? {} : { title: captionTitle };
      captions.push({ block, draft: current, ...title });
    },
    credits(words) {
      const byline = words.replace(/^[（(【[]|[）)】\]]$/gu, "");
      if (hasText() && !isPageCredit(words) && authorsOf(byline).length > 0)
        piece().bylines.push(byline);
    },
    "end mark": () => undefined,
    body: (_, block) => addBody(block),
  };

  const isSignedAbove = ({ bylines: own, body: [first] }: Draft): boolean =>
    own.length > 0 || (first !== undefined && hasOpeningByline(text, first.block));

  return {
    take({ block, label, words }) {
      if (label !== "body" && label !== "caption") {
        for (const span of block.spans) labels.push({ span, reason: label });
      }
      if (label === "body" || titles.has(label) || label === "heading") captionTitle = undefined;
      // Labels between the title and the text are the piece's own.
      if (label === "body" && current !== undefined && !hasText()) {
        current.labels = [...current.labels, ...columns];
        columns = [];
      }
      takers[label](words, block);
    },
    finish: () => {
      // Nothing follows that these could have signed.
      current?.bylines.push(...bylines);
      return {
        drafts,
        captions,
        labels,
        ...(pageDate === undefined ? {} : { publishedOn: pageDate }),
      };
    },
  };
}

/** Whether the block begins a piece by its dateline, perhaps behind its title. */
function opensWithDateline(text: string, block: Block): boolean {
  const isTitled = cutOpeningLabel(text, block, titleBeforeDateline) !== undefined;
  return isTitled || hasOpeningByline(text, block);
}

/** Whether a piece of its own follows the name of the column, even without a title. */
function namesPieces(column: string): boolean {
  const kind = columnOf(column);
  return kind === "opinion" || kind === "briefs" || kind === "notices";
}

/** Whether the paragraph says that its beginning stands on another page. */
function isContinued(text: string, { spans: [first] }: Block): boolean {
  return first !== undefined && jumpFromLength(text.slice(first.start, first.end)) > 0;
}

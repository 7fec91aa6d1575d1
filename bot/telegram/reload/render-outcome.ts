/** The card that a load's message becomes, and the file beside it where its lists have no room there. */

import { FormattedString } from "@grammyjs/parse-mode";
import { AppError, PathMissingError } from "../../../corpus/errors.ts";
import type { LoadReport } from "../../../retrieval/load-report.ts";
import { errorOf } from "../../loading/load-fault.ts";
import type { LoadOutcome } from "../../loading/load-outcome.ts";
import type { StoredLoad, WantedLoad } from "../../operations/loads.ts";
import { kindSentence } from "../../text/kind-sentence.ts";
import type { Language } from "../../text/language.ts";
import { clip } from "../clip.ts";
import { generationCounts } from "../generation-counts.ts";
import { maxTitleUnits } from "../limits.ts";
import { asMessage, type OutgoingMessage, plainMessage } from "../outgoing-message.ts";
import { plain } from "../render-source-line.ts";
import type { TextFile } from "../send-text-file.ts";
import { type LoadList, loadLists, renderLists } from "./load-lists.ts";
import { reloadTexts } from "./reload-texts.ts";
import { scopeLine } from "./render-loading.ts";

type ToldLoad = Pick<StoredLoad, "generationBefore" | keyof WantedLoad> & {
  /** Undefined where no file can follow the card. */
  readonly id: number | undefined;
};

export interface RenderedOutcome {
  readonly card: OutgoingMessage;
  /** The whole lists; undefined where the card shows them whole. */
  readonly list: TextFile | undefined;
  /** Whether it waits for a second word to be published. */
  readonly isHeldBack: boolean;
}

const shownLines = [5, 3, 2] as const;
/** Of all lists together, with room for what stands around them. */
const maxListUnits = 3_000;
/** Faults that somebody may overrule. */
const overruled: ReadonlySet<string | null> = new Set(["E_CORPUS_SHRANK", "E_LEG_UNHEALTHY"]);

export function renderOutcome(
  outcome: LoadOutcome,
  load: ToldLoad,
  language: Language,
): RenderedOutcome {
  switch (outcome.kind) {
    case "report":
      return renderReport(outcome.report, load, language);
    case "fault":
      return {
        card: plainMessage(faultLines(outcome, load, language).join("\n")),
        list: undefined,
        isHeldBack: !load.force && overruled.has(outcome.fault.code),
      };
    case "elsewhere": {
      const title = reloadTexts[language].doneElsewhere(outcome.generation.number);
      const counts = generationCounts(outcome.generation, language);
      return { card: plainMessage(`✅ ${title}\n${counts}`), list: undefined, isHeldBack: false };
    }
  }
}

/** Title and counts, then a section a matter; each section stands by itself. */
function renderReport(report: LoadReport, load: ToldLoad, language: Language): RenderedOutcome {
  const words = reloadTexts[language];
  const lists = loadLists(report, language);
  const mostLines = linesWithRoom(lists, language);
  const isCut = lists.some(({ lines }) => lines.length > mostLines);
  const isHeldBack = isHeld(report);
  const title = isHeldBack ? `⏸ ${words.heldBack}` : `✅ ${titleOf(report, load, language)}`;
  const head = headSection(report, load, language);
  const sections = [
    head,
    ...renderLists(lists, { language, mostLines }),
    ...(isCut && load.id !== undefined ? [words.listFollows] : []),
  ];
  const card = asMessage(
    FormattedString.join([FormattedString.bold(title), ...sections.map(plain)], "\n\n"),
  );
  if (!isCut || load.id === undefined) return { card, list: undefined, isHeldBack };
  const text = `${[head, ...renderLists(lists, { language })].join("\n\n")}\n`;
  const list = { name: words.listName(load.id), text, caption: words.listCaption(load.id) };
  return { card, list, isHeldBack };
}

/** Lines of each list on the card, as many as have room; the rest are counted. */
function linesWithRoom(lists: readonly LoadList[], language: Language): number {
  const fits = (mostLines: number): boolean =>
    renderLists(lists, { language, mostLines }).join("\n\n").length <= maxListUnits;
  return shownLines.find(fits) ?? 1;
}

function isHeld({ check, published }: LoadReport): boolean {
  return check?.passes === false && !published;
}

function titleOf(
  { generation, published }: LoadReport,
  { generationBefore }: ToldLoad,
  language: Language,
): string {
  const words = reloadTexts[language];
  const isNew = generation !== undefined && (published || generation.number > generationBefore);
  return isNew ? words.done(generation.number) : words.nothingNew;
}

function headSection(report: LoadReport, load: ToldLoad, language: Language): string {
  const words = reloadTexts[language];
  const { generation, published } = report;
  const scope = scopeLine(load, language);
  const isServedSince = (generation?.number ?? 0) > load.generationBefore;
  const isOfBefore = !published && !isHeld(report) && isServedSince;
  const seconds = (report.elapsedMs / 1000).toFixed(1);
  return [
    ...(scope === undefined ? [] : [scope]),
    ...(isOfBefore ? [words.doneBefore] : []),
    words.changes({
      added: report.added.length,
      changed: report.changed.length,
      removed: report.removed.length,
      unchanged: report.unchanged,
      failed: report.failed.length,
    }),
    words.totals(report.sentences.toLocaleString("en-US"), seconds),
  ].join("\n");
}

/** One kind sentence and, where something can be done, what; the old documents are still served. */
function faultLines(
  { fault, kept }: Extract<LoadOutcome, { kind: "fault" }>,
  load: ToldLoad,
  language: Language,
): readonly string[] {
  const words = reloadTexts[language];
  const error = errorOf(fault);
  if (!(error instanceof AppError)) return [`⚠️ ${words.failed}`];
  const sentence = kindSentence(error, language);
  if (error.code === "E_LOAD_CANCELLED") {
    const rest = kept === null ? words.nothingKept : words.kept(kept.done, kept.total);
    return [`⏹ ${sentence}`, rest];
  }
  if (error instanceof PathMissingError) {
    const nearby = error.nearby.map((path) => `· ${clip(path, maxTitleUnits)}`);
    return [
      `⚠️ ${clip(load.path ?? "", maxTitleUnits)}: ${sentence}`,
      ...(nearby.length === 0 ? [words.nothingNearby] : [words.nearby, ...nearby]),
    ];
  }
  if (!load.force && overruled.has(error.code)) return [`⏸ ${words.heldBack}`, sentence];
  const whatToDo = words.advice[error.code];
  return [`⚠️ ${sentence}`, ...(whatToDo === undefined ? [] : [whatToDo])];
}

/** What an admin sees of a load: a bar while it runs, a card when it is done. */

import { FormattedString } from "@grammyjs/parse-mode";
import { AppError } from "../../corpus/errors.ts";
import type { LoadProgress, LoadReport } from "../../retrieval/load-report.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { clip } from "./clip.ts";
import { docsTexts } from "./docs-texts.ts";
import { maxLineUnits, maxTitleUnits } from "./limits.ts";
import { renderHeldBack } from "./render-held-back.ts";
import { asMessage, plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { plain } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

/** A report keeps the code of a failure alone; this leads it to its kind sentence. */
class FailedFileError extends AppError {
  constructor(code: string) {
    super(code, `Expected a file that can be loaded, found one that cannot: ${code}.`);
  }
}

const barCells = 12;
/** Failed files named on the card; the rest are counted. */
const shownFailures = 5;

/** Stage, bar and counts; the same text for the same progress. */
export function renderLoadProgress(
  { stage, done, total, bytes = { done, total } }: LoadProgress,
  language: Language,
): OutgoingMessage {
  const words = telegramTexts[language].reload;
  const share = bytes.total === 0 ? 0 : Math.min(1, bytes.done / bytes.total);
  const filled = Math.round(share * barCells);
  const bar = "▓".repeat(filled) + "░".repeat(barCells - filled);
  const counts = total === 0 ? "" : ` ${Math.floor(share * 100)}% · ${done}/${total}`;
  return plainMessage(`🔄 ${words.starting}\n\n${words.stages[stage]}\n${bar}${counts}`);
}

/** Added, changed, removed, unchanged and failed files, sentences, seconds and the generation. */
export function renderLoadReport(report: LoadReport, language: Language): OutgoingMessage {
  const words = telegramTexts[language].reload;
  const [heldBack, ...worse] = renderHeldBack(report.check, language);
  const title =
    heldBack ??
    (report.published && report.generation !== undefined
      ? words.done(report.generation.number)
      : words.nothingNew);
  const counts = words.changes({
    added: report.added.length,
    changed: report.changed.length,
    removed: report.removed.length,
    unchanged: report.unchanged,
    failed: report.failed.length,
  });
  const seconds = (report.elapsedMs / 1000).toFixed(1);
  const totals = words.totals(report.sentences.toLocaleString("en-US"), seconds);
  const parts = [
    FormattedString.bold(`${heldBack === undefined ? "✅" : "⚠️"} ${title}`),
    ...(worse.length === 0 ? [] : [plain(worse.join("\n"))]),
    plain(`${counts}\n${totals}`),
  ];
  const below = [renderLeftOut(report, language), renderFailures(report, language)];
  const told = below.filter((text) => text !== "").map(plain);
  return asMessage(FormattedString.join([...parts, ...told], "\n\n"));
}

/** How many removed files are still there, and by name those that changed: nobody would expect it. */
function renderLeftOut({ leftOut = [] }: LoadReport, language: Language): string {
  if (leftOut.length === 0) return "";
  const words = docsTexts[language];
  const changed = leftOut.filter(({ hasChanged }) => hasChanged === true).map(({ path }) => path);
  const named = clip(changed.join("、"), maxLineUnits);
  return [
    `🗑 ${words.leftOut(leftOut.length)}`,
    ...(changed.length === 0 ? [] : [words.leftOutChanged(named)]),
  ].join("\n");
}

function renderFailures({ failed }: LoadReport, language: Language): string {
  if (failed.length === 0) return "";
  const words = telegramTexts[language].reload;
  const lines = failed.slice(0, shownFailures).map(({ path, code }) => {
    const sentence = kindSentence(new FailedFileError(code), language);
    return `· ${clip(path, maxTitleUnits)}: ${sentence}`;
  });
  const rest = failed.length - lines.length;
  return [
    `⚠️ ${words.failedHeading(failed.length)}`,
    ...lines,
    ...(rest === 0 ? [] : [words.more(rest)]),
  ].join("\n");
}

/** One kind sentence and, where something can be done, what; the old documents are still served. */
export function renderLoadError(error: unknown, language: Language): OutgoingMessage {
  const { advice, failed } = telegramTexts[language].reload;
  if (!(error instanceof AppError)) return plainMessage(`⚠️ ${failed}`);
  const whatToDo = advice[error.code];
  const sentence = kindSentence(error, language);
  return plainMessage(whatToDo === undefined ? `⚠️ ${sentence}` : `⚠️ ${sentence}\n${whatToDo}`);
}

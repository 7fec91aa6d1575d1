/** A load's report for a person at a terminal. */

import type { Generation } from "../../retrieval/corpus-store.ts";
import type { CheckReport, DocumentChange, LoadReport } from "../../retrieval/load-report.ts";
import { timedParts } from "../../retrieval/loading/stopwatch.ts";
import { goldenReason } from "../text/golden-reason.ts";

const maxPathsShown = 10;
const millisecondsPerSecond = 1000;
const bytesPerMegabyte = 1024 * 1024;

/** Lines joined by line breaks; long lists of paths are cut, with their number told. */
export function renderLoadReport(report: LoadReport): string {
  return [
    headline(report),
    `  ${report.documents} documents, ${report.articles} articles, ${report.sentences} sentences;` +
      ` ${report.chunksEmbedded} chunks embedded in ${seconds(report.elapsedMs)}`,
    ...speed(report),
    ...(report.changes === undefined ? realChanges(report) : plannedChanges(report.changes)),
    ...(report.unchanged > 0 ? [`  unchanged ${report.unchanged}`] : []),
    ...paths(
      "failed",
      report.failed.map(({ path, code, reason }) => `${path} (${code}): ${reason}`),
    ),
    ...paths(
      "removed earlier, left out",
      (report.leftOut ?? []).map(({ path, hasChanged }) =>
        hasChanged === true ? `${path} (its file has changed since)` : path,
      ),
    ),
    ...checked(report.check),
    ...report.dropped.map(({ reason, count }) => `  left out ${count} × ${reason}`),
  ].join("\n");
}

function headline({ generation, published, check, changes }: LoadReport): string {
  if (changes !== undefined) {
    return changes.length === 0
      ? "Dry run: nothing was written, and a load would change nothing:"
      : "Dry run: nothing was written. A load would leave:";
  }
  if (check?.passes === false) {
    return (
      `Held back: answers got worse, and ${servedStill(generation)}.` +
      " What was loaded is kept; `wenju load --force` serves it:"
    );
  }
  if (!published) return `Nothing has changed; generation ${generation?.number} stays served:`;
  return `Published generation ${generation?.number}:`;
}

function servedStill(generation: Generation | undefined): string {
  return generation === undefined
    ? "nothing is served"
    : `generation ${generation.number} stays served`;
}

/** The questions whose answers are not what they were, those that got worse first. */
function checked(check: CheckReport | undefined): string[] {
  if (check === undefined) return [];
  return [
    `  checked ${check.questions.length} questions`,
    ...(["worse", "changed", "better"] as const).flatMap((verdict) =>
      paths(
        verdict,
        check.questions
          .filter((one) => one.verdict === verdict)
          .map(({ question, why }) =>
            why === undefined ? question : `${question}: ${goldenReason(why, "en")}`,
          ),
      ),
    ),
  ];
}

/** Nothing where no file was read. */
function speed(report: LoadReport): string[] {
  const { bytesRead, documentsPerSecond, megabytesPerSecond, timesMs } = report;
  if (bytesRead === 0) return [];
  const times = timedParts.map((part) => `${part} ${seconds(timesMs[part])}`).join(", ");
  return [
    `  ${(bytesRead / bytesPerMegabyte).toFixed(1)} MB read:` +
      ` ${documentsPerSecond.toFixed(0)} documents/s, ${megabytesPerSecond.toFixed(2)} MB/s` +
      ` (${times})`,
  ];
}

function realChanges({ added, changed, removed }: LoadReport): string[] {
  return [...paths("added", added), ...paths("changed", changed), ...paths("removed", removed)];
}

function plannedChanges(changes: readonly DocumentChange[]): string[] {
  const list = (kind: DocumentChange["kind"]): readonly string[] =>
    changes.filter((change) => change.kind === kind).map(plannedChange);
  return [
    ...paths("would add", list("added")),
    ...paths("would change", list("changed")),
    ...paths("would remove", list("removed")),
  ];
}

function plannedChange({ path, sentencesGained, sentencesLost }: DocumentChange): string {
  const parts = [
    ...(sentencesGained > 0 ? [`${sentencesGained} sentences new`] : []),
    ...(sentencesLost > 0 ? [`${sentencesLost} sentences gone`] : []),
  ];
  return `${path}: ${parts.length === 0 ? "the same sentences" : parts.join(", ")}`;
}

function paths(name: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length - maxPathsShown;
  return [
    `  ${name} ${all.length}`,
    ...all.slice(0, maxPathsShown).map((path) => `    ${printable(path)}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}

/** Names of files may hold what makes a terminal do things. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / millisecondsPerSecond).toFixed(1)} s`;
}

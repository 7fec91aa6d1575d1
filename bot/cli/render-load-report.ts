/** A load's report for a person at a terminal. */

import type { LoadReport } from "../../retrieval/load-report.ts";

const maxPathsShown = 10;
const millisecondsPerSecond = 1000;

/** Lines joined by line breaks; long lists of paths are cut, with their number told. */
export function renderLoadReport(report: LoadReport): string {
  return [
    headline(report),
    `  ${report.documents} documents, ${report.articles} articles, ${report.sentences} sentences;` +
      ` ${report.chunksEmbedded} chunks embedded in` +
      ` ${(report.elapsedMs / millisecondsPerSecond).toFixed(1)} s`,
    ...paths("added", report.added),
    ...paths("changed", report.changed),
    ...paths("removed", report.removed),
    ...(report.unchanged > 0 ? [`  unchanged ${report.unchanged}`] : []),
    ...paths(
      "failed",
      report.failed.map(({ path, code, reason }) => `${path} (${code}): ${reason}`),
    ),
    ...report.dropped.map(({ reason, count }) => `  left out ${count} × ${reason}`),
  ].join("\n");
}

function headline({ generation, published }: LoadReport): string {
  if (generation === undefined) return "Dry run: nothing was written. A load would find:";
  if (!published) return `Nothing has changed; generation ${generation.number} stays served:`;
  return `Published generation ${generation.number}:`;
}

function paths(name: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length - maxPathsShown;
  return [
    `  ${name} ${all.length}`,
    ...all.slice(0, maxPathsShown).map((path) => `    ${path}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}

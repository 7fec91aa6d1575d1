/** Loads documents in front of a person, and leaves a line in the audit. */

import { userInfo } from "node:os";
import type { LoadReport } from "../../retrieval/load-report.ts";
import type { LoadRequest } from "../app.ts";
import type { Composition } from "../compose.ts";
import { showProgress } from "./show-progress.ts";
import type { Terminal } from "./terminal.ts";

/** The report; progress goes to the terminal's error stream. @throws as `App.load` */
export async function loadWithProgress(
  { app, operations }: Composition,
  request: Omit<LoadRequest, "signal" | "onProgress">,
  terminal: Terminal,
): Promise<LoadReport> {
  const display = showProgress(terminal);
  let report: LoadReport;
  try {
    const { onProgress } = display;
    report = await app.load({ ...request, signal: terminal.signal, onProgress });
  } finally {
    display.stop();
  }
  if (report.published) {
    await (
      await operations()
    ).audit.append({
      who: terminalUser(),
      act: "load",
      details: {
        force: request.force ?? false,
        ...(request.path === undefined ? {} : { path: request.path }),
        ...(request.readAll === true ? { readAll: true } : {}),
        generation: report.generation?.number,
        added: report.added.length,
        changed: report.changed.length,
        removed: report.removed.length,
        failed: report.failed.length,
      },
    });
  }
  return report;
}

/** Who sits at the terminal, for the audit. */
export function terminalUser(): string {
  return `terminal ${userInfo().username}`;
}

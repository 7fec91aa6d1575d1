/** Changes a document in front of a person, who sees how far the load behind it is. */

import type { DocumentChange, FollowingLoad } from "../documents/create-document-acts.ts";
import { terminalUser } from "./load-with-progress.ts";
import { renderLoadReport } from "./render-load-report.ts";
import { showProgress } from "./show-progress.ts";
import type { Terminal } from "./terminal.ts";

/** What `change` gives; progress goes to the terminal's error stream. */
export async function changeWithProgress<Result>(
  terminal: Terminal,
  change: (request: DocumentChange) => Promise<Result>,
): Promise<Result> {
  const display = showProgress(terminal);
  const { onProgress } = display;
  try {
    return await change({ by: terminalUser(), signal: terminal.signal, onProgress });
  } finally {
    display.stop();
  }
}

/** What the load behind the change did, or why a later one has to. */
export function renderFollowing(load: FollowingLoad): string {
  if (load.kind === "loaded") return renderLoadReport(load.report);
  return `The index is not up to date yet: ${load.error.message}\nThe next load sees to it.`;
}

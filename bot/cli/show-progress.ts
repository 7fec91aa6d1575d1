/** Shows how far a load is: a bar for a person, one line for each stage for a log. */

import { SingleBar } from "cli-progress";
import type { LoadProgress, LoadStage } from "../../retrieval/load-report.ts";
import { tell, type Terminal } from "./terminal.ts";

const stageNames: Readonly<Record<LoadStage, string>> = {
  list: "listing files",
  read: "reading documents",
  embed: "embedding",
  index: "indexing",
  check: "checking",
  publish: "publishing",
};
const widestName = Math.max(...Object.values(stageNames).map((name) => name.length));

export interface ProgressDisplay {
  readonly onProgress: (progress: LoadProgress) => void;
  /** Leaves the last state standing; nothing may be shown afterwards. */
  stop(): void;
}

export function showProgress(terminal: Terminal): ProgressDisplay {
  return terminal.drawsProgress ? createBar(terminal) : createLines(terminal);
}

function createBar(terminal: Terminal): ProgressDisplay {
  const bar = new SingleBar({
    format: "{stage} [{bar}] {value}/{total}",
    stream: terminal.error,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 30,
  });
  let stage: LoadStage | undefined;
  return {
    onProgress: (progress) => {
      const named = { stage: stageNames[progress.stage].padEnd(widestName) };
      if (stage === undefined) bar.start(progress.total, progress.done, named);
      stage = progress.stage;
      bar.setTotal(progress.total);
      bar.update(progress.done, named);
    },
    stop: () => bar.stop(),
  };
}

/** A load reads and embeds in turns; each stage is named when it first begins. */
function createLines(terminal: Terminal): ProgressDisplay {
  const begun = new Set<LoadStage>();
  return {
    onProgress: ({ stage, total }) => {
      if (begun.has(stage)) return;
      begun.add(stage);
      tell(terminal, `${stageNames[stage]}${total > 0 ? ` (${total})` : ""} …`);
    },
    stop: () => undefined,
  };
}

/** Shows how far a load is: a bar for a person, a line now and then for a log. */

import { SingleBar } from "cli-progress";
import type { LoadProgress, LoadStage } from "../../retrieval/load-report.ts";
import { type FollowedProgress, followProgress } from "../loading/follow-progress.ts";
import { roughDuration } from "../text/rough-duration.ts";
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
const barCells = 30;
const lineEveryMs = 30_000;
const bytesPerMegabyte = 1024 * 1024;

export interface ProgressDisplay {
  readonly onProgress: (progress: LoadProgress) => void;
  /** Leaves the last state standing; nothing may be shown afterwards. */
  stop(): void;
}

export interface ProgressOptions {
  /** In milliseconds, of any origin. */
  readonly now?: () => number;
}

export function showProgress(
  terminal: Terminal,
  { now = () => performance.now() }: ProgressOptions = {},
): ProgressDisplay {
  return terminal.drawsProgress ? createBar(terminal, now) : createLines(terminal, now);
}

function createBar(terminal: Terminal, now: () => number): ProgressDisplay {
  const bar = new SingleBar({
    format: `{stage} [{bar}] {details}`,
    stream: terminal.error,
    hideCursor: true,
    clearOnComplete: true,
    barsize: barCells,
  });
  const follow = createFollower(now);
  let isStarted = false;
  return {
    onProgress: (progress) => {
      const { stage, work, details } = follow(progress);
      const shown = { stage: stage.padEnd(widestName), details };
      if (!isStarted) bar.start(work.total, work.done, shown);
      isStarted = true;
      bar.setTotal(work.total);
      bar.update(work.done, shown);
    },
    stop: () => bar.stop(),
  };
}

/** A load reads and embeds in turns; each stage is named when it first begins. */
function createLines(terminal: Terminal, now: () => number): ProgressDisplay {
  const follow = createFollower(now);
  const begun = new Set<LoadStage>();
  let toldAt = now();
  return {
    onProgress: (progress) => {
      const { stage, details } = follow(progress);
      if (!begun.has(progress.stage)) {
        tell(terminal, `${stage}${progress.total > 0 ? ` (${progress.total})` : ""} …`);
      } else if (now() - toldAt >= lineEveryMs) {
        tell(terminal, `${stage}: ${details}`);
      } else {
        return;
      }
      begun.add(progress.stage);
      toldAt = now();
    },
    stop: () => undefined,
  };
}

interface ShownProgress {
  readonly stage: string;
  readonly work: FollowedProgress["work"];
  /** Files, megabytes and the time left, as far as they are known. */
  readonly details: string;
}

function createFollower(now: () => number): (progress: LoadProgress) => ShownProgress {
  const follow = followProgress(now);
  return (progress) => {
    const { stage, work, files, bytes, leftMs } = follow(progress);
    const details = [
      ...(files === undefined ? [] : [`${count(files.done)}/${count(files.total)} files`]),
      ...(bytes === undefined ? [] : [`${megabytes(bytes.done)}/${megabytes(bytes.total)} MB`]),
      ...(leftMs === undefined ? [] : [`${roughDuration(leftMs, "en")} left`]),
    ].join(" · ");
    return { stage: stageNames[stage], work, details };
  };
}

function count(files: number): string {
  return files.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
  return (bytes / bytesPerMegabyte).toFixed(1);
}

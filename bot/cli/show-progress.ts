/** Shows how far a load is: a bar for a person, a line now and then for a log. */

import { SingleBar } from "cli-progress";
import type { LoadProgress, LoadStage } from "../../retrieval/load-report.ts";
import { estimateTimeLeft, roughDuration, type TimeEstimate } from "./estimate-time-left.ts";
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
  /** What the bar measures; `total` is above 0. */
  readonly work: { readonly done: number; readonly total: number };
  /** Files, megabytes and the time left, as far as they are known. */
  readonly details: string;
}

/** While reading and embedding take turns, one bar over the bytes of both tells of both. */
function createFollower(now: () => number): (progress: LoadProgress) => ShownProgress {
  let timeLeft: TimeEstimate | undefined;
  let bytesBefore = 0;
  let filesRead = 0;
  return ({ stage, done, total, bytes }) => {
    if (stage === "read") filesRead = done;
    const isCounting = stage === "list" || bytes !== undefined;
    const files = `${count(bytes === undefined ? done : filesRead)}/${count(total)} files`;
    if (bytes !== undefined && (timeLeft === undefined || bytes.done < bytesBefore)) {
      timeLeft = estimateTimeLeft(now);
    }
    bytesBefore = bytes?.done ?? 0;
    const left = bytes === undefined ? undefined : timeLeft?.(bytes);
    const details = [
      ...(isCounting ? [files] : []),
      ...(bytes === undefined ? [] : [`${megabytes(bytes.done)}/${megabytes(bytes.total)} MB`]),
      ...(left === undefined ? [] : [`${roughDuration(left)} left`]),
    ].join(" · ");
    const work = bytes ?? { done, total };
    const shown = work.total > 0 ? work : { done: 0, total: 1 };
    return { stage: stageNames[stage], work: shown, details };
  };
}

function count(files: number): string {
  return files.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
  return (bytes / bytesPerMegabyte).toFixed(1);
}

/** What those who watch a load see while it runs. */

import type { FollowedProgress } from "../../loading/follow-progress.ts";
import type { StoredLoad, WantedLoad, Watcher } from "../../operations/loads.ts";
import type { Language } from "../../text/language.ts";
import { roughDuration } from "../../text/rough-duration.ts";
import { buttonData } from "../callback-data.ts";
import { clip } from "../clip.ts";
import { maxTitleUnits } from "../limits.ts";
import { minute } from "../minute.ts";
import { type OutgoingMessage, plainMessage } from "../outgoing-message.ts";
import { reloadTexts } from "./reload-texts.ts";

export type LoadState =
  | { readonly kind: "beginning" }
  | { readonly kind: "working"; readonly progress: FollowedProgress }
  /** Another process is at it. */
  | { readonly kind: "elsewhere"; readonly since: Date }
  | { readonly kind: "cancelling" }
  /** The bot stops, and goes on after the next start. */
  | { readonly kind: "paused" };

export interface ShownLoad {
  readonly load: Pick<StoredLoad, "id" | "askedAt" | "attempts" | keyof WantedLoad>;
  readonly state: LoadState;
  readonly watcher: Pick<Watcher, "wanted" | "language">;
  /** Whether the message is of one who came to a load that was running. */
  readonly hasJoined: boolean;
}

const barCells = 12;

/** Scope, stage, bar, counts and the time left, with a button to cancel; the same for the same state. */
export function renderLoading({ load, state, watcher, hasJoined }: ShownLoad): OutgoingMessage {
  const { language } = watcher;
  const words = reloadTexts[language];
  const scope = scopeLine(load, language);
  const head = [
    ...(hasJoined ? joinedLines(load, watcher) : [`🔄 ${words.starting}`]),
    ...(scope === undefined ? [] : [scope]),
    ...(load.attempts > 1 && state.kind !== "paused" ? [words.resumed] : []),
  ].join("\n");
  const message = plainMessage(`${head}\n\n${stateLines(state, language)}`);
  if (state.kind === "cancelling" || state.kind === "paused") return message;
  const button = {
    text: words.cancel,
    callback_data: buttonData({ kind: "cancelLoad", loadId: load.id }),
  };
  return { ...message, buttons: { inline_keyboard: [[button]] } };
}

/** To one who asked while it was running: since when, and that it is another where it is. */
export function joinedLines(
  running: WantedLoad & Pick<StoredLoad, "askedAt">,
  { wanted, language }: Pick<Watcher, "wanted" | "language">,
): readonly string[] {
  const words = reloadTexts[language];
  const other = otherScope(running, wanted, language);
  return [
    `🔄 ${words.joined(minute(running.askedAt))}`,
    ...(other === undefined ? [] : [words.joinedOther(other)]),
  ];
}

/** What is loaded, where it is not what was wanted. */
export function otherScope(
  load: WantedLoad,
  wanted: WantedLoad,
  language: Language,
): string | undefined {
  const isWanted = load.path === wanted.path && (load.readAll || !wanted.readAll);
  if (isWanted) return undefined;
  return clip(load.path ?? reloadTexts[language].everything, maxTitleUnits);
}

/** What is loaded and how; undefined for an ordinary load of everything. */
export function scopeLine(
  { path, readAll, force }: WantedLoad,
  language: Language,
): string | undefined {
  const words = reloadTexts[language];
  const parts = [
    ...(path === undefined ? [] : [words.scope(clip(path, maxTitleUnits))]),
    ...(readAll ? [words.readingAll] : []),
    ...(force ? [words.forced] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(" · ");
}

/** The same of a load that nobody can cancel from its message. */
export function renderLoadProgress(
  progress: FollowedProgress,
  language: Language,
): OutgoingMessage {
  const { starting } = reloadTexts[language];
  return plainMessage(`🔄 ${starting}\n\n${progressLines(progress, language)}`);
}

function stateLines(state: LoadState, language: Language): string {
  const words = reloadTexts[language];
  switch (state.kind) {
    case "beginning":
      return `${words.stages.list}\n${bar(0)}`;
    case "working":
      return progressLines(state.progress, language);
    case "elsewhere":
      return `⏳ ${words.elsewhere(minute(state.since))}`;
    case "cancelling":
      return words.cancelling;
    case "paused":
      return `⏸ ${words.paused}`;
  }
}

function progressLines(
  { stage, work, files, leftMs }: FollowedProgress,
  language: Language,
): string {
  const words = reloadTexts[language];
  const share = Math.min(1, work.done / work.total);
  const parts = [
    ...(files === undefined ? [] : [`${Math.floor(share * 100)}%`, `${files.done}/${files.total}`]),
    ...(leftMs === undefined ? [] : [words.left(roughDuration(leftMs, language))]),
  ];
  return `${words.stages[stage]}\n${[bar(share), parts.join(" · ")].join(" ").trimEnd()}`;
}

function bar(share: number): string {
  const filled = Math.round(share * barCells);
  return "▓".repeat(filled) + "░".repeat(barCells - filled);
}

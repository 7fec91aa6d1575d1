/** Puts the files of a card into their place and loads them; begun again after a kill, it goes on. */

import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../corpus/errors.ts";
import { isAtOrUnder } from "../../corpus/paths.ts";
import type { DocumentSummary } from "../../retrieval/corpus-store.ts";
import type { LoadProgress, LoadReport } from "../../retrieval/load-report.ts";
import type { LoadRequest } from "../app.ts";
import { UploadError } from "../errors.ts";
import type { Upload, UploadCard } from "../operations/upload-rows.ts";
import { isTakeable } from "./prepare-card.ts";
import type { ServedDocuments } from "./served-documents.ts";
import type { Staging } from "./staging.ts";

export interface IndexOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Somebody else loads; told each time it is looked. */
  readonly onWait?: (() => void) | undefined;
  /** Between two looks. Default: a second. */
  readonly waitMs?: number;
}

export interface IndexParts {
  readonly staging: Staging;
  readonly served: ServedDocuments;
  readonly load: (request: LoadRequest) => Promise<LoadReport>;
  /** A document that was removed at this path is to be served again. */
  readonly bringBack: (path: string) => Promise<void>;
}

export type UploadOutcome =
  | {
      readonly kind: "indexed";
      readonly upload: Upload;
      readonly documents: number;
      readonly articles: number;
      readonly sentences: number;
      /** Files of an archive that could not be loaded. */
      readonly failures: number;
    }
  | { readonly kind: "failed"; readonly upload: Upload; readonly code: string }
  /** It stands in its place, but the load left it out. */
  | { readonly kind: "absent"; readonly upload: Upload };

export interface IndexedCard {
  readonly card: UploadCard;
  readonly outcomes: readonly UploadOutcome[];
  /** Undefined where there was nothing to load, or the load did not finish. */
  readonly report: LoadReport | undefined;
  /** Why it did not finish. */
  readonly error: unknown;
}

const defaultWaitMs = 1_000;
/** A load that was on its way may have listed its files before ours stood there. */
const maxLoads = 2;

/** Never rejects but where it was told to stop, or the database or the disk is at fault. */
export async function indexCard(
  card: UploadCard,
  parts: IndexParts,
  options: IndexOptions,
): Promise<IndexedCard> {
  const broken = card.uploads.filter((upload) => !isTakeable(upload)).map(brokenOutcome);
  const placed: Upload[] = [];
  const stuck: UploadOutcome[] = [];
  for (const upload of card.uploads.filter(isTakeable)) {
    const outcome = await place(upload, parts);
    if (outcome === undefined) placed.push(upload);
    else stuck.push(outcome);
  }
  const finished = (outcomes: readonly UploadOutcome[]) => inOrder(card, [...broken, ...outcomes]);
  if (placed.length === 0) {
    return { card, outcomes: finished(stuck), report: undefined, error: undefined };
  }
  try {
    const { report, outcomes } = await loadAll(placed, parts, options);
    return { card, outcomes: finished([...stuck, ...outcomes]), report, error: undefined };
  } catch (error) {
    options.signal.throwIfAborted();
    return { card, outcomes: finished(stuck), report: undefined, error };
  }
}

async function place(
  upload: Upload,
  { staging, bringBack }: IndexParts,
): Promise<UploadOutcome | undefined> {
  try {
    await staging.place(upload.id, pathOf(upload), upload.sha256);
    // Who sends a document anew wants it, whatever was removed there.
    await bringBack(pathOf(upload));
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: "failed", upload, code: error.code };
  }
}

async function loadAll(
  uploads: readonly Upload[],
  parts: IndexParts,
  options: IndexOptions,
): Promise<{ readonly report: LoadReport; readonly outcomes: readonly UploadOutcome[] }> {
  // The first load of all takes the whole folder along.
  const isFirst = (await parts.served.list()).length === 0;
  const path = isFirst ? "" : commonPath(uploads.map(pathOf));
  for (let loads = 1; ; loads += 1) {
    const report = await loadWhenFree(path, parts, options);
    if (report.check?.passes === false) throw heldBack();
    const served = await parts.served.list();
    const outcomes = uploads.map((upload) => outcomeOf(upload, report, served));
    const isThere = outcomes.every(({ kind }) => kind !== "absent");
    if (isThere || loads === maxLoads) return { report, outcomes };
  }
}

/** The path itself, or the innermost folder that holds all of them; empty for the root. */
function commonPath(paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  const parts = first.split("/");
  while (parts.length > 0 && !others.every((path) => isAtOrUnder(path, parts.join("/")))) {
    parts.pop();
  }
  return parts.join("/");
}

function pathOf({ path, name }: Upload): string {
  return path ?? name;
}

async function loadWhenFree(
  path: string,
  { load }: IndexParts,
  { signal, onProgress, onWait, waitMs = defaultWaitMs }: IndexOptions,
): Promise<LoadReport> {
  const request = {
    signal,
    ...(path === "" ? {} : { path }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  for (;;) {
    try {
      return await load(request);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "E_LOAD_RUNNING") throw error;
      onWait?.();
      await pause(waitMs, undefined, { signal });
    }
  }
}

function outcomeOf(
  upload: Upload,
  report: LoadReport,
  served: readonly DocumentSummary[],
): UploadOutcome {
  const path = pathOf(upload);
  const isOurs = (one: { readonly path: string }): boolean => isAtOrUnder(one.path, path);
  const failed = report.failed.filter(isOurs);
  const whole = failed.find((one) => one.path === path);
  if (whole !== undefined) return { kind: "failed", upload, code: whole.code };
  const documents = served.filter(isOurs);
  const isFile = documents.some((one) => one.path === path);
  const isCurrent = !isFile || documents[0]?.contentHash === upload.sha256;
  if (documents.length === 0 || !isCurrent) return { kind: "absent", upload };
  const sum = (key: "articles" | "sentences"): number =>
    documents.reduce((total, one) => total + one[key], 0);
  return {
    kind: "indexed",
    upload,
    documents: documents.length,
    articles: sum("articles"),
    sentences: sum("sentences"),
    failures: failed.length,
  };
}

function heldBack(): UploadError {
  return new UploadError(
    "E_UPLOAD_HELD_BACK",
    "Expected the check before publishing to pass, found that questions are answered worse. Look at " +
      "what it found with a load, and force it if that is meant.",
  );
}

function brokenOutcome(upload: Upload): UploadOutcome {
  const code = upload.failure ?? upload.findings?.failed[0]?.code ?? "";
  return { kind: "failed", upload, code };
}

function inOrder(
  { uploads }: UploadCard,
  outcomes: readonly UploadOutcome[],
): readonly UploadOutcome[] {
  const order = new Map(uploads.map(({ id }, at) => [id, at]));
  const placeOf = ({ upload }: UploadOutcome): number => order.get(upload.id) ?? 0;
  return outcomes.toSorted((one, other) => placeOf(one) - placeOf(other));
}

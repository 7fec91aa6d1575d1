/** The card about files that were sent: what they are, and what indexing them would change. */

import type { Upload } from "../operations/upload-rows.ts";
import type { Findings } from "../uploads/findings.ts";
import { isTakeable, type PreparedCard } from "../uploads/prepare-card.ts";
import { stagedDays } from "../uploads/upload-desk.ts";
import { kindSentenceOfCode } from "./kind-sentence.ts";
import type { Language } from "./language.ts";
import { clipText } from "./clip-text.ts";
import { uploadTexts, type UploadTexts } from "./upload-texts.ts";

/** With more files each has one line for where it goes, and one for what it holds. */
const maxDetailed = 3;
const maxNameUnits = 90;
const maxTitleUnits = 60;
const minuteLength = 16;

export function uploadCardText({ card, caption }: PreparedCard, language: Language): string {
  const words = uploadTexts[language];
  const { uploads } = card;
  const broken = uploads.filter((upload) => !isTakeable(upload)).length;
  const isDetailed = uploads.length <= maxDetailed;
  const notes =
    caption?.kind === "other"
      ? [words.captionUnknown(clipText(card.caption ?? "", maxNameUnits))]
      : caption?.kind === "notYours"
        ? [words.captionNotYours(clipText(caption.folder, maxNameUnits))]
        : [];
  // Only in a chat does it wait for a press.
  const waits = card.chatId === undefined ? [] : [words.keptFor(stagedDays)];
  const ends = [...notes, ...(broken < uploads.length ? waits : [words.nothingToTake])];
  return [
    `📥 ${words.heading(uploads.length, broken)}`,
    ...uploads.map((upload) => uploadLines(upload, { isDetailed, language })),
    ...(ends.length === 0 ? [] : [ends.join("\n")]),
  ].join("\n\n");
}

interface LineOptions {
  readonly isDetailed: boolean;
  readonly language: Language;
}

function uploadLines(upload: Upload, { isDetailed, language }: LineOptions): string {
  const words = uploadTexts[language];
  const { findings, link } = upload;
  const name = clipText(upload.name, maxNameUnits);
  if (findings === undefined || !isTakeable(upload)) return brokenLine(upload, language);
  const path = clipText(upload.path ?? "", maxNameUnits);
  return [
    `📄 ${name} · ${words.size(upload.bytes)}`,
    words.target(path, changeOf(findings, words)),
    words.counts(findings),
    ...(link === undefined
      ? []
      : [words.link(clipText(link.url, maxNameUnits), minuteOf(link.fetchedAt))]),
    ...(findings.alsoAt === undefined
      ? []
      : [words.alsoAt(clipText(findings.alsoAt, maxNameUnits))]),
    ...(isDetailed ? detailLines(findings, words) : []),
    ...failureLines(findings, isDetailed, language),
  ].join("\n");
}

/** Why a file cannot be taken. */
export function brokenLine(upload: Upload, language: Language): string {
  const code = upload.failure ?? upload.findings?.failed[0]?.code ?? "";
  const reason = kindSentenceOfCode(code, language);
  return uploadTexts[language].failed(clipText(upload.name, maxNameUnits), reason);
}

function changeOf({ change }: Findings, words: UploadTexts): string {
  switch (change.kind) {
    case "new":
      return words.isNew;
    case "same":
      return words.isSame;
    case "replaces":
      return change.gained + change.lost === 0
        ? words.replacesNothing
        : words.replaces(change.gained, change.lost);
  }
}

function detailLines({ titles, opening, leftOut }: Findings, words: UploadTexts): string[] {
  const named = titles.map((title) => words.title(clipText(title, maxTitleUnits)));
  return [
    ...(named.length === 0 ? [] : [named.join(" ")]),
    ...(opening === undefined ? [] : [words.opening(opening)]),
    ...(leftOut === 0 ? [] : [words.leftOut(leftOut)]),
  ];
}

/** Of an archive that could be read in part. */
function failureLines(
  { failed, failures, untried }: Findings,
  isDetailed: boolean,
  language: Language,
): string[] {
  const words = uploadTexts[language];
  const named = isDetailed ? failed : [];
  return [
    ...(failures === 0 ? [] : [words.failures(failures)]),
    ...named.map(
      ({ path, code }) =>
        `  ${clipText(path, maxNameUnits)}: ${kindSentenceOfCode(code, language)}`,
    ),
    ...(failures > named.length && named.length > 0 ? [words.more(failures - named.length)] : []),
    ...(untried === 0 ? [] : [words.untried(untried)]),
  ];
}

function minuteOf(date: Date): string {
  return `${date.toISOString().slice(0, minuteLength).replace("T", " ")} UTC`;
}

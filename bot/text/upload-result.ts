/** What became of files that were indexed, each by itself. */

import type { IndexedCard, UploadOutcome } from "../uploads/index-card.ts";
import { brokenLine } from "./upload-card.ts";
import { clipText } from "./clip-text.ts";
import { kindSentence, kindSentenceOfCode } from "./kind-sentence.ts";
import type { Language } from "./language.ts";
import { uploadTexts } from "./upload-texts.ts";

const maxNameUnits = 90;
const maxTitles = 3;
const maxTitleUnits = 60;

export function uploadResultText(indexed: IndexedCard, language: Language): string {
  const { outcomes, error } = indexed;
  const words = uploadTexts[language];
  if (error !== undefined) {
    return [`⚠️ ${words.loadFailed}`, kindSentence(error, language)].join("\n");
  }
  const titles = titlesOf(outcomes, language);
  return [
    headline(indexed, language),
    outcomes.map((outcome) => outcomeLine(outcome, language)).join("\n"),
    ...(titles === "" ? [] : [words.askAbout(titles)]),
  ].join("\n\n");
}

function headline({ outcomes, report }: IndexedCard, language: Language): string {
  const words = uploadTexts[language];
  const taken = outcomes.filter(({ kind }) => kind === "indexed").length;
  const generation = report?.generation?.number;
  if (taken === 0 || generation === undefined) return `⚠️ ${words.nothingIndexed}`;
  if (taken < outcomes.length) {
    return `⚠️ ${words.partlyIndexed(taken, outcomes.length, generation)}`;
  }
  const isSame = outcomes.every(({ upload }) => upload.findings?.change.kind === "same");
  return `✅ ${isSame ? words.indexedAlready : words.indexed(generation)}`;
}

function outcomeLine(outcome: UploadOutcome, language: Language): string {
  const words = uploadTexts[language];
  const { upload } = outcome;
  const name = clipText(upload.path ?? upload.name, maxNameUnits);
  switch (outcome.kind) {
    case "indexed": {
      const failures = outcome.failures === 0 ? "" : `\n${words.failures(outcome.failures)}`;
      return `📄 ${name} · ${words.counts(outcome)}${failures.replace(/[:：]$/u, "")}`;
    }
    case "failed":
      return outcome.code === ""
        ? brokenLine(upload, language)
        : words.failed(
            clipText(upload.name, maxNameUnits),
            kindSentenceOfCode(outcome.code, language),
          );
    case "absent":
      return words.absent(name);
  }
}

function titlesOf(outcomes: readonly UploadOutcome[], language: Language): string {
  const titles = outcomes
    .filter(({ kind }) => kind === "indexed")
    .flatMap(({ upload }) => upload.findings?.titles ?? []);
  return titles
    .slice(0, maxTitles)
    .map((title) => uploadTexts[language].title(clipText(title, maxTitleUnits)))
    .join(" ");
}

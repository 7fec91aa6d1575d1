/** The digest of a week as an admin sees it. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Digest } from "../digest/make-digest.ts";
import type { Language } from "../text/language.ts";
import { clip } from "./clip.ts";
import { digestTexts } from "./digest-texts.ts";
import { maxTitleUnits } from "./limits.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { plain } from "./render-source-line.ts";

const dayMs = 24 * 60 * 60 * 1000;

export function renderDigest(digest: Digest, language: Language): OutgoingMessage {
  const words = digestTexts[language];
  const { week, downvotes, documents, topGroups, groups } = digest;
  // To a reader a week ends on its last day.
  const lastDay = new Date(week.to.getTime() - dayMs);
  const { added, changed, removed } = documents;
  const figures = [
    words.asked(digest),
    ...(downvotes === 0 ? [] : [words.downvotes(downvotes)]),
    ...(added + changed + removed === 0 ? [] : [words.documents(documents)]),
  ].join("\n");
  const list = topGroups.map(({ question, count }) =>
    words.group(clip(question.replace(/\s+/gu, " ").trim(), maxTitleUnits), count),
  );
  const unanswered =
    list.length === 0 ? [] : [[words.unansweredHeading(groups), ...list].join("\n")];
  const heading = FormattedString.bold(`🗓 ${words.heading(day(week.from), day(lastDay))}`);
  const parts = [figures, ...unanswered, words.foot].map(plain);
  return asMessage(FormattedString.join([heading, ...parts], "\n\n"));
}

function day(date: Date): string {
  return date.toISOString().slice(0, "YYYY-MM-DD".length);
}

/** From which state of the documents an answer was given, for readers of a source that has changed since. */

import type { App } from "../app.ts";
import type { StoredAnswer } from "../operations/answers.ts";
import type { Operations } from "../operations/open-operations.ts";
import { day } from "../text/day.ts";
import type { Language } from "../text/language.ts";
import { removalTexts } from "../text/removal-texts.ts";

export interface GivenFrom {
  readonly generation: number;
  /** When the generation was published; where that is forgotten, when it was answered from. */
  readonly asOf: Date;
  /** When the document changed, as far as that is known. */
  readonly changedAt: Date | undefined;
}

interface Reach {
  readonly app: Pick<App, "generations">;
  readonly operations: Pick<Operations, "documentChanges">;
}

export async function givenFrom(
  { app, operations }: Reach,
  { answer, createdAt }: StoredAnswer,
  documentId: string,
): Promise<GivenFrom> {
  const { generation } = answer;
  // Numbers begin anew where the corpus was deleted: a younger one of that number is another one.
  const kept = (await app.generations()).find(
    ({ number, publishedAt }) => number === generation && publishedAt <= createdAt,
  );
  const changedAt = (await operations.documentChanges.among([documentId])).get(documentId);
  const isLater = changedAt !== undefined && changedAt > createdAt;
  return {
    generation,
    asOf: kept?.publishedAt ?? createdAt,
    changedAt: isLater ? changedAt : undefined,
  };
}

/** One line. */
export function renderGivenFrom(
  { generation, asOf, changedAt }: GivenFrom,
  language: Language,
): string {
  const words = removalTexts[language];
  const changed = changedAt === undefined ? [] : [words.changedOn(day(changedAt))];
  return [...changed, words.answeredFrom(generation, day(asOf))].join(language === "zh" ? "" : " ");
}

/** What came of fetching the pages of the corpus again. */

import { kindSentenceOfCode } from "../../text/kind-sentence.ts";
import type { Language } from "../../text/language.ts";
import { uploadTexts } from "../../text/upload-texts.ts";
import type { RefreshReport } from "../../uploads/refresh-links.ts";
import { clip } from "../clip.ts";
import { maxLineUnits, maxMessageUnits } from "../limits.ts";

const maxFailuresNamed = 10;

/** Counts, and by name the pages that could not be fetched. */
export function renderRefresh(
  { checked, changed, failed }: RefreshReport,
  language: Language,
): string {
  const words = uploadTexts[language];
  if (checked === 0) return `${words.noPages}${words.howToFetch}`;
  const named = failed
    .slice(0, maxFailuresNamed)
    .map(({ url, code }) =>
      clip(words.failed(url, kindSentenceOfCode(code, language)), maxLineUnits),
    );
  const rest = failed.length - named.length;
  const lines = [
    `🔗 ${words.refreshed(checked, changed, failed.length)}`,
    ...named,
    ...(rest === 0 ? [] : [words.more(rest)]),
  ];
  return clip(lines.join("\n"), maxMessageUnits);
}

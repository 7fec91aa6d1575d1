/** What an admin sees of the bot's state, on one card. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Status } from "../app.ts";
import type { Language } from "../text/language.ts";
import { generationCounts } from "./generation-counts.ts";
import { minute } from "./minute.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { plain } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

const bytesPerMegabyte = 1024 * 1024;

/** Generation, counts, a running load, size and models; no path of the machine. */
export function renderStatus(status: Status, language: Language): OutgoingMessage {
  const words = telegramTexts[language].status;
  const { generation, loading } = status;
  const lines = [
    ...(generation === undefined
      ? [words.noCorpus]
      : [
          words.generation(generation.number, minute(generation.publishedAt)),
          generationCounts(generation, language),
        ]),
    ...(loading === undefined ? [] : [`🔄 ${words.loadingSince(minute(loading.since))}`]),
    words.size((status.dataBytes / bytesPerMegabyte).toFixed(1)),
    words.embedder(status.embedder),
    words.answerer(status.answerer),
  ];
  const [first = "", ...rest] = lines;
  return asMessage(
    FormattedString.join([FormattedString.bold(`📚 ${first}`), plain(rest.join("\n"))], "\n"),
  );
}

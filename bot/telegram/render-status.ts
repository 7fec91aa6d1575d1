/** What an admin sees of the bot's state, on one card. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Status } from "../app.ts";
import type { Trouble } from "../recent-troubles.ts";
import type { Language } from "../text/language.ts";
import { age } from "./age.ts";
import { generationCounts } from "./generation-counts.ts";
import type { Health } from "./health.ts";
import { minute } from "./minute.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { plain } from "./render-source-line.ts";
import { statusTexts } from "./status-texts.ts";

const bytesPerMegabyte = 1024 * 1024;
const mostTroubles = 5;

export interface StatusCard {
  readonly status: Status;
  readonly health: Health;
  /** Newest first. */
  readonly troubles: readonly Trouble[];
  readonly startedAt: Date;
  readonly nowMs: number;
}

/**
 * The corpus, a running load, size and models; how updates come in, what waits, what went wrong. No
 * path of the machine and no words of an error.
 */
export function renderStatus(card: StatusCard, language: Language): OutgoingMessage {
  const [first = "", ...rest] = [
    ...corpusLines(card, language),
    ...serviceLines(card, language),
    ...troubleLines(card, language),
  ];
  return asMessage(
    FormattedString.join([FormattedString.bold(`📚 ${first}`), plain(rest.join("\n"))], "\n"),
  );
}

function corpusLines({ status, nowMs }: StatusCard, language: Language): readonly string[] {
  const words = statusTexts[language];
  const { generation, loading, modelTokens } = status;
  const count = (tokens: number) => tokens.toLocaleString("en");
  return [
    ...(generation === undefined
      ? [words.noCorpus]
      : [
          words.generation(
            generation.number,
            minute(generation.publishedAt),
            age(generation.publishedAt, nowMs, language),
          ),
          generationCounts(generation, language),
        ]),
    ...(loading === undefined ? [] : [`🔄 ${words.loadingSince(minute(loading.since))}`]),
    words.size((status.dataBytes / bytesPerMegabyte).toFixed(1)),
    words.embedder(status.embedder),
    words.answerer(status.answerer),
    ...(modelTokens === undefined
      ? []
      : [
          words.tokens(
            count(modelTokens.today),
            modelTokens.perDay === undefined ? undefined : count(modelTokens.perDay),
          ),
        ]),
  ];
}

function serviceLines({ health, nowMs }: StatusCard, language: Language): readonly string[] {
  const words = statusTexts[language];
  const { mode, secondsSinceContact, updatesWaiting, messagesWaiting } = health;
  const contact =
    secondsSinceContact === null
      ? ""
      : ` · ${words.contact(age(new Date(nowMs - secondsSinceContact * 1000), nowMs, language))}`;
  const count = (waiting: number | null) => waiting?.toLocaleString("en") ?? words.unknownCount;
  return [
    `📡 ${words.reception[mode]}${contact}`,
    `📥 ${words.queue(count(updatesWaiting), count(messagesWaiting))}`,
    ...health.reasons.map((reason) => `⚠️ ${reason}`),
  ];
}

function troubleLines({ troubles, startedAt }: StatusCard, language: Language): readonly string[] {
  const words = statusTexts[language];
  const since = minute(startedAt);
  if (troubles.length === 0) return [`✅ ${words.noTroubles(since)}`];
  return [
    `⚠️ ${words.troubles(since)}`,
    ...troubles.slice(0, mostTroubles).map(({ at, message, code, count }) => {
      const times = count === 1 ? "" : ` ×${count}`;
      return `　${minute(at)} ${message}${code === undefined ? "" : ` (${code})`}${times}`;
    }),
  ];
}

/** `/unanswered [days]`: the card of questions that were not answered well, from its first page. */

import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { mostDays, readDays } from "../unanswered/days-ago.ts";
import { type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Rights } from "./rights.ts";
import { unansweredCard } from "./unanswered-card.ts";
import { unansweredTexts } from "./unanswered-texts.ts";

export interface UnansweredAsked {
  readonly rights: Rights;
  readonly argument: string;
  readonly language: Language;
}

/** Never rejects: what failed is told in a kind sentence. The caller checks who asks, and where. */
export async function runUnanswered(
  parts: Parts,
  { rights, argument, language }: UnansweredAsked,
): Promise<OutgoingMessage> {
  const days = readDays(argument);
  if (days === undefined) return plainMessage(unansweredTexts[language].usage(mostDays));
  try {
    return await unansweredCard(parts, { rights, days, page: 0, language });
  } catch (error) {
    parts.logger.warn("What was not answered could not be listed", { error });
    return plainMessage(kindSentence(error, language));
  }
}

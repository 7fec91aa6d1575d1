/** Opens in the private chat what a deep link names. */

import type { Message } from "grammy/types";
import { kindSentence } from "../text/kind-sentence.ts";
import { askToForget } from "./forget-own.ts";
import { openLinkedSource } from "./open-source.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { sendMessage } from "./send-message.ts";
import { sendMore } from "./show-more.ts";
import { languageOfUser } from "./speaker.ts";
import type { StartLink } from "./start-link.ts";

/** What cannot be opened is told in a kind sentence. */
export async function followLink(parts: Parts, message: Message, link: StartLink): Promise<void> {
  const place = placeOf(message);
  const language = languageOfUser(message.from);
  try {
    if (link.kind === "forget") await askToForget(parts, message);
    else if (link.kind === "more") await sendMore(parts, place, link, language);
    else await openLinkedSource(parts, place, link, language);
  } catch (error) {
    parts.logger.warn("A link could not be followed", { error, link: link.kind });
    await sendMessage(parts.durable, place, plainMessage(kindSentence(error, language)));
  }
}

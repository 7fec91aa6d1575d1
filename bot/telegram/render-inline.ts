/** What somebody who types the bot's name in any chat may choose from: one sentence a result. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineQueryResultArticle } from "grammy/types";
import type { FoundSentences } from "../../prompts/answering/find-sentences.ts";
import type { Citation } from "../../prompts/answering/answer.ts";
import { dateRange } from "../text/date-range.ts";
import type { Language } from "../text/language.ts";
import { texts } from "../text/texts.ts";
import { clip } from "./clip.ts";
import { groupTexts } from "./group-texts.ts";
import { maxInlineDescriptionUnits, maxInlineTitleUnits, maxMessageUnits } from "./limits.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { renderQuote } from "./render-quote.ts";
import { plain, sourceLabel } from "./render-source-line.ts";
import { startLink } from "./start-link.ts";

export interface RenderInlineOptions {
  readonly botUsername: string;
  readonly language: Language;
}

/** Best first. A sentence that fits into no message is left out: a quote is never cut. */
export function renderInline(
  { isAnswered, citations }: FoundSentences,
  options: RenderInlineOptions,
): readonly InlineQueryResultArticle[] {
  return citations.flatMap((citation) => {
    const message = renderMessage(citation, isAnswered, options);
    return message === undefined ? [] : [toResult(citation, message, isAnswered, options)];
  });
}

function toResult(
  citation: Citation,
  { text, entities, buttons }: OutgoingMessage,
  isAnswered: boolean,
  { language }: RenderInlineOptions,
): InlineQueryResultArticle {
  const { article, path, publishedOn } = citation;
  const source = [article ?? path, publishedOn && dateRange(publishedOn.value)].filter(Boolean);
  const mark = isAnswered ? [] : [groupTexts[language].inline.nearest];
  return {
    type: "article",
    id: citation.sentenceId,
    title: clip(oneLine(citation.text), maxInlineTitleUnits),
    description: clip(oneLine([...mark, ...source].join(" · ")), maxInlineDescriptionUnits),
    input_message_content: {
      message_text: text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
    },
    ...(buttons === undefined ? {} : { reply_markup: buttons }),
  };
}

/** The quote, word for word, and its source; undefined where it is too long. */
function renderMessage(
  citation: Citation,
  isAnswered: boolean,
  { botUsername, language }: RenderInlineOptions,
): OutgoingMessage | undefined {
  const { sentenceId } = citation;
  const label = `📖 ${sourceLabel(citation, language)}`;
  const source = startLink(botUsername, { kind: "sentence", sentenceId });
  const content = FormattedString.join(
    [
      ...(isAnswered ? [] : [plain(texts[language].nearest)]),
      renderQuote(citation.text, { position: 0 }),
      source === undefined ? plain(label) : FormattedString.link(label, source),
    ],
    "\n",
  );
  if (content.text.length > maxMessageUnits) return undefined;
  const url = startLink(botUsername, { kind: "ask", sentenceId });
  if (url === undefined) return asMessage(content);
  const button = { text: groupTexts[language].inline.askAbout, url };
  return asMessage(content, { inline_keyboard: [[button]] });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

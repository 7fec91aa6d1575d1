/** The reader of a source as one message: a page of its article or the outline of its document. */

import type { InlineKeyboardButton } from "grammy/types";
import { documentIdOfSentence } from "../../corpus/ids.ts";
import type { Document } from "../../corpus/document.ts";
import { type Button, buttonData } from "./callback-data.ts";
import type { ReaderSource, ReaderView } from "./reader-button.ts";
import type { FoundSource } from "./find-source.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderOutline } from "./render-outline.ts";
import { renderSource } from "./render-source.ts";
import { plain, type SourceLineOptions } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

export interface ReaderOptions extends Pick<SourceLineOptions, "language"> {
  readonly source: ReaderSource;
  readonly view: ReaderView;
  /** Whether it takes the place of the answer, or stands in a message of its own. */
  readonly isInAnswer: boolean;
}

export async function renderReader(
  { app, me }: Pick<Parts, "app" | "me">,
  found: FoundSource,
  { source, view, isInAnswer, language }: ReaderOptions,
): Promise<OutgoingMessage> {
  const words = telegramTexts[language];
  const asButton = (text: string, button: Button): InlineKeyboardButton => ({
    text,
    callback_data: buttonData(button),
  });
  const toView = (text: string, to: ReaderView) =>
    asButton(text, { kind: "read", source, isInAnswer, view: to });
  const leave = leaveButton(source, isInAnswer);
  const away = asButton(leave.kind === "back" ? words.backButton : words.closeButton, leave);
  if (found.kind !== "stands" && found.kind !== "gone") {
    const { content } = renderSource(
      found,
      { kind: "cited" },
      { botUsername: me.username, language },
    );
    return asMessage(content, { inline_keyboard: [[away]] });
  }

  const cited = toView(words.citedButton, { kind: "cited" });
  if (view.kind === "outline") {
    const document = await documentOf(app, found);
    const articleId = found.kind === "stands" ? found.place.article.id : undefined;
    const content =
      document === undefined
        ? plain(words.documentGone)
        : renderOutline(document, articleId, language);
    return asMessage(content, { inline_keyboard: [[cited, away]] });
  }

  const { content, previous, next, showsCited } = renderSource(found, view, {
    botUsername: me.username,
    language,
  });
  const turns = [
    ...(previous === undefined ? [] : [toView(words.previousButton, previous)]),
    ...(next === undefined ? [] : [toView(words.nextButton, next)]),
  ];
  const ways = [
    ...(showsCited ? [] : [cited]),
    toView(words.documentButton, { kind: "outline" }),
    away,
  ];
  return asMessage(content, { inline_keyboard: [turns, ways].filter((row) => row.length > 0) });
}

function leaveButton(
  source: ReaderSource,
  isInAnswer: boolean,
): Extract<Button, { kind: "back" | "close" }> {
  if (source.kind === "sentence") return { kind: "close", answerId: undefined };
  const { answerId } = source;
  return isInAnswer ? { kind: "back", answerId } : { kind: "close", answerId };
}

/** As it is served now; undefined where it is served no more. */
async function documentOf(
  app: Parts["app"],
  found: Extract<FoundSource, { kind: "stands" | "gone" }>,
): Promise<Document | undefined> {
  if (found.kind === "stands") return found.place.document;
  const { path, sentenceId } = found.citation;
  const documents = await app.documents(path);
  return documents.find(({ id }) => id === documentIdOfSentence(sentenceId));
}

/** Leads each tap on a button to the room it is for, and answers it, always and first. */

import type { CallbackQuery, User } from "grammy/types";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { type Button, parseButton } from "./callback-data.ts";
import { confirmAct } from "./confirm-act.ts";
import { decideChat } from "./decide-chat.ts";
import { forgetOwn } from "./forget-own.ts";
import { closeReader, goBack } from "./leave-reader.ts";
import { openSource, turnPage } from "./open-source.ts";
import { openDocs } from "./open-docs.ts";
import type { Parts } from "./parts.ts";
import { cancelLoad } from "./reload/cancel-load.ts";
import { showMore } from "./show-more.ts";
import { languageOfUser } from "./speaker.ts";
import { stopByButton } from "./stop-answer.ts";
import { takeReason, takeVote } from "./take-vote.ts";
import { takeGolden } from "./take-golden.ts";
import { tellLater } from "./tell-later.ts";
import { telegramTexts } from "./texts.ts";
import { turnUnanswered } from "./turn-unanswered.ts";
import { chooseFolder, showFolders } from "./uploads/choose-folder.ts";
import { pressUpload } from "./uploads/press-upload.ts";

/** Who tapped, and under which message. */
export interface Tap {
  readonly user: User;
  readonly language: Language;
  /** The message as Telegram last knew it. */
  readonly message: NonNullable<CallbackQuery["message"]>;
  readonly isPrivate: boolean;
}

export interface Reaction {
  /** What the tapper alone is shown at once: words, or a chat to go to. */
  readonly notice?:
    | { readonly text: string; readonly isAlert?: boolean }
    | { readonly url: string };
  /** What is done when the tap is answered. What it throws is logged, and nobody is told. */
  readonly follow?: () => Promise<void>;
}

/** A room behind a button. What it throws is told to the tapper in a kind sentence. */
export type ButtonHandler<Kind extends Button["kind"]> = (
  parts: Parts,
  tap: Tap,
  button: Extract<Button, { kind: Kind }>,
) => Promise<Reaction>;

/** Never leaves a tap without its answer, for the button would keep spinning: clients wait for it. */
export async function routeCallback(parts: Parts, query: CallbackQuery): Promise<void> {
  const { durable, logger } = parts;
  const { notice, follow } = await reactionTo(parts, query);
  const shown =
    notice === undefined || "url" in notice
      ? notice
      : { text: notice.text, show_alert: notice.isAlert === true };
  try {
    await durable.answerCallbackQuery(query.id, shown);
  } catch (error) {
    // It was too old, most likely; what follows may still be wanted.
    logger.debug("A tap could not be answered", { error });
  }
  await follow?.();
}

async function reactionTo(parts: Parts, query: CallbackQuery): Promise<Reaction> {
  const language = languageOfUser(query.from);
  const { message, data, from: user } = query;
  const button = data === undefined ? undefined : parseButton(data);
  if (button === undefined || message === undefined) {
    return { notice: { text: telegramTexts[language].buttonUnknown, isAlert: true } };
  }
  const tap = { user, language, message, isPrivate: message.chat.type === "private" };
  try {
    return await handle(parts, tap, button);
  } catch (error) {
    parts.logger.warn("A tap could not be followed", { error, button: button.kind });
    return { notice: { text: kindSentence(error, language), isAlert: true } };
  }
}

function handle(parts: Parts, tap: Tap, button: Button): Promise<Reaction> {
  switch (button.kind) {
    case "source":
      return openSource(parts, tap, button);
    case "read":
      return turnPage(parts, tap, button);
    case "back":
      return goBack(parts, tap, button);
    case "close":
      return closeReader(parts, tap, button);
    case "more":
      return showMore(parts, tap, button);
    case "vote":
      return takeVote(parts, tap, button);
    case "reason":
      return takeReason(parts, tap, button);
    case "tellMe":
      return tellLater(parts, tap, button);
    case "golden":
      return takeGolden(parts, tap, button);
    case "unanswered":
      return turnUnanswered(parts, tap, button);
    case "stop":
      return stopByButton(parts, tap, button);
    case "forget":
      return forgetOwn(parts, tap, button);
    case "upload":
      return pressUpload(parts, tap, button);
    case "uploadFolders":
      return showFolders(parts, tap, button);
    case "uploadFolder":
      return chooseFolder(parts, tap, button);
    case "allowChat":
    case "refuseChat":
      return decideChat(parts, tap, button);
    case "docs":
      return openDocs(parts, tap, button);
    case "cancelLoad":
      return cancelLoad(parts, tap, button);
    case "confirm":
      return confirmAct(parts, tap, button);
  }
}

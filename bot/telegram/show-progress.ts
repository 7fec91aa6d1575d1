/**
 * Shows how far an answer is, once it takes its time: in one message that becomes the answer, in
 * drafts, or not at all. What it shows never holds up the answer, and never fails it.
 */

import type { Statement } from "../../prompts/answering/answer.ts";
import type { AskingStage } from "../../prompts/answering/asking-stage.ts";
import type { Language } from "../text/language.ts";
import { nameMessage } from "./delivery/current-update.ts";
import { createFrames, type Frames } from "./create-frames.ts";
import { type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { renderProgress, withStopButton } from "./render-progress.ts";
import { editMessage, payloadOf } from "./send-message.ts";

export interface ShownProgress {
  readonly onStage: (stage: AskingStage) => void;
  /** Absent where statements are not shown one by one, so that no model needs to stream. */
  readonly onStatement?: (statement: Statement) => void;
  /**
   * Resolves when nothing is shown any more, with the message whose place the answer is to take;
   * undefined where there is none.
   */
  close(): Promise<number | undefined>;
}

export interface ProgressPlace {
  readonly place: Place;
  readonly isPrivate: boolean;
  /** The message that asks; undefined where there is none. */
  readonly questionId: number | undefined;
  /** The message in which it is shown; undefined for a new one. */
  readonly replaces: number | undefined;
  readonly language: Language;
  /** Called when there is something to see. */
  readonly onShown: () => void;
}

/** Where and how one progress is shown. */
interface Screen {
  readonly frames: Frames;
  readonly messageId: () => number | undefined;
  /** Something of an earlier run is to be seen already. */
  readonly isBegun: boolean;
}

/** Groups see nothing of it: there an answer comes whole. */
export async function showProgress(parts: Parts, at: ProgressPlace): Promise<ShownProgress> {
  const { questionId, isPrivate } = at;
  const { stream } = parts.settings;
  if (!isPrivate || questionId === undefined || stream === "off") return nothing;
  const screen =
    stream === "draft"
      ? openDraft(parts, { ...at, questionId })
      : await openPlaceholder(parts, { ...at, questionId });
  return follow(screen, at.language, parts.timing.progressAfterMs);
}

const nothing: ShownProgress = {
  onStage: () => undefined,
  close: async () => undefined,
};

function follow(screen: Screen, language: Language, afterMs: number): ShownProgress {
  const { frames } = screen;
  let stage: AskingStage | undefined;
  const statements: Statement[] = [];
  let isShown = screen.isBegun;
  const show = (): void => {
    if (isShown) frames.push(renderProgress({ stage, statements }, language));
  };
  const timer = setTimeout(() => {
    isShown = true;
    stage ??= { kind: "understanding" };
    show();
  }, afterMs);
  show();
  return {
    onStage: (next) => {
      stage = next;
      show();
    },
    onStatement: (statement) => {
      statements.push(statement);
      show();
    },
    close: async () => {
      clearTimeout(timer);
      await frames.close();
      return screen.messageId();
    },
  };
}

type AskedAt = ProgressPlace & { readonly questionId: number };

/** Under which the outbox knows the message that shows the progress of an update's answer. */
const placeholderRole = "progress";

/**
 * The message in which an earlier run showed the progress of the update being handled; undefined
 * where there is none.
 */
export async function findPlaceholder(
  { operations, outbox }: Pick<Parts, "operations" | "outbox">,
  place: Place,
): Promise<number | undefined> {
  const name = nameMessage(placeholderRole);
  if (!(await operations.outbox.has(name.key))) return undefined;
  const { chatId } = place;
  // It stands in the outbox under this name, and is not sent again.
  const payload = payloadOf(place, plainMessage("…"));
  const call = { method: "sendMessage", chatId, payload } as const;
  return (await outbox.send(call, { name })).message_id;
}

/** One message, sent once and then edited; that of an earlier run where there is one. */
async function openPlaceholder(parts: Parts, at: AskedAt): Promise<Screen> {
  const { fleeting, logger, timing, operations, outbox } = parts;
  const { place, questionId, language } = at;
  const name = nameMessage(placeholderRole);
  const isBegun = await operations.outbox.has(name.key).catch((error: unknown) => {
    logger.warn("A placeholder could not be looked up", { error });
    return false;
  });
  let messageId = at.replaces;
  let isDeclined = false;

  const put = async (message: OutgoingMessage): Promise<void> => {
    if (messageId !== undefined) {
      await editMessage(fleeting, place.chatId, messageId, message);
      return;
    }
    const { chatId } = place;
    const call = { method: "sendMessage", chatId, payload: payloadOf(place, message) } as const;
    try {
      messageId = (await outbox.send(call, { name })).message_id;
    } catch (error) {
      isDeclined = true;
      throw error;
    }
    at.onShown();
  };
  const frames = createFrames({
    everyMs: timing.streamEveryMs,
    show: async (message) => {
      if (isDeclined) return;
      try {
        await put(withStopButton(message, questionId, language));
      } catch (error) {
        logger.debug("The progress of an answer could not be shown", { error });
      }
    },
  });
  return { frames, messageId: () => messageId, isBegun };
}

/** Previews above the text field, with a button of Telegram's own to stop; none after the first failure. */
function openDraft(parts: Parts, at: AskedAt): Screen {
  const { fleeting, logger, timing } = parts;
  const { chatId, threadId } = at.place;
  const topic = threadId === undefined ? {} : { message_thread_id: threadId };
  let isRefused = false;
  const frames = createFrames({
    everyMs: timing.streamEveryMs,
    againMs: timing.draftAgainMs,
    show: async ({ text }) => {
      if (isRefused) return;
      try {
        await fleeting.sendMessageDraft(chatId, at.questionId, text, { can_stop: true, ...topic });
        at.onShown();
      } catch (error) {
        isRefused = true;
        logger.debug("A draft was not taken; the answer comes whole", { error });
      }
    },
  });
  return { frames, messageId: () => undefined, isBegun: false };
}

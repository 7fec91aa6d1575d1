/** Asks a model once and hands on each statement of its reply as soon as it is whole. */

import { estimatePromptTokens, estimateTokens } from "../model/estimate-tokens.ts";
import type { LanguageModel, Message, OutputForm, TokenUsage } from "../model/language-model.ts";
import type { DraftStatement } from "../verification/evidence.ts";
import { draftFormat } from "./draft-schema.ts";
import { createDraftReader, type DraftReader } from "./read-draft.ts";
import { maxStatements } from "./rules.ts";

/** Enough for the statements allowed and what a reasoning model thinks first. */
const maxTokens = 2048;

export interface ReplyRequest {
  readonly model: LanguageModel;
  readonly messages: (form: OutputForm) => readonly Message[];
  readonly signal: AbortSignal;
  /** By `Date.now()`. */
  readonly deadlineMs: number;
  readonly streams: boolean;
  readonly onDraft: (draft: DraftStatement) => void;
}

export interface ReadReply {
  /** False where the model says that the sentences do not answer, and nothing else. */
  readonly answerable: boolean;
  /** Whether it was still saying something when it ended. */
  readonly isCutOff: boolean;
  readonly usage: TokenUsage;
  /** Absent where no reply arrived whole. */
  readonly form?: OutputForm;
  /** What ended it early: a {@link ModelError}, or the signal's reason. */
  readonly failure?: unknown;
}

const noUsage: TokenUsage = { promptTokens: 0, completionTokens: 0 };

/** Stops a stream that has said all it may, or begun to say it again. Never throws. */
export async function readReply(request: ReplyRequest): Promise<ReadReply> {
  const { model, messages, signal, deadlineMs, streams } = request;
  const reader = createDraftReader();
  const enough = new AbortController();
  const hand = createHand(request.onDraft);
  let heard = "";
  let broken: unknown;
  const listen = (piece: string) => {
    if (broken !== undefined) return;
    heard += piece;
    try {
      hand.on(reader.push(piece));
    } catch (error) {
      // Thrown here it would look like a fault of the stream.
      broken = error;
    }
    if (broken !== undefined || reader.isLooping || hand.isFull()) enough.abort();
  };
  try {
    const { text, form, usage, finishReason } = await model.complete({
      messages,
      schema: draftFormat,
      maxTokens,
      signal: AbortSignal.any([signal, enough.signal]),
      deadlineMs,
      ...(streams ? { onText: listen } : {}),
    });
    if (!streams) hand.on(reader.push(text));
    const { answerable, isWhole } = finish(reader, hand);
    const isCutOff = finishReason !== "stop" && !isWhole;
    return { answerable, isCutOff, usage, form };
  } catch (error) {
    const isEnough = enough.signal.aborted && !signal.aborted && broken === undefined;
    const { answerable } = isEnough ? finish(reader, hand) : reader.end();
    if (!isEnough) {
      return { answerable, isCutOff: heard !== "", usage: noUsage, failure: broken ?? error };
    }
    const usage = {
      promptTokens: estimatePromptTokens(messages("schema")),
      completionTokens: estimateTokens(heard),
    };
    return { answerable, isCutOff: false, usage };
  }
}

function finish(reader: DraftReader, hand: Hand) {
  const end = reader.end();
  hand.on(end.drafts);
  return end;
}

interface Hand {
  /** Passes drafts on, as many as may be. */
  readonly on: (drafts: readonly DraftStatement[]) => void;
  readonly isFull: () => boolean;
}

function createHand(onDraft: (draft: DraftStatement) => void): Hand {
  let passed = 0;
  return {
    on: (drafts) => {
      for (const draft of drafts.slice(0, maxStatements - passed)) {
        passed += 1;
        onDraft(draft);
      }
    },
    isFull: () => passed >= maxStatements,
  };
}

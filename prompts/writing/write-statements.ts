/** Has a model write cited statements, checks each, and lets it mend once what does not pass. */

import type { LanguageModel, OutputForm, TokenUsage } from "../model/language-model.ts";
import { ModelError } from "../model/model-error.ts";
import type { DraftStatement } from "../verification/evidence.ts";
import { type CheckedDraft, createDraftCheck } from "./check-draft.ts";
import { readReply, type ReadReply } from "./read-reply.ts";
import { rules } from "./rules.ts";
import { repairPrompt, type WritingTask, writingPrompt } from "./writing-prompt.ts";

export interface WriteRequest {
  readonly task: WritingTask;
  readonly model: LanguageModel;
  /** Ends the work; what passed by then is kept. */
  readonly signal: AbortSignal;
  /** By `Date.now()`. */
  readonly deadlineMs: number;
  /**
   * Called with each statement that passed, in order; one that did not pass at once holds back those
   * behind it until it is mended or dropped. With it, the model streams.
   */
  readonly onStatement?: ((statement: DraftStatement) => void) | undefined;
  /** Called where the model is asked to mend what did not pass. */
  readonly onMending?: () => void;
}

export interface Written {
  /** Those that passed, in order; citations are numbers of the task's evidence. */
  readonly statements: readonly DraftStatement[];
  /** How many were begun and are not among them. */
  readonly leftOut: number;
  /** False where the model says that the sentences do not answer. */
  readonly answerable: boolean;
  /** Every draft as it was judged, in the order in which they were. */
  readonly drafts: readonly CheckedDraft[];
  readonly form: OutputForm | undefined;
  readonly requests: number;
  readonly usage: TokenUsage;
  /** What ended the work early: a {@link ModelError}, or the signal's reason. */
  readonly failure?: unknown;
}

/** A place in the answer for what the model wrote there. */
interface Slot {
  readonly first: CheckedDraft;
  /** Absent while it does not stand. */
  passed?: CheckedDraft;
}

/** 1. write, checking every statement as it comes; 2. mend once what did not pass. Never throws. */
export async function writeStatements(request: WriteRequest): Promise<Written> {
  const { task, model, signal, deadlineMs, onStatement } = request;
  const check = createDraftCheck(task.evidence, rules[task.language]);
  const drafts: CheckedDraft[] = [];
  const slots: Slot[] = [];
  const stage = createStage(slots, onStatement);
  const ask = { model, signal, deadlineMs, streams: onStatement !== undefined };

  const written = await readReply({
    ...ask,
    messages: (form) => writingPrompt(task, form),
    onDraft: (draft) => {
      const first = check(draft, 1);
      drafts.push(first);
      slots.push(first.supported ? { first, passed: first } : { first });
      stage.handOn();
    },
  });

  const stopped = slots.filter(({ passed }) => passed === undefined);
  const mends = stopped.length > 0 && written.failure === undefined;
  const mended: CheckedDraft[] = [];
  if (mends) request.onMending?.();
  const mending = mends
    ? await readReply({
        ...ask,
        // Nothing of it is handed on before it is whole.
        streams: false,
        messages: (form) => repairPrompt(task, form, stopped.map(toStopped)),
        onDraft: (draft) => mended.push(check(draft, 2)),
      })
    : undefined;
  drafts.push(...mended);
  fill(slots, mended);
  stage.handOn({ isEnd: true });

  const statements = slots.flatMap(({ passed }) => passed ?? []).map(toStatement);
  const failure = written.failure ?? emptyReply(written, drafts, model.name);
  return {
    statements,
    leftOut: slots.length - statements.length + (written.isCutOff ? 1 : 0),
    answerable: written.answerable,
    drafts,
    form: written.form,
    requests: mending === undefined ? 1 : 2,
    usage: add(written.usage, mending?.usage),
    ...(failure === undefined ? {} : { failure }),
  };
}

function toStopped({ first }: Slot) {
  return { draft: toStatement(first), reasons: first.problems.map(({ message }) => message) };
}

function toStatement({ text, citations }: DraftStatement): DraftStatement {
  return { text, citations };
}

/** Puts mended statements in the places of those they mend: one for one, else in their order. */
function fill(slots: readonly Slot[], mended: readonly CheckedDraft[]): void {
  const gaps = slots.filter(({ passed }) => passed === undefined);
  const said = new Set(slots.flatMap(({ passed }) => passed?.text ?? []));
  const isNew = (draft: CheckedDraft | undefined) =>
    draft?.supported === true && !said.has(draft.text);
  const fitting = mended.length === gaps.length ? mended : mended.filter(isNew);
  gaps.forEach((slot, at) => {
    const draft = fitting[at];
    if (draft === undefined || !isNew(draft)) return;
    slot.passed = draft;
    said.add(draft.text);
  });
}

/** Hands statements on in the order of their places. */
function createStage(slots: readonly Slot[], onStatement: WriteRequest["onStatement"]) {
  let next = 0;
  return {
    handOn({ isEnd = false } = {}) {
      for (let slot = slots[next]; slot !== undefined; slot = slots[next]) {
        if (slot.passed === undefined && !isEnd) return;
        if (slot.passed !== undefined) onStatement?.(toStatement(slot.passed));
        next += 1;
      }
    },
  };
}

function emptyReply(
  { answerable }: ReadReply,
  drafts: readonly CheckedDraft[],
  model: string,
): ModelError | undefined {
  if (!answerable || drafts.length > 0) return undefined;
  return new ModelError(
    "E_MODEL_UNUSABLE",
    `Expected statements of model ${model}, found none in its reply. Ask again, or try another model.`,
  );
}

function add(one: TokenUsage, other: TokenUsage | undefined): TokenUsage {
  return {
    promptTokens: one.promptTokens + (other?.promptTokens ?? 0),
    completionTokens: one.completionTokens + (other?.completionTokens ?? 0),
  };
}

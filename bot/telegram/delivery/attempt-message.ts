/** Tries once to bring a message of the outbox to Telegram, and tells what came of it. */

import { type Api, GrammyError } from "grammy";
import type { Message } from "grammy/types";
import type { Outbox, OutgoingCall, StoredOutgoing } from "../../operations/outbox.ts";
import { isSurelyUnsent, telegramFailure } from "../telegram-failure.ts";
import { documentCall } from "./document-call.ts";
import { findLostMessage } from "./find-lost-message.ts";
import type { RepeatInTurn } from "./repeat-in-turn.ts";

export interface AttemptRooms {
  /** Tries once. */
  readonly api: Api;
  readonly outbox: Outbox;
  /** Called before every further call to the chat that is made once. */
  readonly beforeEach: (chatId: number) => Promise<void>;
  /** Makes a further call that does no harm twice. */
  readonly repeat: RepeatInTurn;
  /** Deletes an own message, or tells that it could not; never rejects. */
  readonly takeBack: (chatId: number, messageId: number) => Promise<void>;
  /** Told where it stays open whether an earlier try arrived. */
  readonly onDoubt: (error: unknown) => void;
}

export type Attempt =
  | { readonly kind: "sent"; readonly message: SentMessage; readonly wasFound: boolean }
  /** To be tried again: after what Telegram asked for, or else after a while. */
  | {
      readonly kind: "postponed";
      readonly waitMs: number | undefined;
      readonly isUnsure: boolean;
      readonly error: unknown;
    }
  /** To be sent elsewhere or without what Telegram declined. */
  | { readonly kind: "replaced"; readonly call: Pick<OutgoingCall, "chatId" | "payload"> }
  | { readonly kind: "failed"; readonly error: unknown };

export type SentMessage = Pick<Message, "message_id"> & Partial<Message>;

/** Unknown numbers looked at before a message is sent once more: most chats are quiet meanwhile. */
const looksBefore = 4;
/** The same afterwards, of those below the new message's. */
const looksAfter = 24;

/** Never throws what Telegram or the network are to blame for. */
export async function attemptMessage(
  rooms: AttemptRooms,
  message: StoredOutgoing,
): Promise<Attempt> {
  const { isUnsure } = message;
  try {
    if (message.method === "editMessageText") return await edit(rooms, message);
    return await (isUnsure ? sendUnlessFound(rooms, message) : send(rooms, message));
  } catch (error) {
    const failure = telegramFailure(error);
    switch (failure.kind) {
      case "flood":
        return { kind: "postponed", waitMs: failure.waitMs, isUnsure, error };
      case "token":
      case "conflict":
        return { kind: "postponed", waitMs: undefined, isUnsure, error };
      case "unreachable": {
        const mayHaveArrived = isUnsure || !isSurelyUnsent(error);
        return { kind: "postponed", waitMs: undefined, isUnsure: mayHaveArrived, error };
      }
      case "refused": {
        if (!(error instanceof GrammyError)) throw error;
        const call = secondTry(error, message);
        return call === undefined ? { kind: "failed", error } : { kind: "replaced", call };
      }
    }
  }
}

type Sent = Extract<Attempt, { kind: "sent" }>;

async function send({ api }: AttemptRooms, { method, payload }: StoredOutgoing): Promise<Sent> {
  if (method === "sendDocument") {
    const call = documentCall(payload);
    return { kind: "sent", message: await api.raw.sendDocument(call), wasFound: false };
  }
  const call = payload as Parameters<Api["raw"]["sendMessage"]>[0];
  return { kind: "sent", message: await api.raw.sendMessage(call), wasFound: false };
}

/** An edit comes to the same when made twice. */
async function edit({ api }: AttemptRooms, { payload }: StoredOutgoing): Promise<Attempt> {
  const call = payload as Parameters<Api["raw"]["editMessageText"]>[0];
  const sent = { message_id: call.message_id ?? 0 };
  try {
    await api.raw.editMessageText(call);
  } catch (error) {
    const isSame = error instanceof GrammyError && /not modified/iu.test(error.description);
    if (!isSame) throw error;
  }
  return { kind: "sent", message: sent, wasFound: false };
}

/**
 * 1. look for the lost message right above the last one known; 2. send it again; 3. now that its
 * number must be lower than the new one's, look at the rest; 4. where it was there after all, take
 * back the new one, and others that earlier searches have lost in their turn.
 */
async function sendUnlessFound(rooms: AttemptRooms, message: StoredOutgoing): Promise<Sent> {
  const { chatId, afterId } = message;
  const known = await rooms.outbox.knownMessages(chatId, afterId);
  const reach = known.size + looksBefore + looksAfter + 1;
  const look = { rooms, message };

  const near = unknownNumbers(afterId, afterId + reach, known).slice(0, looksBefore);
  for await (const number of lookAt(look, near)) {
    // Had it been sent again before, that copy would have been lost too.
    const mayHaveCopies = message.attempts > 2;
    const above = unknownNumbers(number, number + reach, known).slice(0, looksBefore);
    if (mayHaveCopies) await takeBack(rooms, chatId, await copiesAmong(look, above));
    return found(number);
  }
  await rooms.beforeEach(chatId);
  const again = await send(rooms, message);
  const newest = again.message.message_id;
  const rest = unknownNumbers(Math.max(afterId, newest - reach), newest, known)
    .filter((number) => !near.includes(number))
    .slice(-looksAfter);
  const [oldest, ...others] = await copiesAmong(look, rest);
  if (oldest === undefined) return again;
  await takeBack(rooms, chatId, [...others, newest]);
  return found(oldest);
}

interface Look {
  readonly rooms: AttemptRooms;
  readonly message: StoredOutgoing;
}

function lookAt({ rooms, message }: Look, numbers: readonly number[]): AsyncGenerator<number> {
  const { api, repeat } = rooms;
  return findLostMessage({ api, message, numbers, repeat });
}

/** Those found until Telegram no longer says: one more try would only add one more message. */
async function copiesAmong(look: Look, numbers: readonly number[]): Promise<readonly number[]> {
  const copies: number[] = [];
  try {
    for await (const number of lookAt(look, numbers)) copies.push(number);
  } catch (error) {
    look.rooms.onDoubt(error);
  }
  return copies;
}

async function takeBack(
  rooms: AttemptRooms,
  chatId: number,
  numbers: readonly number[],
): Promise<void> {
  for (const number of numbers) await rooms.takeBack(chatId, number);
}

function found(number: number): Sent {
  return { kind: "sent", message: { message_id: number }, wasFound: true };
}

/** Those strictly between the two that no known message has, ascending. */
function unknownNumbers(
  lower: number,
  upper: number,
  known: ReadonlySet<number>,
): readonly number[] {
  const between = Array.from({ length: Math.max(0, upper - lower - 1) }, (_, n) => lower + 1 + n);
  return between.filter((number) => !known.has(number));
}

/** Without a topic that was deleted, in the group it was upgraded to, or the same text, plain. */
function secondTry(
  error: GrammyError,
  { method, chatId, payload }: OutgoingCall,
): Pick<OutgoingCall, "chatId" | "payload"> | undefined {
  if (error.error_code !== 400 || method === "editMessageText") return undefined;
  const { message_thread_id: threadId, entities, reply_markup: buttons, ...rest } = payload;
  const movedTo = error.parameters.migrate_to_chat_id;
  const looks = { ...(buttons === undefined ? {} : { reply_markup: buttons }), entities };
  if (movedTo !== undefined) {
    const { reply_parameters: _reply, ...free } = rest;
    return { chatId: movedTo, payload: { ...free, ...looks, chat_id: movedTo } };
  }
  if (threadId !== undefined && /thread not found/iu.test(error.description)) {
    return { chatId, payload: { ...rest, ...looks } };
  }
  const hasEntities = Array.isArray(entities) && entities.length > 0;
  if (!hasEntities && buttons === undefined) return undefined;
  const sameTopic = threadId === undefined ? {} : { message_thread_id: threadId };
  return { chatId, payload: { ...rest, ...sameTopic } };
}

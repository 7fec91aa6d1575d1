/** Tries with a real token what no test can: what the server answers, and what a client shows. */

import { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { fetchNatively } from "../fetch-natively.ts";
import { pauseUnlessStopped } from "../patiently.ts";
import { messageTrials } from "./message-trials.ts";
import { refusalTrials } from "./refusal-trials.ts";
import type { Trial, TrialResult, TrialRoom } from "./trial.ts";

export interface TryTelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Id of a chat, or `@name` of a public one, that the bot may write to. */
  readonly chat: number | string;
  /** Ends the trials; what was sent is deleted all the same. */
  readonly signal: AbortSignal;
  /** Between two trials. Default: a little over the second that Telegram wants in a chat. */
  readonly pauseMs?: number;
}

export interface TrialReport {
  readonly name: string;
  readonly outcome:
    | Omit<TrialResult, "messageIds">
    /** It could not be tried. */
    | { readonly failed: unknown };
}

const defaultPauseMs = 1_100;

/**
 * What is there to look at stays in the chat; all else is deleted again.
 *
 * @yields each trial as it ends, after two about the bot and the chat
 * @throws {GrammyError | HttpError} where the bot or the chat is unknown
 */
export async function* tryTelegram(options: TryTelegramOptions): AsyncGenerator<TrialReport> {
  const { token, apiRoot, signal, pauseMs = defaultPauseMs } = options;
  const api = new Api(token, { apiRoot, fetch: fetchNatively });
  const me = await api.getMe();
  yield { name: "the bot", outcome: { found: aboutBot(me) } };
  const chat = await api.getChat(options.chat);
  const forum = "is_forum" in chat && chat.is_forum === true ? ", a forum" : "";
  yield { name: "the chat", outcome: { found: `${chat.type}${forum}` } };
  const room = { api, me, chat };
  for (const trial of [...messageTrials, ...refusalTrials]) {
    if (signal.aborted) return;
    yield await runTrial(trial, room);
    await pauseUnlessStopped(pauseMs, signal);
  }
}

async function runTrial({ name, run }: Trial, room: TrialRoom): Promise<TrialReport> {
  try {
    const { messageIds, look, ...outcome } = await run(room);
    const isToBeSeen = look !== undefined && outcome.expected === undefined;
    if (isToBeSeen) return { name, outcome: { ...outcome, look } };
    for (const id of messageIds) await room.api.deleteMessage(room.chat.id, id);
    return { name, outcome };
  } catch (failed) {
    return { name, outcome: { failed } };
  }
}

function aboutBot(me: UserFromGetMe): string {
  const can = [
    ["inline mode", me.supports_inline_queries],
    ["guest mode", me.supports_guest_queries === true],
    ["topics in private chats", me.has_topics_enabled],
    ["reads all of a group (privacy mode off)", me.can_read_all_group_messages],
  ] as const;
  return `@${me.username}; ${can.map(([what, isOn]) => `${what}: ${isOn ? "yes" : "no"}`).join(", ")}`;
}

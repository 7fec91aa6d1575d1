/** Answers what people type behind the bot's name in any chat: sentences, found without a model. */

import type { InlineQuery } from "grammy/types";
import { checkQuestion } from "../text/question.ts";
import type { ChatGate } from "./create-chat-gate.ts";
import { groupTexts, type GroupTexts } from "./group-texts.ts";
import { inlineCacheSeconds, maxInlineResults } from "./limits.ts";
import type { Parts } from "./parts.ts";
import { decide } from "./policy.ts";
import { renderInline } from "./render-inline.ts";
import { isAdmin, languageOfUser } from "./speaker.ts";
import { askParameter } from "./start-link.ts";

type Results = ReturnType<typeof renderInline>;

/** The label of the button above the results, by what they are. */
type Outcome = keyof GroupTexts["inline"]["above"];

/**
 * Returns a function that answers a query, unless the same person has typed on meanwhile: then
 * nobody waits for it any more. Questions are not counted: every letter typed asks one.
 */
export function createInline(parts: Parts, gate: ChatGate): (query: InlineQuery) => Promise<void> {
  const typing = new Map<number, AbortController>();
  return async (query) => {
    const { id: userId } = query.from;
    const mine = new AbortController();
    typing.get(userId)?.abort();
    typing.set(userId, mine);
    try {
      await answerInline(parts, gate, query, mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) throw error;
    } finally {
      if (typing.get(userId) === mine) typing.delete(userId);
    }
  };
}

async function answerInline(
  parts: Parts,
  gate: ChatGate,
  query: InlineQuery,
  typedOn: AbortSignal,
): Promise<void> {
  const { operations, settings, durable, logger } = parts;
  const language = languageOfUser(query.from);
  const say = async (outcome: Outcome, results: Results, options: Caching): Promise<void> => {
    const text = groupTexts[language].inline.above[outcome];
    await durable.answerInlineQuery(query.id, [...results], {
      ...options,
      button: { text, start_parameter: askParameter },
    });
  };
  const verdict = decide({
    who: whoTypes(query, settings),
    where: "inline",
    by: "plainText",
    wants: "answer",
    form: "new",
    // Their private chat stands for the person, wherever they type.
    chat: await gate.standing(query.from.id),
    quota: "left",
  });
  if (verdict.kind !== "answer") return say("notAllowed", [], personally);
  if (query.query.trim() === "") return say("hint", [], forEverybody);
  try {
    const scope = await operations.scopes.find({ chatId: query.from.id });
    const isRestricted = scope !== undefined || settings.allowedChats.length > 0;
    const late = AbortSignal.timeout(parts.timing.inlineMs);
    const signal = AbortSignal.any([typedOn, late, parts.signal]);
    const question = checkQuestion(query.query);
    const finding = parts.app.find({ question, limit: maxInlineResults, scope, signal });
    // What a first question opens goes on behind it: the next one finds it open.
    const found = await Promise.race([finding, abortOf(signal)]);
    const results = renderInline(found, { botUsername: parts.me.username, language });
    const outcome = results.length === 0 ? "none" : "found";
    await say(outcome, results, isRestricted ? personally : forEverybody);
  } catch (error) {
    if (typedOn.aborted || parts.signal.aborted) throw error;
    logger.warn("An inline query was not answered", { error });
    await say("failed", [], notAtAll);
  }
}

/** Rejects with the signal's reason once it is given. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(signal.reason instanceof Error ? signal.reason : new Error("ended"));
    if (signal.aborted) give();
    else signal.addEventListener("abort", give, { once: true });
  });
}

interface Caching {
  readonly cache_time: number;
  readonly is_personal: boolean;
}

const forEverybody: Caching = { cache_time: inlineCacheSeconds, is_personal: false };
const personally: Caching = { cache_time: inlineCacheSeconds, is_personal: true };
const notAtAll: Caching = { cache_time: 0, is_personal: true };

function whoTypes({ from }: InlineQuery, settings: Parts["settings"]) {
  if (from.is_bot) return "bot";
  return isAdmin(from, settings) ? "admin" : "person";
}

/** Lets the people of every place ask, a few at a time in each, until all questions are answered. */

import type { Message } from "grammy/types";
import { type Place, pick, type Random } from "./places.ts";

export interface Asked {
  readonly place: Place;
  readonly question: string;
  readonly message: Message;
  /** From the question to its answer as it stands in the chat. */
  readonly waitedMs: number;
}

export interface AskingOptions {
  /** What is asked in each place, in order. */
  readonly plan: readonly { readonly place: Place; readonly questions: readonly string[] }[];
  readonly random: Random;
  /** Told after each question that was asked. */
  readonly onAsked?: () => void;
  readonly timeoutMs: number;
}

const atOnceAlone = 2;
const atOnceTogether = 3;

export async function askAll({
  plan,
  random,
  onAsked,
  timeoutMs,
}: AskingOptions): Promise<readonly Asked[]> {
  const askers = plan.flatMap(({ place, questions }) => {
    const left = [...questions];
    const atOnce = place.isGroup ? atOnceTogether : atOnceAlone;
    return Array.from({ length: atOnce }, async () => {
      const asked: Asked[] = [];
      for (let question = left.shift(); question !== undefined; question = left.shift()) {
        const askedAtMs = performance.now();
        const message = await place.ask(question, random);
        onAsked?.();
        await place.chat.waitFor((shown) => isAnswerTo(shown, message), { timeoutMs });
        asked.push({ place, question, message, waitedMs: performance.now() - askedAtMs });
      }
      return asked;
    });
  });
  return (await Promise.all(askers)).flat();
}

/** What shows the progress has the button that stops it. */
function isAnswerTo(shown: Message, question: Message): boolean {
  const buttons = shown.reply_markup?.inline_keyboard.flat() ?? [];
  const isProgress = buttons.some((button) => /停止|Stop/u.test(button.text));
  return shown.reply_to_message?.message_id === question.message_id && !isProgress;
}

/** So many questions for each place, drawn from the wordings. */
export function drawPlan(
  places: readonly Place[],
  count: (place: Place) => number,
  { wordings, random }: { readonly wordings: readonly string[]; readonly random: Random },
): AskingOptions["plan"] {
  return places.map((place) => ({
    place,
    questions: Array.from({ length: count(place) }, () => pick(wordings, random())),
  }));
}

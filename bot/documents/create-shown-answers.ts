/** Answers given earlier as they may be shown now, so that no reader of them can forget to look. */

import type { App } from "../app.ts";
import type { Answers, StoredAnswer } from "../operations/answers.ts";
import { documentsIn, withoutRemoved } from "./without-removed.ts";

/** The same answers; those found are without what was removed since, and kept as they were. */
export function createShownAnswers(answers: Answers, app: Pick<App, "removals">): Answers {
  async function show(stored: readonly StoredAnswer[]): Promise<readonly StoredAnswer[]> {
    const ids = stored.flatMap(({ answer }) => documentsIn(answer));
    if (ids.length === 0) return stored;
    const removals = await app.removals([...new Set(ids)]);
    if (removals.size === 0) return stored;
    return stored.map((one) => ({
      ...one,
      answer: withoutRemoved(one.answer, one.question, removals),
    }));
  }
  const showOne = async (found: StoredAnswer | undefined): Promise<StoredAnswer | undefined> =>
    found && (await show([found]))[0];
  return {
    save: (answer) => answers.save(answer),
    find: async (id) => showOne(await answers.find(id)),
    findByMessage: async (chatId, messageId) =>
      showOne(await answers.findByMessage(chatId, messageId)),
    recent: async (place, limit) => show(await answers.recent(place, limit)),
  };
}

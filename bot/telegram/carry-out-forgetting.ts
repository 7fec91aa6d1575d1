/** Deletes what is stored of older generations when the admin who was asked has said so. */

import { AppError } from "../../corpus/errors.ts";
import type { ConfirmedAct } from "../operations/confirmations.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Confirmed } from "./confirm-act.ts";
import { docsTexts } from "./docs-texts.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Tap } from "./route-callback.ts";

type Forgetting = Extract<ConfirmedAct, { kind: "forgetOlder" }>;

export function confirmedForgetting(parts: Parts, tap: Tap, { served }: Forgetting): Confirmed {
  return {
    isAllowed: ({ role }) => role === "admin",
    working: docsTexts[tap.language].forget.working,
    carryOut: async () => plainMessage(await forget(parts, tap, served)),
  };
}

/** What came of it; never rejects. */
async function forget(
  { app, logger }: Parts,
  { user, language }: Tap,
  served: number,
): Promise<string> {
  const words = docsTexts[language].forget;
  try {
    const { number } = await app.forgetOlder(`telegram ${user.id}`, { served });
    return `✅ ${words.done(number)}`;
  } catch (error) {
    logger.warn("Older generations could not be deleted from the chat", { error });
    const isOutdated = error instanceof AppError && error.code === "E_ALREADY_PUBLISHED";
    return isOutdated ? words.changedMeanwhile : `⚠️ ${kindSentence(error, language)}`;
  }
}

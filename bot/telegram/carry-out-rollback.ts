/** Goes back to an older generation when the admin who was asked has said so. */

import { AppError } from "../../corpus/errors.ts";
import type { ConfirmedAct } from "../operations/confirmations.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { adminTexts } from "./admin-texts.ts";
import { auditAct } from "./audit-act.ts";
import type { Confirmed } from "./confirm-act.ts";
import { generationCounts } from "./generation-counts.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Tap } from "./route-callback.ts";

type Rollback = Extract<ConfirmedAct, { kind: "rollback" }>;

export function confirmedRollback(parts: Parts, tap: Tap, act: Rollback): Confirmed {
  return {
    isAllowed: ({ role }) => role === "admin",
    working: adminTexts[tap.language].rollback.working,
    carryOut: async () => plainMessage(await goBack(parts, tap, act)),
  };
}

/** What came of it, in the admin's words; never rejects. */
async function goBack(
  parts: Parts,
  { user, language }: Tap,
  { from, to }: Rollback,
): Promise<string> {
  const words = adminTexts[language].rollback;
  const audit = (details: Readonly<Record<string, unknown>>) =>
    auditAct(parts, { userId: user.id, act: "rollback", details });
  try {
    const published = await parts.app.rollback(to, { from });
    await audit({ generation: published.number, to, from });
    return `✅ ${words.done(published.number, to)}\n${generationCounts(published, language)}`;
  } catch (error) {
    parts.logger.warn("A rollback from the chat failed", { error, to });
    const code = error instanceof AppError ? error.code : "unknown";
    await audit({ to, from, failed: code });
    switch (code) {
      case "E_LOAD_RUNNING":
        return words.loading;
      case "E_ALREADY_PUBLISHED":
        return words.changedMeanwhile;
      default:
        return `⚠️ ${kindSentence(error, language)}`;
    }
  }
}

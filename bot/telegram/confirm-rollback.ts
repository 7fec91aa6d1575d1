/** Goes back to an older generation when the admin who was asked says so, once and in time. */

import { AppError } from "../../corpus/errors.ts";
import type { ConfirmedAct, TakenConfirmation } from "../operations/confirmations.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { type AdminTexts, adminTexts } from "./admin-texts.ts";
import { auditAct } from "./audit-act.ts";
import { generationCounts } from "./generation-counts.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { replaceMessage } from "./replace-message.ts";
import type { ButtonHandler, Tap } from "./route-callback.ts";
import { isAdmin } from "./speaker.ts";
import { telegramTexts } from "./texts.ts";

export const confirmRollback: ButtonHandler<"rollback"> = async (parts, tap, button) => {
  const { user, language } = tap;
  const words = adminTexts[language].rollback;
  if (!isAdmin(user, parts.settings)) {
    return { notice: { text: telegramTexts[language].adminsOnly, isAlert: true } };
  }
  if (!tap.isPrivate) {
    return { notice: { text: telegramTexts[language].buttonUnknown, isAlert: true } };
  }
  const { confirmations } = parts.operations;
  const by = { userId: user.id, at: new Date(parts.now()) };
  const taken = await confirmations.take(button.nonce, by);
  const becomes = (text: string) => async (): Promise<void> => {
    const { message } = tap;
    await replaceMessage(parts.durable, placeOf(message), message.message_id, plainMessage(text));
  };
  if (taken.kind !== "taken") {
    const text = whyNot(taken.kind, words) ?? telegramTexts[language].buttonUnknown;
    const notice = { text, isAlert: true };
    return taken.kind === "expired" ? { notice, follow: becomes(text) } : { notice };
  }
  if (!button.isConfirmed) return { follow: becomes(words.cancelled) };
  return {
    notice: { text: words.working },
    follow: async () => becomes(await goBack(parts, tap, taken.act))(),
  };
};

function whyNot(
  kind: Exclude<TakenConfirmation["kind"], "taken">,
  words: AdminTexts["rollback"],
): string | undefined {
  return kind === "unknown" ? undefined : words[kind];
}

/** What came of it, in the admin's words; never rejects. */
async function goBack(
  parts: Parts,
  { user, language }: Tap,
  { from, to }: ConfirmedAct,
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

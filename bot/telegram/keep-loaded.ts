/** Loads the documents whenever they may have changed, and tells admins what came of it. */

import { AppError } from "../../corpus/errors.ts";
import type { CheckedQuestion, FailedFile, LoadReport } from "../../retrieval/load-report.ts";
import { faultOf } from "../loading/load-fault.ts";
import type { LoadOutcome } from "../loading/load-outcome.ts";
import { pauseUnlessStopped } from "./patiently.ts";
import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { reloadTexts } from "./reload/reload-texts.ts";
import { renderOutcome } from "./reload/render-outcome.ts";
import { tellAdmins } from "./tell-admins.ts";
import { watchTexts } from "./watch-texts.ts";
import type { Language } from "../text/language.ts";

export type KeepLoadedParts = Pick<
  Parts,
  "app" | "durable" | "operations" | "settings" | "logger" | "timing" | "signal"
>;

/**
 * Loads once for each change, until the changes end; never rejects. Admins hear of it where something
 * was published, where other files fail or other answers hold it back than last time, and where loading
 * itself fails otherwise than last time; of a load that changed nothing, nobody hears.
 */
export async function keepLoaded(
  parts: KeepLoadedParts,
  changes: AsyncIterable<void>,
): Promise<void> {
  let known = "";
  for await (const _change of changes) {
    const outcome = await load(parts);
    if (outcome === undefined) continue;
    const trouble = troubleIn(outcome);
    const isNews = ("report" in outcome && outcome.report.published) || trouble !== known;
    known = trouble;
    if (isNews) await tellAdmins(parts, (language) => render(outcome, language));
  }
}

type Outcome = { readonly report: LoadReport } | { readonly error: unknown };

/** Undefined where it was stopped. Waits for others who load: they may have begun before the change. */
async function load(parts: KeepLoadedParts): Promise<Outcome | undefined> {
  const { app, operations, logger, timing, signal } = parts;
  while (!signal.aborted) {
    try {
      const report = await app.load({ signal });
      if (report.published) {
        await operations.audit.append({
          who: "watch",
          act: "load",
          details: {
            generation: report.generation?.number,
            added: report.added.length,
            changed: report.changed.length,
            removed: report.removed.length,
            failed: report.failed.length,
          },
        });
      }
      return { report };
    } catch (error) {
      if (signal.aborted) return undefined;
      const isBusy = error instanceof AppError && error.code === "E_LOAD_RUNNING";
      if (!isBusy) {
        logger.warn("The changed documents could not be loaded", { error });
        return { error };
      }
      await pauseUnlessStopped(timing.lookEveryMs, signal);
    }
  }
  return undefined;
}

/** The same for the same trouble; empty where there is none. */
function troubleIn(outcome: Outcome): string {
  if ("report" in outcome) {
    const { failed, check } = outcome.report;
    const worse = check?.passes === false ? check.questions.filter(isWorse) : [];
    return [...failed.map(nameOf), ...worse.map(({ question }) => question)].join("\n");
  }
  return outcome.error instanceof AppError ? outcome.error.code : String(outcome.error);
}

function isWorse({ verdict }: CheckedQuestion): boolean {
  return verdict === "worse";
}

function nameOf({ path, code }: FailedFile): string {
  return `${code} ${path}`;
}

/** A file cannot follow to everybody; and what others have published is not this load's to tell. */
const everything = {
  id: undefined,
  generationBefore: Number.POSITIVE_INFINITY,
  path: undefined,
  readAll: false,
  force: false,
};

function render(outcome: Outcome, language: Language): OutgoingMessage {
  const told: LoadOutcome =
    "report" in outcome
      ? { kind: "report", report: outcome.report }
      : { kind: "fault", fault: faultOf(outcome.error), kept: null };
  const { card, isHeldBack } = renderOutcome(told, everything, language);
  const heading = `👁 ${watchTexts[language].heading}\n\n`;
  return {
    ...card,
    text: heading + card.text + (isHeldBack ? `\n\n${reloadTexts[language].toForce}` : ""),
    entities: card.entities.map((entity) => ({
      ...entity,
      offset: entity.offset + heading.length,
    })),
  };
}

/** Answers the commands of admins about the versions of the documents and what was done. */

import { kindSentence } from "../text/kind-sentence.ts";
import { askRollback, type RollbackAsked } from "./ask-rollback.ts";
import { listAudit } from "./list-audit.ts";
import { listGenerations } from "./list-generations.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { showDifferences } from "./show-differences.ts";

export interface AdminCommand extends RollbackAsked {
  readonly name: "generations" | "diff" | "rollback" | "audit";
  readonly place: Place;
}

/** Never rejects: what failed is told in a kind sentence. The caller checks who asks, and where. */
export async function runAdminCommand(
  parts: Parts,
  command: AdminCommand,
): Promise<OutgoingMessage> {
  const { name, argument, language } = command;
  try {
    switch (name) {
      case "generations":
        return await listGenerations(parts, language);
      case "diff":
        return await showDifferences(parts, command);
      case "rollback":
        return await askRollback(parts, command);
      case "audit":
        return await listAudit(parts, argument, language);
    }
  } catch (error) {
    parts.logger.warn("A command of an admin could not be answered", { error, name });
    return plainMessage(kindSentence(error, language));
  }
}

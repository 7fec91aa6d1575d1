/** Leaves a line about files that were indexed, under the name of who sent them. */

import { AppError } from "../../corpus/errors.ts";
import type { Audit } from "../operations/audit.ts";
import type { IndexedCard } from "./index-card.ts";

/** @throws {Error} of the database */
export async function auditIndexing(
  audit: Pick<Audit, "append">,
  { card, outcomes, report, error }: IndexedCard,
): Promise<void> {
  const files = card.uploads.length;
  const taken = outcomes.filter(({ kind }) => kind === "indexed").length;
  const { generation, published = false } = report ?? {};
  const details =
    error === undefined
      ? { files, taken, generation: generation?.number, published }
      : { files, failed: error instanceof AppError ? error.code : "unknown" };
  await audit.append({ who: card.who, act: "upload", details });
}

/** `/audit [n]`: what admins did last, who and when. */

import type { AuditedAct } from "../operations/audit.ts";
import { actLabel } from "../text/act-label.ts";
import { actorLabel } from "../text/actor-label.ts";
import type { Language } from "../text/language.ts";
import { adminTexts } from "./admin-texts.ts";
import { clip } from "./clip.ts";
import { maxLineUnits } from "./limits.ts";
import { minute } from "./minute.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderList } from "./render-list.ts";

const defaultActs = 10;
const mostActs = 50;

/** Newest first. @throws {OperationsError} */
export async function listAudit(
  { operations: { audit } }: Pick<Parts, "operations">,
  argument: string,
  language: Language,
): Promise<OutgoingMessage> {
  const { audit: words, more } = adminTexts[language];
  const limit = readLimit(argument);
  if (limit === undefined) return plainMessage(words.usage(mostActs));
  const acts = await audit.recent(limit);
  if (acts.length === 0) return plainMessage(words.none);
  const entries = acts.map((act) => renderAct(act, language));
  const total = await audit.count();
  return renderList({ heading: `🧾 ${words.heading}`, entries, total, more });
}

function readLimit(argument: string): number | undefined {
  if (argument === "") return defaultActs;
  if (!/^[1-9]\d{0,5}$/u.test(argument)) return undefined;
  return Math.min(Number(argument), mostActs);
}

function renderAct(act: AuditedAct, language: Language): string {
  const done = clip(actLabel(act, language), maxLineUnits);
  return `· ${minute(act.at)} · ${actorLabel(act.who, language)}\n　${done}`;
}

/** `/digest [on|off]`: whether this admin gets the digest of each week. */

import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { auditAct } from "./audit-act.ts";
import { digestTexts } from "./digest-texts.ts";
import { type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";

export interface DigestAsked {
  readonly userId: number;
  readonly argument: string;
  readonly language: Language;
}

/** Never rejects: what failed is told in a kind sentence. The caller checks who asks, and where. */
export async function runDigest(
  parts: Parts,
  { userId, argument, language }: DigestAsked,
): Promise<OutgoingMessage> {
  const words = digestTexts[language];
  const { digests } = parts.operations;
  const wanted = argument.trim().toLowerCase();
  try {
    if (wanted !== "on" && wanted !== "off") {
      const { isOn } = await digests.reader(userId);
      return plainMessage(words.usage(isOn));
    }
    const isOn = wanted === "on";
    await digests.switchTo(userId, isOn);
    await auditAct(parts, { userId, act: "digest", details: { isOn } });
    return plainMessage(isOn ? words.on : words.off);
  } catch (error) {
    parts.logger.warn("The digest could not be switched", { error });
    return plainMessage(kindSentence(error, language));
  }
}

/** How many tokens a text may have where no server has counted them. */

import type { Message } from "./language-model.ts";

/** A Chinese character is about one token, an English word one or two; so never far too few. */
export function estimateTokens(text: string): number {
  return text.length;
}

export function estimatePromptTokens(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
}

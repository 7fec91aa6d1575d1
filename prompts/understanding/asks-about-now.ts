/** Tells a question about how things stand now, which the newest source answers. */

import { normalise } from "../../retrieval/text/normalise.ts";

const now =
  /(?<![发出呈体表实展])现在|现如今|如今|目前|当前|眼下|最新|最近|近期|现任|截至|\b(?:now|nowadays|current|currently|latest|newest|most recent|at present|to date|these days|today)\b/u;
/** 截至2023年底 asks about then. */
const year = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;

export function asksAboutNow(question: string): boolean {
  const text = normalise(question);
  return now.test(text) && !year.test(text);
}

/** Cuts lines where white reaches over the whole width. */

import type { Lines } from "./lines.ts";
import type { PageLine } from "./page.ts";

/** Boxes reach a little over their letters; so much of their height is taken off for gaps. */
const slackOfHeight = 0.15;

/** The lines between two breaks, from top to bottom. */
export function toStrips(lines: Lines): readonly Lines[] {
  const strips: PageLine[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const line of lines.toSorted((one, other) => one.top - other.top)) {
    const slack = (line.bottom - line.top) * slackOfHeight;
    const strip = strips.at(-1);
    if (strip === undefined || line.top + slack > reach) strips.push([line]);
    else strip.push(line);
    reach = Math.max(reach, line.bottom - slack);
  }
  return strips;
}

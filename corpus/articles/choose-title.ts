/** Tells which of the headings above one text is its title. */

import { isHouse } from "./byline-words.ts";
import { columnOf } from "./column-label.ts";

/** What a subtitle calls the piece. */
const reportage =
  /(?:综述|纪实|观察|调查|调研|侧记|见闻|走访|采访|专访|速写|札记|手记|走笔|访谈|解读|报告|答记者问|启示|探访|略影|掠影|小记)$/u;
/** What a kicker ends with, for the title goes on. */
const introducing = /(?:表示|强调|指出|提出|要求|发布|印发|建议|呼吁|透露|[:：])$/u;
/** `时评`, `要闻`: a name of a column above a title. */
const maxColumnName = 6;
/** A kicker explains the title in so many characters more than it has. */
const kickerSurplus = 3;

export interface HeadingLine {
  readonly words: string;
  /** From 1, the outermost. */
  readonly level: number;
}

/**
 * Index of the title. Lines above it are its kicker, lines below its subtitle.
 *
 * @param lines at least one, in their order
 * @param endsTitle whether a byline shows the last of them to belong to the title still; otherwise
 *   they may be headings of its sections
 */
export function chooseTitle(lines: readonly HeadingLine[], endsTitle: boolean): number {
  const outermost = lines.reduce((least, { level }) => Math.min(least, level), Infinity);
  const candidates = lines.flatMap(({ level, words }, at) =>
    level === outermost && (at === 0 || !isHouse(words)) ? [at] : [],
  );
  const [first = 0, second] = candidates;
  if (second === undefined || !endsTitle) return first;
  if (candidates.length > 2) return second;
  return isKicker(lines[first]?.words ?? "", lines[second]?.words ?? "") ? second : first;
}

function isKicker(upper: string, lower: string): boolean {
  if (columnOf(upper) !== undefined || upper.length <= maxColumnName) return true;
  if (/^\p{Lu}\p{L}+$/u.test(upper) && /\s\S+\s/u.test(lower)) return true;
  if (reportage.test(lower)) return false;
  return (
    reportage.test(upper) || introducing.test(upper) || upper.length >= lower.length + kickerSurplus
  );
}

/** A figure with what it belongs to. */

import type { Figure } from "../figures/read-figures.ts";

export interface AnchoredFigure {
  readonly figure: Figure;
  /** Words and time of its own, between its neighbours. */
  readonly own: ReadonlySet<string>;
  /** The words right at it that say what is measured: 净利润. */
  readonly attribute: ReadonlySet<string>;
  /** Its own with those of its saying's subject. */
  readonly full: ReadonlySet<string>;
  /** Words and times of its saying since the figure before. */
  readonly since: ReadonlySet<string>;
  /** The letters right before it, without words like 有 and 约: 规模以上工业企业. */
  readonly phrase: string;
  /** Whether it only tells how the figure before changed, so that the phrase is that one's. */
  readonly isChange: boolean;
}

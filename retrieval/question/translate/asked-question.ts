/** A question as a reader wrote it, before it is read. */

export interface AskedQuestion {
  readonly question: string;
  /** The earlier question it continues. */
  readonly context?: string;
}

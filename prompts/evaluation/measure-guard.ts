/** Counts what the guard stops: of wrong statements as many, of right ones as few as possible. */

import { checkStatement, type Verdict } from "../verification/check-statement.ts";
import type { GuardRow } from "./guard-set.ts";

export interface GuardedCase {
  /** `s01-3`: row and place in it, from 1. */
  readonly id: string;
  readonly part: GuardRow["part"];
  readonly label: "right" | "wrong";
  readonly kind: string;
  readonly text: string;
  readonly verdict: Verdict;
}

export interface GuardCount {
  readonly stopped: number;
  readonly of: number;
}

export interface GuardReport {
  readonly cases: readonly GuardedCase[];
  /** Right statements stopped: false alarms. */
  readonly right: GuardCount;
  /** Wrong statements stopped: hits. */
  readonly wrong: GuardCount;
  /** By label and kind, in order of first use. */
  readonly kinds: ReadonlyMap<string, GuardCount>;
}

function count(cases: readonly GuardedCase[]): GuardCount {
  const stopped = cases.filter(({ verdict }) => verdict.kind === "unsupported").length;
  return { stopped, of: cases.length };
}

export function measureGuard(rows: readonly GuardRow[]): GuardReport {
  const cases = rows.flatMap(({ id, part, evidence, cases: drafts }) => {
    const byNumber = new Map(evidence.map((sentence) => [sentence.n, sentence]));
    return drafts.map((draft, at): GuardedCase => {
      const { label, kind, text } = draft;
      return {
        id: `${id}-${at + 1}`,
        part,
        label,
        kind,
        text,
        verdict: checkStatement(draft, byNumber),
      };
    });
  });
  const names = [...new Set(cases.map(({ label, kind }) => `${label}: ${kind}`))];
  return {
    cases,
    right: count(cases.filter(({ label }) => label === "right")),
    wrong: count(cases.filter(({ label }) => label === "wrong")),
    kinds: new Map(
      names.map((name) => [
        name,
        count(cases.filter((one) => `${one.label}: ${one.kind}` === name)),
      ]),
    ),
  };
}

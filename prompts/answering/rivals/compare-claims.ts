/** Tells why two claims about the same thing give different values: a conflict, or another time, place or definition. */

import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import type { Claim } from "./read-claim.ts";
import { areOtherAreas } from "./claim-area.ts";
import { differingDefinitions } from "./claim-definitions.ts";
import type { ClaimTime } from "./claim-time.ts";
import { excludeEachOther } from "./exclude-each-other.ts";

/** By what two sources differ without disagreeing. */
export type DifferenceKind = "date" | "area" | "definition";

export type ClaimComparison =
  | { readonly kind: "conflict" }
  | {
      readonly kind: DifferenceKind;
      /** Of when, where or how measured each is; undefined where its sentence does not say. */
      readonly scopes: readonly [string | undefined, string | undefined];
      /** Which of the two the question asks for. */
      readonly asked: "one" | "other";
      /** Whether the question itself says so. */
      readonly isSaid: boolean;
    };

const yearLength = 4;
/** Do not change in time. */
const lasting = new Set(["length"]);

type Times =
  | { readonly kind: "same" | "unsure" }
  | { readonly kind: "different"; readonly one: ClaimTime; readonly other: ClaimTime };

function compareTimes(one: Claim, other: Claim): Times {
  const isLasting = one.value.kind !== "figure" || lasting.has(one.value.figure.dimension);
  if (isLasting && one.time?.value !== other.time?.value) {
    return { kind: one.time === undefined || other.time === undefined ? "same" : "unsure" };
  }
  if (isLasting) return { kind: "same" };
  if (one.time === undefined && other.time === undefined) {
    const [a, b] = [one.publication, other.publication];
    const isSameYear = a?.value.slice(0, yearLength) === b?.value.slice(0, yearLength);
    if (a === undefined || b === undefined || isSameYear) return { kind: "same" };
    return { kind: "different", one: a, other: b };
  }
  if (one.time === undefined || other.time === undefined) return { kind: "unsure" };
  const [a, b] = [one.time.value, other.time.value];
  if (a === b) return { kind: "same" };
  const isWithin = a.startsWith(b) || b.startsWith(a);
  return isWithin ? { kind: "unsure" } : { kind: "different", one: one.time, other: other.time };
}

/** Whether each says at its value only what the other or the question says too. */
function areOfOneThing(one: Claim, other: Claim): boolean {
  const isIn = (text: string) => (word: string) => text.includes(word);
  return [[one, other] as const, [other, one] as const].every(
    ([a, b]) => a.unaccounted.every(isIn(b.saying)) && a.places.every(isIn(b.plain)),
  );
}

function byDate(
  { text, years }: AnalysedQuestion,
  { one, other }: { readonly one: ClaimTime; readonly other: ClaimTime },
): ClaimComparison | undefined {
  const isNamed = ({ value, words }: ClaimTime) =>
    text.includes(words) || years.some((year) => value === year);
  // A year is asked for, and neither claim is of it, or not of all of it.
  if (years.length > 0 && !isNamed(one) && !isNamed(other)) return undefined;
  const isLater = (one.value.split("/").at(-1) ?? "") >= (other.value.split("/").at(-1) ?? "");
  const isSaid = isNamed(one) !== isNamed(other);
  const isOne = isSaid ? isNamed(one) : isLater;
  return { kind: "date", scopes: [one.words, other.words], asked: isOne ? "one" : "other", isSaid };
}

const ranks = "村乡镇区县市州省国";

function byArea({ text }: AnalysedQuestion, one: Claim, other: Claim): ClaimComparison {
  const isNamed = ({ area }: Claim) => area !== undefined && text.includes(area.words);
  const size = ({ area }: Claim) =>
    area?.part === undefined ? ranks.indexOf(area?.rank ?? "国") + 1 : 0;
  const isSaid = isNamed(one) !== isNamed(other);
  const isOne = isSaid ? isNamed(one) : size(one) >= size(other);
  return {
    kind: "area",
    scopes: [one.area?.words, other.area?.words],
    asked: isOne ? "one" : "other",
    isSaid,
  };
}

function byDefinition(
  { text }: AnalysedQuestion,
  { one, other, isStage }: ReturnType<typeof differingDefinitions>[number],
  isOnePlanned: boolean,
): ClaimComparison {
  const isNamed = (mark: string | undefined) => mark !== undefined && text.includes(mark);
  const isSaid = isNamed(one) !== isNamed(other);
  const isOne = isSaid
    ? isNamed(one)
    : isStage
      ? !isOnePlanned
      : one === undefined || other !== undefined;
  return { kind: "definition", scopes: [one, other], asked: isOne ? "one" : "other", isSaid };
}

/** Undefined where the claims agree, are of different things, or differ in more than one way. */
export function compareClaims(
  question: AnalysedQuestion,
  one: Claim,
  other: Claim,
): ClaimComparison | undefined {
  if (!excludeEachOther(one.value, other.value) || !areOfOneThing(one, other)) return undefined;
  const times = compareTimes(one, other);
  if (times.kind === "unsure") return undefined;
  const definitions = differingDefinitions(one.definitions, other.definitions);
  const differing: (ClaimComparison | undefined)[] = [
    ...(times.kind === "different" ? [byDate(question, times)] : []),
    ...(areOtherAreas(one.area, other.area) ? [byArea(question, one, other)] : []),
    ...definitions.map((definition) =>
      byDefinition(question, definition, one.definitions.planned !== undefined),
    ),
  ];
  if (differing.length === 0) return { kind: "conflict" };
  return differing.length === 1 ? differing[0] : undefined;
}

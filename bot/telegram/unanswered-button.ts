/** What the buttons of the card of unanswered questions carry, and their way back. */

export interface UnansweredButton {
  readonly kind: "unanswered";
  /** How far back is looked. */
  readonly days: number;
  /** From 0. */
  readonly page: number;
  /** What is done with the group that holds this answer; absent where the page is only turned. */
  readonly act?: { readonly name: "golden" | "settle"; readonly answerId: string };
}

const letters = { golden: "g", settle: "s" } as const;

/** The fields behind the letter of the kind. */
export function unansweredFields({ days, page, act }: UnansweredButton): (string | number)[] {
  return act === undefined ? ["p", days, page] : [letters[act.name], days, page, act.answerId];
}

/** Undefined where no button of ours carries these. */
export function parseUnanswered(
  [letter, days = "", page = "", answerId]: readonly string[],
  isAnswerId: (text: string | undefined) => text is string,
): UnansweredButton | undefined {
  if (!/^[1-9]\d{0,2}$/u.test(days) || !/^\d{1,4}$/u.test(page)) return undefined;
  const turned = { kind: "unanswered", days: Number(days), page: Number(page) } as const;
  if (letter === "p") return answerId === undefined ? turned : undefined;
  const name = letter === letters.golden ? "golden" : "settle";
  if (letter !== letters[name] || !isAnswerId(answerId)) return undefined;
  return { ...turned, act: { name, answerId } };
}

/** Compares absolute times: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two joined by `/`. */

function ends(value: string): readonly [string, string] {
  const [from = "", to = from] = value.split("/");
  return [from, to];
}

/** Whether `fine` lies within `coarse`: 2025-03-04 within 2025-03, 2025-03 within 2025. */
export function liesWithin(fine: string, coarse: string): boolean {
  const [from, to] = ends(fine);
  if (coarse.includes("/")) return fine === coarse;
  return from.startsWith(coarse) && to.startsWith(coarse);
}

/** Whether one end of a said span, or both ends of this one, are said. */
export function endsAreSaid(value: string, said: readonly string[]): boolean {
  if (!value.includes("/")) {
    return said.some((one) => one.includes("/") && ends(one).some((end) => liesWithin(end, value)));
  }
  return ends(value).every((end) =>
    said.some((one) => ends(one).some((other) => liesWithin(other, end))),
  );
}

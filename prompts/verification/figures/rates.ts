/** Reads for which time a figure holds: 每月, 日均, `a year`. */

const before = /(?:每(?<every>天|日|周|月|年)|(?<mean>日|周|月|年)均)[^，。；,;\d]{0,8}$/u;
const after = /^[^，。；,;\d]{0,20}?\b(?:a|per|each|every) (?<each>night|day|week|month|year)\b/u;
const names: Readonly<Record<string, string>> = {
  night: "day",
  天: "day",
  日: "day",
  周: "week",
  月: "month",
  年: "year",
};
const reach = 12;

export function rateAround(text: string, start: number, end: number): string | undefined {
  const lead = before.exec(text.slice(Math.max(0, start - reach), start))?.groups;
  const word = lead?.["every"] ?? lead?.["mean"];
  const found = word ?? after.exec(text.slice(end))?.groups?.["each"];
  return found === undefined ? undefined : (names[found] ?? found);
}

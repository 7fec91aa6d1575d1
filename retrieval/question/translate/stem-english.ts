/** Brings the forms of an English word to one stem, the same for questions and for the dictionary. */

/** Form → word, where no rule of endings leads from one to the other. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  (
    "began begin|begun begin|born bear|bought buy|built build|came come|children child|chose choose|chosen choose|" +
    "died die|dying die|drawn draw|drew draw|fallen fall|feet foot|fell fall|flew fly|flown fly|fought fight|" +
    "gave give|given give|gone go|got get|grew grow|grown grow|held hold|kept keep|knew know|known know|laid lay|" +
    "led lead|left leave|lost lose|made make|meant mean|men man|met meet|mice mouse|paid pay|ran run|risen rise|" +
    "rose rise|said say|sent send|shown show|sold sell|spent spend|spoke speak|stood stand|taken take|taught teach|" +
    "teeth tooth|thought think|told tell|took take|understood understand|went go|women woman|won win|wore wear|" +
    "written write|wrote write"
  )
    .split("|")
    .map((pair): [string, string] => {
      const [form = "", base = ""] = pair.split(" ");
      return [form, base];
    }),
);

/** British spelling → the dictionary's, which is American. */
const britishSpellings: readonly (readonly [RegExp, string])[] = [
  [/metre(?=s?$)/u, "meter"],
  [/(?<=cent|theat|lit|fib)re(?=s?$)/u, "er"],
  [/(?<=arm|behavi|col|harb|hon|lab|neighb)our/u, "or"],
  [/(?<=def|lic|off)ence(?=s?$)/u, "ense"],
  [/(?<=[a-z]{3})is(?=(?:e[ds]?|ing|ations?)$)/u, "iz"],
  [/^programme/u, "program"],
  [/^aeroplane/u, "airplane"],
  [/^tonne/u, "ton"],
];

/** End like another form and are none. */
const unchanging: ReadonlySet<string> = new Set(
  "building evening morning news perhaps series species spring".split(" "),
);

const shortestInflected = 4;
const vowel = /[aeiouy]/u;
const doubled = /([bdfgmnprt])\1$/u;

/**
 * Undoes plural, past and -ing and drops a silent e, so that all forms of a word meet. The stem need
 * not be a word.
 *
 * @param word lower case
 */
export function stemEnglish(word: string): string {
  let stem = irregularForms.get(word) ?? word;
  for (const [british, american] of britishSpellings) stem = stem.replace(british, american);
  if (stem.length < shortestInflected || unchanging.has(stem)) return stem;
  if (/(?:ss|sh|ch|x|z)es$/u.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith("ies")) stem = `${stem.slice(0, -3)}y`;
  else if (/[^siu]s$/u.test(stem)) stem = stem.slice(0, -1);
  const uninflected = /^(.{3,})(?:ing|ed)$/u.exec(stem)?.[1];
  if (uninflected !== undefined && vowel.test(uninflected))
    stem = uninflected.replace(doubled, "$1");
  if (stem.length < shortestInflected) return stem;
  return stem.replace(/(?<=.{3})e$/u, "").replace(/(?<=.{2})y$/u, "i");
}

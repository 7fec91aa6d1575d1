/** Reads English bylines and photo credits: `By Jane Doe and Mark Chen`. */

import type { Byline } from "./read-byline.ts";

const particle = "d[ae]|v[ao]n|de[lr]?|bin|al";
const name = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}|(?:${particle})\s)[\p{L}.'’-]*){1,3}`;
const and = String.raw`\s*(?:,\s*and\s|,\s*|\sand\s|\s&\s)\s*`;
const office = String.raw`(?:,?\s+(?:staff\s+(?:writer|reporter|photographer)|(?:special\s+)?correspondent|reporter|in\s+\p{Lu}\p{L}+|(?:for|of)\s+[\p{L}\s]{2,40})|\s*/\s*[\p{L}\s]{2,40})?`;
const writers = new RegExp(
  String.raw`^(?:[Bb][Yy]|Story by|Words by|Written by|Reported by)\s+(${name}(?:${and}${name})*)${office}$`,
  "u",
);
const photographers = new RegExp(
  String.raw`^(?:[Pp]hoto(?:graph)?s?(?:\s+by)?|PHOTO(?:S?\s+BY)?|[Pp]ictures?(?:\s+by)?|[Ii]mage)\s*:?\s+(${name}(?:${and}${name})*)${office}$`,
  "u",
);

/** Undefined for anything else. */
export function readLatinByline(words: string): Byline | undefined {
  const wrote = writers.exec(words)?.[1];
  const took = wrote === undefined ? photographers.exec(words)?.[1] : undefined;
  if (wrote === undefined && took === undefined) return undefined;
  return {
    writers: namesIn(wrote),
    photographers: namesIn(took).filter((one) => !houseWord.test(one)),
    isOfPicture: took !== undefined,
    isOfEditors: false,
    hasRole: true,
    isCertain: true,
  };
}

const bareNames = new RegExp(
  String.raw`^(?:[Bb][Yy]\s+)?(${name}(?:${and}${name})*)${office}$`,
  "u",
);
/** What papers and sites call themselves and their desks. */
const houseWord =
  /\b(?:News|Daily|Times|Post|Press|Agency|Agence|Staff|Team|Desk|Office|University|College|School|Group|Media|Editors?|Reporters?|Correspondents?|Weekly|Journal|Gazette|Herald|Tribune|Review|Magazine|Lab|Inc|Ltd|LLC|Co|Corp|Department|Ministry|Bureau|Committee|Cent(?:er|re)|Institute|Network|Studio|Online|Company|Association|Foundation|Government|Council|City|County|The)\b/u;

/** The persons of a line that is known to name who wrote: `Jane Doe, Mark Chen`. */
export function latinNamesIn(line: string): readonly string[] {
  const names = namesIn(bareNames.exec(line.trim())?.[1]);
  return names.filter((one) => !houseWord.test(one));
}

function namesIn(list: string | undefined): readonly string[] {
  return (list ?? "").split(new RegExp(and, "u")).filter((one) => one !== "");
}

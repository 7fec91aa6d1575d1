/** Reads who wrote, photographed and edited a piece, from words that say nothing else. */

import { type BylineWord, readBylineWord, type Role } from "./byline-words.ts";
import { foldTerms } from "./fold-terms.ts";
import { isPersonName } from "./person-name.ts";
import { readLatinByline } from "./read-latin-byline.ts";

const maxLength = 80;
const maxSourceLength = 24;
const sentenceMark = /[。！？；!?;“”《》"]/u;
/** `记者 全小夏`: a role and what it names, which may be any name. */
const roleAndName =
  /^(?:记者|通讯员|编辑|责编|责任编辑|校对|审核|摄影)\s+(?!简介|手记|札记|部|室)\p{Script=Han}{2,3}$/u;
const edges = /^[^\p{L}\p{N}（(【［[]+|[^\p{L}\p{N}）)】］\].]+$/gu;
const outerBrackets = /^[（(【［[〔]([^（()）【】［\][〔〕]*)[）)】］\]〕]$/u;
const bracketed = /[（(]([^（()）]{1,40})[）)]/gu;
const separator = /[\s、,，/／|｜:：&]+/u;
/** `王 力` is one name: two characters are set apart to fill the space of three. */
const spacedName =
  /(?<![^\s、,，/／:：员者])([^文图圖摄攝\P{Script=Han}])\s{1,2}(?![文图圖摄攝])(\p{Script=Han})(?![^\s、,，/／])/gu;

export interface Byline {
  /** Who wrote, in the order of the line; editors and photographers are not among them. */
  readonly writers: readonly string[];
  readonly photographers: readonly string[];
  /** Whether the last thing it tells is who took or gave a picture: `王小明摄`, `某公司供图`. */
  readonly isOfPicture: boolean;
  /** Whether it names nobody but those who edited or checked. */
  readonly isOfEditors: boolean;
  /** Whether the words say that these are names: `记者`, `责编`, `来源`, `By`. */
  readonly hasRole: boolean;
  /** Whether that cannot be mistaken: `本报记者`, or a role with what surely is a name. */
  readonly isCertain: boolean;
}

/** Undefined where the words say, or may say, something else too. */
export function readByline(words: string): Byline | undefined {
  if (words.length > maxLength || sentenceMark.test(words)) return undefined;
  const trimmed = words.trim().replace(edges, "");
  const bare = outerBrackets.exec(trimmed)?.[1] ?? trimmed;
  return readLatinByline(bare) ?? readHan(bare);
}

interface Named {
  readonly name: string;
  readonly role: Role | undefined;
}

function readHan(words: string): Byline | undefined {
  const understood: (BylineWord & { readonly name?: string })[] = [];
  for (const word of wordsOf(words)) {
    const last = understood.at(-1);
    const isOfSource = last?.kind === "role" && last.role === "source";
    const read = readBylineWord(foldTerms(word));
    if (isOfSource && word.length <= maxSourceLength) understood.push({ kind: "house" });
    else if (read === undefined) return undefined;
    else {
      for (const part of read) {
        understood.push(
          part.kind === "name" ? { ...part, name: word.slice(part.start, part.end) } : part,
        );
      }
    }
  }
  const names = assignRoles(understood);
  const roles = understood.filter((word) => word.kind === "role");
  if (names.length === 0 && roles.length === 0) return undefined;
  const namesOf = (wanted: readonly (Role | undefined)[]): readonly string[] => [
    ...new Set(names.filter(({ role }) => wanted.includes(role)).map(({ name }) => name)),
  ];
  const isSource = roles.some(({ role }) => role === "source") && understood.length > 1;
  const isMarked = roles.length > 0 && names.length > 0 && /[:：/／|｜丨]/u.test(words);
  return {
    writers: namesOf([undefined, "writer"]),
    photographers: namesOf(["photographer"]),
    isOfPicture: roles.at(-1)?.role === "photographer",
    isOfEditors: roles.length > 0 && roles.every(({ role }) => role === "editor"),
    hasRole: roles.length > 0,
    isCertain:
      isSource ||
      roleAndName.test(words) ||
      isMarked ||
      roles.some((role) => role.isCertain) ||
      (roles.length > 0 && names.some(({ name }) => isPersonName(name))),
  };
}

function wordsOf(words: string): readonly string[] {
  return words
    .replace(bracketed, (_, inner: string) => (saysRole(inner) ? ` ${inner} ` : " "))
    .replace(spacedName, "$1$2")
    .split(separator)
    .filter((word) => word !== "");
}

function saysRole(words: string): boolean {
  const [first = ""] = words.split(separator);
  return readBylineWord(foldTerms(first))?.[0]?.kind === "role";
}

/**
 * A name has the role before it, `记者 王小明`; in lines that begin with a name and end with a role
 * it has the one behind it, `王小明/文 李江/图`. `摄` behind the last names is what they did.
 */
function assignRoles(
  words: readonly (BylineWord & { readonly name?: string })[],
): readonly Named[] {
  const isRoleBehind = words[0]?.kind === "name" && words.at(-1)?.kind === "role";
  const lastName = words.findLastIndex(({ kind }) => kind === "name");
  const trailing = words.slice(lastName + 1).flatMap((word) => roleOf(word) ?? []);
  const isPhoto = trailing.includes("photographer") && !trailing.includes("writer");
  return words.flatMap((word, index) => {
    if (word.kind !== "name" || word.name === undefined) return [];
    const before = words.slice(0, index).flatMap((one) => roleOf(one) ?? []);
    const behind = words.slice(index).flatMap((one) => roleOf(one) ?? []);
    const isInLastGroup = words.slice(index, lastName).every(({ kind }) => kind !== "role");
    if (isPhoto && isInLastGroup) return [{ name: word.name, role: "photographer" as const }];
    return [{ name: word.name, role: isRoleBehind ? behind[0] : before.at(-1) }];
  });
}

function roleOf(word: BylineWord): Role | undefined {
  return word.kind === "role" ? word.role : undefined;
}

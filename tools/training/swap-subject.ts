/** Asks a question of another subject of the same kind, which the documents do not speak of. */

import { sha256 } from "../../corpus/ids.ts";
import { tagWords } from "../../retrieval/text/tokens.ts";

/** People, places, organisations and other names in jieba's tags. */
const nameTag = /^n[rstz]/u;
const shortest = 2;
const longestTitle = 12;
const mostTried = 6;

/** Names by what kind of thing they name. */
export type NamesByKind = ReadonlyMap<string, readonly string[]>;

function isPlain(title: string): boolean {
  return title.length >= shortest && title.length <= longestTitle && !/[:(（]/u.test(title);
}

function kindOfTitle(title: string): string {
  return `title ${tagWords(title)[0]?.tag ?? ""}`;
}

/** All names of the questions and titles of their documents. */
export function namesByKind(questions: Iterable<string>, titles: Iterable<string>): NamesByKind {
  const found = new Map<string, Set<string>>();
  const add = (kind: string, name: string): void => {
    const known = found.get(kind);
    if (known === undefined) found.set(kind, new Set([name]));
    else known.add(name);
  };
  for (const question of questions) {
    for (const { word, tag } of tagWords(question)) {
      if (nameTag.test(tag) && word.length >= shortest) add(tag, word);
    }
  }
  for (const title of titles) if (isPlain(title)) add(kindOfTitle(title), title);
  return new Map([...found].map(([kind, names]) => [kind, [...names]]));
}

/**
 * The question with its subject exchanged, in a few ways: the title of its document where it names that,
 * else a name that the document holds. The same for the same question each time.
 *
 * @param rightText text of the documents that answer, titles included
 */
export function swapSubject(
  question: string,
  title: string | undefined,
  rightText: string,
  names: NamesByKind,
): readonly string[] {
  const subject =
    title !== undefined && isPlain(title) && question.includes(title)
      ? { word: title, tag: kindOfTitle(title) }
      : tagWords(question).find(
          ({ word, tag }) =>
            nameTag.test(tag) && word.length >= shortest && rightText.includes(word),
        );
  if (subject === undefined) return [];
  const order = (name: string): string => sha256(question + name);
  return (names.get(subject.tag) ?? [])
    .filter((name) => !rightText.includes(name))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .slice(0, mostTried)
    .map((name) => question.replace(subject.word, () => name));
}

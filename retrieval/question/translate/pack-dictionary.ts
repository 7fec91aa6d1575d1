/** Turns a Chinese–English dictionary around: lines by English phrase, sorted to be searched as they are. */

import { backgroundIdf, isDictionaryWord } from "../../text/word-frequencies.ts";
import { englishWords, phraseKey } from "./english-words.ts";

/** Changes whenever the same dictionary would be packed into other lines. */
export const packingVersion = "2";

export interface DictionaryEntry {
  /** In simplified characters. */
  readonly word: string;
  /** Syllables with tone numbers: `dian4 ti1`. */
  readonly pinyin: string;
  /** Meanings, the first one first; several in one are set apart by semicolons. */
  readonly glosses: readonly string[];
  /** What the word is counted with. */
  readonly classifiers: readonly string[];
}

/** What a line is about, as its first character. */
export const lineKinds = {
  /** English phrase → words that mean it. */
  translation: "=",
  /** English word → words whose meaning holds it among others. */
  mention: "~",
  /** Syllable without tone → characters read so. */
  syllable: "@",
  /** Chinese word → what it is counted with. */
  classifier: "#",
  /** Chinese word → what it means, blanks as underlines. */
  meaning: "<",
} as const;
type LineKind = (typeof lineKinds)[keyof typeof lineKinds];

const longestPhrase = 5;
const longestMention = 6;
const meaningsKept = 12;
const most: Readonly<Record<LineKind, number>> = { "=": 24, "~": 48, "@": 300, "#": 8, "<": 8 };
const longestMeaning = 4;

/** What a second, third … meaning loses, as 1/(1 + decay · rank). */
const translationDecay = 0.12;
const mentionDecay = 0.15;
/** Of a meaning of two words one of which is asked for; falls with the root of their number. */
const mentionLikeness = 0.55;
/** Of what stands before the comma: Nanchang, in "Nanchang, capital of Jiangxi". */
const headShare = 0.9;
/** What rarity in Chinese at large costs: 20 % at most. */
const rarityCost = 0.02;
const percent = 100;

const hanWord = /^[\u3400-\u9fff]+$/u;
/** Glosses about writing and grammar. */
const meansNothing =
  /^(?:(?:old |archaic |Japanese )?variant of|also written|CL:|erroneous|surname |used in |\(bound form\)$|radical )/u;
/** "see 南昌市[Nan2 chang1 Shi4]" */
const reference = /^see (?:also )?(?:[^\s[|]+\|)?([\u3400-\u9fff]+)/u;
const aside = /\([^)]*\)|[\u3400-\u9fff|·]+(?:\[[^\]]*\])?/gu;
const toneOrMark = /[\d:]/gu;

interface Sense {
  readonly meanings: string[];
  /** The word it is only another name of. */
  reference?: string;
}

/** By key: words and percents in turn, so that 130,000 lists stay small in memory. */
type Lists = Map<string, (string | number)[]>;

function add(lists: Lists, key: string, word: string, likeness: number): void {
  const list = lists.get(key);
  const rounded = Math.round(likeness * percent);
  if (list === undefined) lists.set(key, [word, rounded]);
  else list.push(word, rounded);
}

function addWord(lists: Lists, word: string, { meanings }: Sense): void {
  const prior = 1 - rarityCost * backgroundIdf(word);
  for (const [rank, meaning] of meanings.slice(0, meaningsKept).entries()) {
    const plain = meaning.replace(aside, " ");
    const key = phraseKey(englishWords(plain));
    if (key === "") continue;
    const stems = new Set(key.split(" "));
    const decay = 1 / (1 + translationDecay * rank);
    const likeness = prior * decay;
    if (stems.size <= longestPhrase) add(lists, lineKinds.translation + key, word, likeness);
    const head = phraseKey(englishWords(plain.split(",", 1)[0] ?? ""));
    if (head !== key && head !== "") {
      add(lists, lineKinds.translation + head, word, headShare * likeness);
    }
    if (stems.size <= longestMeaning && isDictionaryWord(word)) {
      add(lists, lineKinds.meaning + word, asOneWord(plain), decay);
    }
    // Told in passing, a word that jieba does not know is not worth its place.
    if (stems.size < 2 || stems.size > longestMention || !isDictionaryWord(word)) continue;
    const share = mentionLikeness * Math.sqrt(2 / stems.size);
    for (const stem of stems) {
      add(lists, lineKinds.mention + stem, word, (share * prior) / (1 + mentionDecay * rank));
    }
  }
}

/** Without digits, which follow every word of a line. */
function asOneWord(meaning: string): string {
  return meaning.replace(/\d+/gu, " ").trim().replace(/\s+/gu, "_");
}

function addReading(lists: Lists, { word, pinyin }: DictionaryEntry): void {
  // ü is written u: here, and v, u or yu in names.
  for (const vowel of pinyin.includes("u:") ? ["v", "u", "yu"] : [""]) {
    const syllable = pinyin.toLowerCase().replace("u:", vowel).replace(toneOrMark, "");
    if (!/^[a-z]+$/u.test(syllable)) continue;
    add(lists, lineKinds.syllable + syllable, word, 1 - backgroundIdf(word) / percent);
  }
}

function toLine(key: string, list: readonly (string | number)[]): string {
  const best = new Map<string, number>();
  for (let at = 0; at < list.length; at += 2) {
    const word = String(list[at]);
    best.set(word, Math.max(best.get(word) ?? 0, Number(list[at + 1])));
  }
  // Safe: every key begins with its kind.
  const kept = [...best].sort((a, b) => b[1] - a[1]).slice(0, most[key.charAt(0) as LineKind]);
  return `${key}\t${kept.map(([word, likeness]) => `${word}${likeness}`).join(" ")}`;
}

/**
 * Lines `key⇥word percent word percent …` (no blank between word and percent), best word first,
 * sorted by UTF-16 units. Takes seconds.
 */
export function packDictionary(entries: Iterable<DictionaryEntry>): string {
  const senses = new Map<string, Sense>();
  const lists: Lists = new Map();
  for (const entry of entries) {
    const { word, glosses, classifiers } = entry;
    if (!hanWord.test(word)) continue;
    let sense = senses.get(word);
    if (sense === undefined) senses.set(word, (sense = { meanings: [] }));
    for (const gloss of glosses) {
      const target = reference.exec(gloss)?.[1];
      if (target !== undefined) sense.reference = target;
      else if (!meansNothing.test(gloss)) sense.meanings.push(...gloss.split(";"));
    }
    for (const classifier of classifiers) add(lists, lineKinds.classifier + word, classifier, 1);
    if (word.length === 1) addReading(lists, entry);
  }
  for (const [word, sense] of senses) {
    const referred = sense.reference === undefined ? undefined : senses.get(sense.reference);
    addWord(lists, word, sense.meanings.length === 0 ? (referred ?? sense) : sense);
  }
  const lines: string[] = [];
  for (const [key, list] of lists) {
    lines.push(toLine(key, list));
  }
  return lines.sort().join("\n");
}

/** Puts right what a pinyin keyboard got wrong, where the corpus shows what was meant. */

import type { CorpusSnapshot } from "../corpus-store.ts";
import { normalise } from "../text/normalise.ts";
import { normalisedSentences } from "../text/normalised-sentences.ts";
import { bagOfTokens, bigramToken } from "../text/tokens.ts";
import { asWritten } from "./typos/as-written.ts";
import {
  chooseCorrections,
  type DoubtfulText,
  findDoubts,
  mostCorrections,
  type PairCount,
  pairsOf,
  readForTypos,
} from "./typos/choose-corrections.ts";
import { pairsByEar } from "./typos/pairs-by-ear.ts";

/** What is looked at; a typo further on in a long text hardly matters. */
const mostDoubts = 12;
/** Of a question the corpus speaks of; of others most pairs are unknown without being typos. */
const leastKnownShare = 0.5;
/** Those that hold most of the question, or of what sounds like it. */
const passagesLookedAt = 12;

/**
 * The question with at most three characters replaced by others of the same toneless pinyin: as it is
 * asked (哪里 for 哪黎); as passages write it that hold most of what it may have meant; or else, for a
 * character beside whose neighbours the corpus never has it, as the dictionary word that it knows
 * there. As it was asked where there is nothing to correct, or the corpus knows too little of the rest
 * to tell. Names in 《》 or quotes, question words, Latin and digits stay. Looks up the pairs of the
 * question, and, only where one is in doubt, once more those of all candidates.
 */
export async function correctTypos(question: string, snapshot: CorpusSnapshot): Promise<string> {
  const normalised = normalise(question);
  const typed = readForTypos(normalised);
  if (typed.pairs.length === 0) return question;
  const { hearAsking } = await import("./typos/hear-asking.ts");
  const heard = hearAsking(typed).join("");
  const corrected = await correctByCorpus(readForTypos(heard), heard, snapshot);
  return asWritten(question, normalised, corrected ?? heard);
}

/** Undefined where the corpus does not tell. */
async function correctByCorpus(
  text: DoubtfulText,
  question: string,
  snapshot: CorpusSnapshot,
): Promise<string | undefined> {
  const counts = new Map<string, number>();
  const count: PairCount = (pair) => counts.get(pair) ?? 0;
  async function learn(pairs: readonly string[]): Promise<void> {
    const found = await snapshot.documentFrequencies(pairs.map(bigramToken));
    for (const pair of pairs) counts.set(pair, found.get(bigramToken(pair)) ?? 0);
  }

  await learn(pairsOf(text));
  const doubts = findDoubts(text, count).slice(0, mostDoubts);
  if (doubts.length === 0) return undefined;

  const [{ homophonesOf }, { respell }] = await Promise.all([
    import("./typos/homophones.ts"),
    import("./typos/respell.ts"),
  ]);
  const candidates = new Map(doubts.map((at) => [at, homophonesOf(text.characters[at] ?? "")]));
  const meant = pairsByEar(text, candidates);
  await learn(meant.filter((pair) => !counts.has(pair)));

  const likely = meant.filter((pair) => count(pair) > 0);
  const tokens = new Set([...bagOfTokens(question), ...likely.map(bigramToken)]);
  const hits = await snapshot.searchFullText([...tokens], { limit: passagesLookedAt });
  const passages = hits.flatMap(({ chunk }) => normalisedSentences(chunk)).join("\n");
  const { characters: respelt, settled } = respell({ question }, passages, count);

  const others = new Map([...candidates].filter(([at]) => !settled.has(at)));
  const changed = respelt.filter((own, at) => own !== text.characters[at]).length;
  const characters = chooseCorrections(
    { ...text, characters: respelt },
    others,
    count,
    mostCorrections - changed,
  );
  const pairs = pairsOf({ ...text, characters });
  const known = pairs.filter((pair) => count(pair) > 0 || passages.includes(pair));
  return known.length < leastKnownShare * pairs.length ? undefined : characters.join("");
}

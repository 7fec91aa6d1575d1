/** Holds a drafted statement against its sentences, and against what no statement may hold at all. */

import { checkStatement } from "../verification/check-statement.ts";
import type { DraftStatement, EvidenceSentence } from "../verification/evidence.ts";
import { foreignWords } from "./foreign-words.ts";

/** What became of one draft. */
export interface CheckedDraft extends DraftStatement {
  /** 1 as first written, 2 as mended. */
  readonly attempt: 1 | 2;
  readonly supported: boolean;
  /** Rules by which it follows, where it does. */
  readonly rules: readonly string[];
  readonly problems: readonly DraftProblem[];
}

export interface DraftProblem {
  /** A kind of the verification's, or `length`, `address`, `leak`, `foreign`. */
  readonly kind: string;
  readonly found: string;
  readonly message: string;
}

export type CheckDraft = (draft: DraftStatement, attempt: CheckedDraft["attempt"]) => CheckedDraft;

const longestStatement = 400;
/** Characters that a statement may share with its instructions by chance. */
const chanceOfWords = 14;
const address =
  /(?:https?:\/\/|www\.)[^\s，。；、）)]+|[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w@])@\w{3,}/giu;

/**
 * @param evidence the sentences the writer was given
 * @param instructions what else it was given; no statement may repeat it
 */
export function createDraftCheck(
  evidence: readonly EvidenceSentence[],
  instructions: string,
): CheckDraft {
  const byNumber = new Map(evidence.map((sentence) => [sentence.n, sentence]));
  const secret = bare(instructions);
  return (draft, attempt) => {
    const sentences = draft.citations.flatMap((n) => byNumber.get(n) ?? []);
    const cited = sentences.map(({ text }) => text).join("\n");
    // What is far too long is not worth the work of reading it.
    const tooMuch = tooLong(draft);
    if (tooMuch.length > 0) return stop(draft, attempt, tooMuch);
    const own = [
      ...foreignAddresses(draft, cited),
      ...repeatedInstructions(draft, cited, secret),
      ...unheardOf(draft, sentences),
    ];
    const verdict = checkStatement(draft, byNumber);
    if (verdict.kind === "unsupported") return stop(draft, attempt, [...own, ...verdict.problems]);
    if (own.length > 0) return stop(draft, attempt, own);
    return { ...draft, attempt, supported: true, rules: verdict.rules, problems: [] };
  };
}

function stop(
  draft: DraftStatement,
  attempt: CheckedDraft["attempt"],
  problems: readonly DraftProblem[],
): CheckedDraft {
  return { ...draft, attempt, supported: false, rules: [], problems };
}

function tooLong({ text }: DraftStatement): readonly DraftProblem[] {
  if (text.length <= longestStatement) return [];
  const found = String(text.length);
  return [{ kind: "length", found, message: `write at most ${longestStatement} characters` }];
}

function foreignAddresses({ text }: DraftStatement, cited: string): readonly DraftProblem[] {
  return [...text.matchAll(address)]
    .filter(([found]) => !cited.includes(found))
    .map(([found]) => ({
      kind: "address",
      found,
      message: "give no address that the cited sentences do not hold",
    }));
}

function unheardOf(
  { text }: DraftStatement,
  sentences: readonly EvidenceSentence[],
): readonly DraftProblem[] {
  const around = sentences.flatMap((sentence) => [
    sentence.text,
    sentence.before,
    sentence.after,
    sentence.title,
    sentence.section,
  ]);
  const context = around.filter((part) => part !== undefined).join("\n");
  return foreignWords(text, context).map((found) => ({
    kind: "foreign",
    found,
    message: `“${found}” stands nowhere in or beside the cited sentences; leave it out`,
  }));
}

function repeatedInstructions(
  { text }: DraftStatement,
  cited: string,
  secret: string,
): readonly DraftProblem[] {
  const [said, known] = [bare(text), bare(cited)];
  for (let at = 0; at + chanceOfWords <= said.length; at++) {
    const words = said.slice(at, at + chanceOfWords);
    if (secret.includes(words) && !known.includes(words)) {
      return [{ kind: "leak", found: words, message: "say only what the cited sentences say" }];
    }
  }
  return [];
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

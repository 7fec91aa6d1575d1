/** Reads what a text denies. */

import { contentWords } from "../text/content-words.ts";
import { splitClauses } from "../text/clauses.ts";

/** Hold a word of negation without denying anything, or are figures' words. */
const harmless =
  /不仅仅?|不但|不单|不只|不光|不断|不少|不同|不过|不久|不管|不论|不如|不足|不到|不满|不低于|不少于|不超过|不高于|不等|不锈钢|不约而同|不乏|不愧|不时|不已|不止|不得不|不由|不禁|不易|不敌|不动产|不可或缺|不可避免|不舍|不懈|不遗余力|差不多|对不起|了不起|是不是|能不能|会不会|要不要|无论|无名|无人机|无人驾驶|无线|无锡|无障碍|无偿|无缝|无疑|无数|无穷|未来|未成年|非常|非遗|非洲|非物质|除非|若非|否则|是否|能否|可否|与否|别的|特别|级别|性别|识别|区别|分别|个别|告别|鉴别|类别|别墅|没收|莫|not only|not just|no less than|no fewer than|no more than|no\. ?\d/gu;
const negator =
  /没有|没能|没|并未|尚未|从未|未能|未曾|未|并不|不必|不用|不需要?|无须|不再|不能|不会|不得|不|无法|无需|毫无|无|并非|非|\b(?:not|no|never|without|neither|nor|cannot|failed to|hardly)\b|n['’]t\b/gu;
/** Deny what stands before or behind them. */
const denyingVerb =
  /否认|拒绝|取消|禁止|严禁|停止|暂停|停办|叫停|杜绝|免收|\b(?:denied|denies|refused|cancelled|canceled|banned|scrapped|suspended|halted|stopped)\b/gu;
/** What is denied stands before these. */
const headEnd = /[、“”‘’《》（）()[\]].*$/u;
/** A verb that the segmenter, without its sentence, takes for something else. */
const firstPair = /^\p{Script=Han}{2}/u;
const headReach = 12;
const latinHeadReach = 40;
const nearReach = 8;
const latinNearReach = 30;

export interface Negation {
  readonly words: string;
  /** What is denied: the first content words behind, the nearest first; never empty. */
  readonly heads: readonly string[];
}

function blankHarmless(plain: string): string {
  return plain
    .replace(/《[^》]*》/gu, (found) => "〓".repeat(found.length))
    .replace(harmless, (found) => "〓".repeat(found.length));
}

const isLatin = (word: string): boolean => /[a-z]/u.test(word);

/** In reading order. */
export function readNegations(plain: string): readonly Negation[] {
  return splitClauses(blankHarmless(plain)).flatMap(({ text }) =>
    [...text.matchAll(negator)].flatMap(({ 0: words, index }) => {
      const reach = isLatin(words) ? latinHeadReach : headReach;
      const behind = text
        .slice(index + words.length, index + words.length + reach)
        .replace(headEnd, "");
      const rest = behind.replace(negator, " ");
      const pair = firstPair.exec(rest)?.[0];
      const found = contentWords(rest).filter((word) => word.length > 1);
      // The first is often a helper: `did not keep running`, 没有建成通车.
      const heads = found.slice(0, 2);
      if (heads.length > 0) return [{ words, heads }];
      return pair === undefined ? [] : [{ words, heads: [pair] }];
    }),
  );
}

/** How often the word stands in the text, affirmed and denied. */
export function affirmations(
  head: string,
  plain: string,
): { readonly affirmed: number; readonly denied: number } {
  let affirmed = 0;
  let denied = 0;
  for (const { text } of splitClauses(blankHarmless(plain))) {
    for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
      const lead = text.slice(Math.max(0, at - (isLatin(head) ? latinNearReach : nearReach)), at);
      const isDenied = lead.search(negator) !== -1 || text.search(denyingVerb) !== -1;
      if (isDenied) denied++;
      else affirmed++;
    }
  }
  return { affirmed, denied };
}

const stops =
  /(?<words>停止|暂停|叫停|取消|禁止|严禁|拒绝)(?:了|对外)?(?<head>\p{Script=Han}{2})/gu;

/** Verbs that say that something ends or is forbidden, with what: 停止开放. */
export function readStops(
  plain: string,
): readonly { readonly words: string; readonly head: string }[] {
  return [...plain.matchAll(stops)].map(({ groups }) => ({
    words: groups?.["words"] ?? "",
    head: groups?.["head"] ?? "",
  }));
}

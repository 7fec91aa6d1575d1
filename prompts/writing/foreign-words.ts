/**
 * Finds what a writer brought along that stands nowhere around its sources: somebody who is said to
 * have reported it, what or whom something is said to be, and the second of a kind for the first.
 */

import { normalise } from "../../retrieval/text/normalise.ts";
import { bigrams } from "../../retrieval/text/tokens.ts";

const attributions = [
  /(?:^|[,，。;；])(?:据|根据|按照?)?(\p{Script=Han}[\p{Script=Han}a-z·]{1,13}?)(?:的)?(?:报道|消息|透露|测算|披露|爆料|证实|声称)(?=$|[,，。:：;；])/giu,
  /(?:^|[,，。;；])(?:据|根据|按照?)(\p{Script=Han}[\p{Script=Han}a-z·]{1,13}?)(?:的)?(?:说法|统计|介绍|数据|研究)(?=$|[,，。:：;；])/giu,
] as const;
/** 是钱小刚 with nothing behind it, or 由赵大海出资. */
const identity =
  /(?:是|为|叫|名叫|由|归)(\p{Script=Han}{2,4}?)(?=$|[,，。;；、!！?？]|(?:个人|独自|亲自)?(?:出资|担任|捐|设计|建造|指挥|负责))/gu;
/** 青石二中 for 青石一中, 2号线 for 1号线: names that differ only in their number. */
const numbered =
  /(\p{Script=Han}{2})(?:第)?([一二三四五六七八九十]{1,3}|\d{1,3})(号线|号楼|号院|标段|期工程|中|小|院|厂)(?!国|心|央|时|旬|型|于|间|午)/gu;
const numerals = "(?:第)?(?:[一二三四五六七八九十]{1,3}|\\d{1,3})";
/** Of an attribution's letter pairs, that must stand around the sources. */
const knownShare = 0.5;

/** The foreign words as the statement has them in normalised form, each once. */
export function foreignWords(statement: string, around: string): readonly string[] {
  const text = normalise(statement);
  const context = normalise(around);
  const known = new Set(bigrams(context));
  const reported = attributions
    .flatMap((attribution) => [...text.matchAll(attribution)])
    .flatMap(([, source = ""]) => {
      const pairs = bigrams(source);
      const share = pairs.filter((pair) => known.has(pair)).length / Math.max(1, pairs.length);
      return share < knownShare ? [source] : [];
    });
  const identified = [...text.matchAll(identity)].flatMap(([, what = ""]) =>
    [...what].some((letter) => context.includes(letter)) ? [] : [what],
  );
  const exchanged = [...text.matchAll(numbered)].flatMap(([name, before = "", , after = ""]) => {
    if (context.includes(name)) return [];
    return new RegExp(before + numerals + after, "u").test(context) ? [name] : [];
  });
  return [...new Set([...reported, ...identified, ...exchanged])];
}

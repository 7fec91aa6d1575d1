/** Finds who held a post that one person holds at a time: 首任校长, 第三任馆长. */

import { surnames } from "../../verification/names/name-words.ts";

export interface Holder {
  readonly words: string;
  /** Half-open offsets in the plain text. */
  readonly start: number;
  readonly end: number;
}

const asked =
  /(?<order>首任|第[一二三四五六七八九十\d]+任)的?(?<post>\p{Script=Han}{2,4}?)(?=是|由|叫|为|的|[?？]|$)/u;
const name = String.raw`\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}?)+|\p{Script=Han}{2,4}?`;
const nameEnd = String.raw`(?=[，。、；,.;（(]|$|在|于|说|表示|同志|先生|女士|带领|上任)`;
const takesOffice = String.raw`(?:同志|先生|女士)?(?:出任|担任|就任|任|当选为?|成为|受聘为|被任命为|被聘为|是)`;
const nameStart = String.raw`(?:^|[，。；、\s]|由|任命|聘请|推举|推选)`;
const longestBetween = 12;

/** 第一任 is 首任. */
function formsOf(order: string): string {
  return order === "首任" || order === "第一任" ? "(?:首任|第一任)" : order;
}

function isName(words: string): boolean {
  return words.includes("·") || surnames.has(words.charAt(0)) || surnames.has(words.slice(0, 2));
}

/**
 * @param question normalised
 * @param plain see `plainText`
 * @returns in reading order; empty where the question asks for no such post
 */
export function postHolders(question: string, plain: string): readonly Holder[] {
  const { order, post } = asked.exec(question)?.groups ?? {};
  if (order === undefined || post === undefined) return [];
  const title = `${formsOf(order)}的?${post}`;
  const patterns = [
    String.raw`${title}(?:是|为|由|叫|：)?(?<name>${name})${nameEnd}`,
    String.raw`${nameStart}(?<name>${name})${takesOffice}[^，。；]{0,${longestBetween}}${title}`,
  ];
  return patterns
    .flatMap((pattern) => [...plain.matchAll(new RegExp(pattern, "dgu"))])
    .flatMap(({ groups, indices }) => {
      const [words, place] = [groups?.["name"], indices?.groups?.["name"]];
      if (words === undefined || place === undefined || !isName(words)) return [];
      return [{ words, start: place[0], end: place[1] }];
    });
}

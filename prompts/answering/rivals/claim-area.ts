/** Of where a claim is: the place its subject is part of, 青湾镇 where the question says 青湾. */

/** What a sentence names of the place of its subject. */
export interface ClaimArea {
  /** As it stands there: 青湾镇, 全市. */
  readonly words: string;
  /** 镇, 市: how large it is. */
  readonly rank: string | undefined;
  /** 滨湖区 of 临江市滨湖区: a part of the subject. */
  readonly part: string | undefined;
}

const shortestRoot = 2;
const rankEnd = /(?<=\p{Script=Han}{2})[省市县区镇乡村州]$/u;
const afterRoot =
  /^(?<rank>高新区|开发区|经开区|新区|城区|[省市县区镇乡村州](?!场|民|长|委|政|里|内|中心))?(?<part>(?![的全本我该古])\p{Script=Han}{1,4}?(?:高新区|开发区|经开区|新区|城区|(?<![园地景小社山库牧林校厂古])[区县镇]|街道))?/u;
const whole = /(?:全|[我本该])(?<rank>[国省市县区镇乡村州])(?!民|长|委|内外)/u;

/** The word without the rank of the place it names: 临江 of 临江市. */
export function rootOf(word: string): string {
  return word.replace(rankEnd, "");
}

/**
 * @param lead plain text before the value
 * @param subjects words of the question that name its subject
 * @returns undefined where the sentence names no place of the subject
 */
export function claimArea(lead: string, subjects: readonly string[]): ClaimArea | undefined {
  for (const subject of subjects) {
    const root = rootOf(subject);
    const at = root.length < shortestRoot ? -1 : lead.lastIndexOf(root);
    if (at < 0) continue;
    const found = afterRoot.exec(lead.slice(at + root.length));
    const { rank, part } = found?.groups ?? {};
    if (rank !== undefined || part !== undefined) {
      return { words: root + (rank ?? "") + (part ?? ""), rank, part };
    }
  }
  const level = whole.exec(lead);
  const rank = level?.groups?.["rank"];
  return level === null ? undefined : { words: level[0], rank, part: undefined };
}

/** Whether two claims are of places that are not the same. */
export function areOtherAreas(one: ClaimArea | undefined, other: ClaimArea | undefined): boolean {
  if (one?.part !== other?.part) return true;
  return one?.rank !== undefined && other?.rank !== undefined && one.rank !== other.rank;
}

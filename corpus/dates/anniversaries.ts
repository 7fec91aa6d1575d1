/** Events whose anniversaries papers keep, with their years: `新中国成立75周年`. */

const events: readonly (readonly [name: RegExp, year: number])[] = [
  [/辛亥革命/u, 1911],
  [/五四运动/u, 1919],
  [/建党|党成立|共产党成立|党的生日/u, 1921],
  [/共青团成立|建团|青年团成立/u, 1922],
  [/建军|解放军成立|解放军建军|南昌起义/u, 1927],
  [/长征出发/u, 1934],
  [/长征胜利/u, 1936],
  [/抗战胜利|抗日战争(?:暨世界反法西斯战争)?胜利|反法西斯战争胜利/u, 1945],
  [/联合国成立|联合国成立大会/u, 1945],
  [/(?:新中国|中华人民共和国|人民共和国|共和国|祖国)成立|建国|国庆|人民政协成立|政协成立/u, 1949],
  [/抗美援朝(?:出国作战)?/u, 1950],
  [/人民代表大会(?:制度)?(?:成立|建立)/u, 1954],
  [/新疆维吾尔自治区成立/u, 1955],
  [/宁夏回族自治区成立|广西壮族自治区成立/u, 1958],
  [/西藏自治区成立/u, 1965],
  [/改革开放/u, 1978],
  [/深圳经济特区(?:成立|建立)/u, 1980],
  [/海南建省/u, 1988],
  [/浦东开发开放/u, 1990],
  [/香港回归(?:祖国)?/u, 1997],
  [/澳门回归(?:祖国)?/u, 1999],
  [/汶川(?:特大)?地震/u, 2008],
];
/** Longest stretch between the event's name and the count. */
const nameLength = 16;

/**
 * The year in which the event in the words had its so-many-th anniversary.
 *
 * @param before what stands right before the count
 */
export function anniversaryYear(before: string, count: number): number | undefined {
  const near = before.slice(-nameLength);
  const event = events.find(([name]) => new RegExp(`(?:${name.source})$`, "u").test(near));
  return event === undefined || !Number.isInteger(count) ? undefined : event[1] + count;
}

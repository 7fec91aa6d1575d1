/** Knows the words of which bylines are made: roles, names, houses and deeds. */

import { isLikelyName, isPenName, isPersonName } from "./person-name.ts";

/** What a word says of the names beside it. */
export type Role = "writer" | "photographer" | "editor" | "source";

export type BylineWord =
  | {
      readonly kind: "role";
      readonly role: Role;
      /** Whether it names the house too, or cannot be an ordinary word: `本报记者`. */
      readonly isCertain: boolean;
    }
  /** `start` and `end` within the word. */
  | { readonly kind: "name"; readonly start: number; readonly end: number }
  /** A paper, agency or office. */
  | { readonly kind: "house" };

const self = "本报|本刊|本网|本台|我报|本社|报社";
const house = String.raw`\p{Script=Han}{1,14}?(?:报|社|网|台|电讯|周刊|杂志|客户端|融媒体?(?:中心)?|新闻(?:网|中心|频道)|编辑部|传媒|发布|中心|大学|学院)`;
const prefixes =
  "全媒体|融媒体|首席|资深|见习|实习|特约|特派|高级|主任|时政|财经|体育|文化|视频|摄影|文字|新闻|区域|驻\\p{Script=Han}{2,3}|记者站";
const reporters = "记者|通讯员|特派员|实习生|评论员|撰稿人|报道员|报道组|观察员";
const rolesApart: readonly (readonly [Role, string])[] = [
  ["writer", "撰稿|撰文|作者|原创|执笔|采写|采访|整理|编译|口述|文字|主笔|供稿|文案|文|记者手记"],
  ["photographer", "摄影|摄像|供图|图片|制图|漫画|插图|绘图|视频|图|摄"],
  ["source", "来源|稿源|转自|原载|出处|信息来源|文章来源|图源|图片来源"],
];
const editors =
  "责任编辑|责编|编辑|版式|美编|美术编辑|校对|校检|审核|审读|初审|复审|终审|一审|二审|三审|统筹|总策划|策划|监制|总监制|值班编委|值班主任|值班编辑|值班总编|视觉设计|视觉|设计|制作|排版|组版|出品人|出品|主编|执行主编|编审|编排|投稿";
const deeds: readonly (readonly [Role, RegExp])[] = [
  ["writer", /(?:(?:综合|摄影|联合)?报[道导]|整理|撰文|采写|编译|供稿)$/u],
  ["photographer", /(?:摄影?|供图|制图|提供)$/u],
];
/** What gives a picture or a text without being a name. */
const giver = /^\p{Script=Han}{2,16}$/u;
/** Words of this length that end so are offices and no names. */
const office = /^\p{Script=Han}+[局部委会院校站所处厅办队村镇区县市馆厂司社报网台讯电组室]$/u;
const shortestOffice = 3;
/** Office or rank before a name: `青石大学教授`. */
const position =
  /^\p{Script=Han}{0,16}(?:教授|研究员|院士|博士|专家|主任|主席|书记|委员|代表|会长|院长|校长|局长|处长|市长|县长|区长|馆长|律师|作家|诗人|学者|老师|读者|学生)$/u;

const reporter = new RegExp(
  `^(${self}|${house})?(?:\\p{Script=Han}{0,6}?)(?:${prefixes})*(?:${reporters})`,
  "u",
);
const editor = new RegExp(`^(?:本版|本期)?(?:${editors})(?=$|\\p{Script=Han}{2,3}$)`, "u");
const apart = rolesApart.map(([role, words]) => [role, new RegExp(`^(?:${words})$`, "u")] as const);
const houseOnly = new RegExp(`^(?:${self}|${house})$`, "u");

/**
 * What the word says, one after another: `本报记者王小明摄` is a role, a name and a role. Undefined
 * where it is none of these.
 *
 * @param word in simplified terms, without blanks
 */
export function readBylineWord(word: string): readonly BylineWord[] | undefined {
  const found = reporter.exec(word);
  if (found !== null) {
    const [{ length }, ofHouse] = found;
    const role = { kind: "role", role: "writer", isCertain: ofHouse !== undefined } as const;
    return continued(role, word, length);
  }
  for (const [role, pattern] of apart) {
    if (pattern.test(word)) return [{ kind: "role", role, isCertain: false }];
  }
  const edits = editor.exec(word)?.[0].length;
  if (edits !== undefined) {
    return continued({ kind: "role", role: "editor", isCertain: false }, word, edits);
  }
  return readPlain(word, 0);
}

/** Whether the word is the name of a paper, an agency or a site. */
export function isHouse(word: string): boolean {
  return houseOnly.test(word);
}

function continued(
  role: BylineWord,
  word: string,
  length: number,
): readonly BylineWord[] | undefined {
  if (length === word.length) return [role];
  const rest = readPlain(word, length);
  return rest === undefined ? undefined : [role, ...rest];
}

/** A name, house or office from the offset on, perhaps with what it did: `王小明摄`. */
function readPlain(word: string, start: number): readonly BylineWord[] | undefined {
  const plain = word.slice(start);
  for (const [role, pattern] of deeds) {
    const length = pattern.exec(plain)?.[0].length;
    if (length === undefined) continue;
    const deed = { kind: "role", role, isCertain: plain.endsWith("供图") } as const;
    const doer = plain.slice(0, -length);
    if (doer === "") return [deed];
    if (isPersonName(doer)) {
      return [{ kind: "name", start, end: start + doer.length }, deed];
    }
    if (giver.test(doer)) return [{ kind: "house" }, deed];
  }
  if (houseOnly.test(plain) || position.test(plain) || isOffice(plain)) return [{ kind: "house" }];
  return isPenName(plain) ? [{ kind: "name", start, end: word.length }] : undefined;
}

function isOffice(word: string): boolean {
  return word.length >= shortestOffice && office.test(word) && !isLikelyName(word);
}

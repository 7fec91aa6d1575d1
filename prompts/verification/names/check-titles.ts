/** Catches one person's part given to another: of `编剧甲和导演乙`, `导演甲`. */

import { type TaggedWord, tagWords } from "../../../retrieval/text/tokens.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { surnames } from "./name-words.ts";

const part =
  /^(?:编剧|导演|主演|制片人|作曲|作词|主编|作者|译者|画家|前锋|后卫|中场|门将|队长|队员|教练|主教练|助教|裁判|店主|老板|村民|村主任|书记|支书|校长|老师|教师|学生|家长|医生|护士|护士长|患者|院长|主任|馆长|所长|局长|处长|科长|科员|站长|厂长|经理|总经理|董事长|总裁|总监|工程师|技术员|研究员|教授|博士|记者|主持人|律师|法官|检察官|民警|队长|司机|乘客|业主|房东|租客|租户|买家|卖家|原告|被告|被告人|被害人|市长|县长|镇长|乡长|区长|省长|部长|秘书长|会长|理事长|创始人|负责人|发言人|志愿者|运动员|冠军|亚军|季军|父亲|母亲|丈夫|妻子|儿子|女儿|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆)$/u;
const nameReach = 3;
const hanOnly = /^\p{Script=Han}+$/u;

/** Each word for a part with the letters that stand right behind it, where a name would. */
function partsOf(plain: string): readonly { readonly part: string; readonly behind: string }[] {
  let at = 0;
  const words: readonly TaggedWord[] = tagWords(plain);
  return words.flatMap(({ word }) => {
    at += word.length;
    const behind = plain.slice(at, at + nameReach);
    return part.test(word) && hanOnly.test(behind.slice(0, 2)) && surnames.has(behind.charAt(0))
      ? [{ part: word, behind }]
      : [];
  });
}

/** Which part the statement gives to whoever is named by the letters. */
function isGiven(role: string, name: string, plain: string): boolean {
  const link = String.raw`(?:是|为|：|:|由|叫|，)?`;
  return (
    new RegExp(`${role}${link}${name}`, "u").test(plain) ||
    new RegExp(`${name}(?:是|为|担任|任)[^，。；和]{0,10}${role}`, "u").test(plain)
  );
}

export function checkTitles(statement: ReadText, cited: CitedText): Finding {
  const known = partsOf(cited.plain);
  const problems = known.flatMap(({ part: own, behind }): readonly Problem[] => {
    const name = [3, 2]
      .map((length) => behind.slice(0, length))
      .find((one) => hanOnly.test(one) && statement.plain.includes(one));
    if (name === undefined || isGiven(own, name, statement.plain)) return [];
    const taken = known.find(
      (other) =>
        other.part !== own &&
        !other.behind.startsWith(name) &&
        isGiven(other.part, name, statement.plain) &&
        !isGiven(other.part, name, cited.plain),
    );
    if (taken === undefined) return [];
    const message = `the cited sentences call ${name} "${own}", not "${taken.part}".`;
    return [{ kind: "name", found: name, message }];
  });
  return { problems, rules: [] };
}

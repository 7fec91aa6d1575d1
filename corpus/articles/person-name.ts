/** Recognises persons' names by their shape: a family name and one or two characters more. */

import { foldTerms } from "./fold-terms.ts";

/** Common enough to show a name wherever one may stand. */
const commonSurnames = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石贾韦夏付傅邹熊孟秦邱侯江尹薛闫段雷龙陶贺顾郝龚邵万覃武钱戴严莫孔汤赖康洪施柳颜毛聂季倪骆樊耿岳翟鲍俞殷费祝柯岑华卞金常温葛鲁涂宁林高方史毕章白乔黎邢裴庄盛庞项卓冉柴连尚饶欧阳",
);
/** Also family names, but begin as many common words. */
const rareSurnames = new Set(
  "于安褚卫尤戚喻柏水窦云奚郎昌苗凤花酆廉滕邬乐时皮齐伍元卜平和穆湛祁禹狄米贝明臧计伏成谈茅纪舒屈阮蓝席麻强路娄危童梅刁霍虞支管经房裘缪干解应宗宣郁单杭包诸左吉嵇荣翁荀甄曲家封储靳松井富巫乌焦巴弓牧隗谷车宓蓬全班仰秋仲伊宫仇栾暴甘厉祖符景詹束幸司韶郜蓟薄印宿怀蒲邰从鄂索咸籍蔺屠蒙池阴闻党贡劳申扶堵宰雍璩桑桂濮牛寿通边扈燕冀郏浦农别晏瞿阎充慕茹习艾鱼容古易慎戈庾终暨居衡步满弘匡文寇广禄东利蔚越隆师巩晁勾敖融冷辛阚那简空沙关蒯相查荆红游竺权逯盖益桓公仉督帅缑亢况郈琴归海晋楚法钦仝佟商佘佴伯赏墨哈谯笪年爱言福代由粟辜丘初苑揭占芦战操官原冼凃揣逄",
);
const compoundSurname =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|端木|百里|南宫|独孤)/u;
/** `阿依·古丽`. */
const foreignName = /^\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8}){1,3}$/u;
const penName = /^\p{Script=Han}{2,4}$/u;

/** Whether the word is shaped as a full name. */
export function isPersonName(word: string): boolean {
  return isNameOf(word, (surname) => commonSurnames.has(surname) || rareSurnames.has(surname));
}

/** Whether it is hardly anything but a full name. */
export function isLikelyName(word: string): boolean {
  return isNameOf(word, (surname) => commonSurnames.has(surname));
}

/** Whether somebody may sign with the word where a name is due. */
export function isPenName(word: string): boolean {
  return foreignName.test(word) || penName.test(word);
}

function isNameOf(word: string, isSurname: (character: string) => boolean): boolean {
  if (foreignName.test(word)) return true;
  if (!penName.test(word)) return false;
  const folded = foldTerms(word);
  if (compoundSurname.test(folded)) return folded.length >= 3;
  return folded.length <= 3 && isSurname(folded.charAt(0));
}

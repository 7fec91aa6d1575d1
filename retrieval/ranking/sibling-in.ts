/** Finds what differs from a thing of the question only by its number or its opposite: 一桥 for 二桥. */

/** What is asked, and what a text names in its place. */
export interface Mistaken {
  readonly asked: string;
  readonly other: string;
}

const number = String.raw`\d{1,2}|[一二三四五六七八九十]{1,2}`;
/** 第七届, 二期, 一季度: each stands for its whole row. */
const inRow = new RegExp(
  `(?<!\\d)(?<mark>${number})(?<kind>届|季度|期|任(?!何|务)|季(?!度)|代(?!表|理))`,
  "gu",
);
/** 二桥, 3号: of things that go by the same name. */
const named = new RegExp(
  `(?<name>\\p{Script=Han})(?<![第月])(?<mark>${number})(?<kind>[桥号馆院校中小厂队组])`,
  "gu",
);
/** 流浪地球2 and its like. */
const titled =
  /(?<name>\p{Script=Han}{2})(?<mark>\d{1,2})(?<kind>)(?![\d.年月日时点分个名人家项万亿千百%号届期米公])/gu;
const opposites: readonly (readonly string[])[] = [
  ["新", "旧", "老"],
  ["男", "女"],
  ["上半年", "下半年"],
];
const digits = "零一二三四五六七八九";

const opposed = /[馆店校区城厂桥楼村院子单双]/u;

/** 十一 → 11. */
function valueOf(mark: string): number {
  if (/^\d/u.test(mark)) return Number(mark);
  const [tens, ones] = mark.includes("十") ? mark.split("十") : ["", mark];
  const ten = mark.includes("十") ? (tens ? digits.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? digits.indexOf(ones) : 0);
}

function numbersIn(text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map(({ groups }) => {
    const { mark = "", kind = "", name = "" } = groups ?? {};
    return { mark, value: valueOf(mark), kind, name };
  });
}

function numberedSibling(question: string, text: string, pattern: RegExp): Mistaken | undefined {
  const asked = numbersIn(question, pattern);
  const told = numbersIn(text, pattern);
  for (const { mark, value, kind, name } of asked) {
    const isOfRow = (one: (typeof told)[number]) => one.kind === kind && one.name === name;
    const others = told.filter(isOfRow);
    if (text.includes(mark + kind) || others.some((one) => one.value === value)) continue;
    // Where several are asked for, each may be told of by itself.
    if (others.some((one) => asked.some((each) => isOfRow(each) && each.value === one.value)))
      continue;
    const [other] = others;
    const before = kind === "" ? name : "";
    if (other !== undefined)
      return { asked: before + mark + kind, other: before + other.mark + kind };
  }
  return undefined;
}

function oppositeIn(question: string, text: string): Mistaken | undefined {
  for (const row of opposites) {
    for (const mark of row) {
      const at = question.indexOf(mark);
      const kind = mark.length > 1 ? "" : question.charAt(at + 1);
      if (at < 0 || (mark.length === 1 && !opposed.test(kind))) continue;
      // 男女单打 is both.
      if (row.some((one) => text.includes(mark + one))) continue;
      if (text.includes(mark + kind)) continue;
      const other = row.find((one) => one !== mark && text.includes(one + kind));
      if (other !== undefined && !question.includes(other + kind))
        return { asked: mark + kind, other: other + kind };
    }
  }
  return undefined;
}

/**
 * @param question normalised
 * @param text normalised
 * @returns undefined where the text names the question's as well, or none of its kind
 */
export function siblingIn(question: string, text: string): Mistaken | undefined {
  return (
    numberedSibling(question, text, inRow) ??
    numberedSibling(question, text, named) ??
    numberedSibling(question, text, titled) ??
    oppositeIn(question, text)
  );
}

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

/** 十一 → 11. */
function valueOf(mark: string): number {
  if (/^\d/u.test(mark)) return Number(mark);
  const [tens, ones] = mark.includes("十") ? mark.split("十") : ["", mark];
  const ten = mark.includes("十") ? (tens ? digits.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? digits.indexOf(ones) : 0);
}

function numberedSibling(question: string, text: string, pattern: RegExp): Mistaken | undefined {
  for (const { groups: asked } of question.matchAll(pattern)) {
    const others = [...text.matchAll(pattern)].filter(
      ({ groups }) => groups?.["kind"] === asked?.["kind"] && groups?.["name"] === asked?.["name"],
    );
    const { mark = "", kind = "", name = "" } = asked ?? {};
    const wanted = valueOf(mark);
    if (text.includes(mark + kind)) continue;
    if (others.some(({ groups }) => valueOf(groups?.["mark"] ?? "") === wanted)) continue;
    const [other] = others;
    if (other === undefined) continue;
    const before = kind === "" ? name : "";
    return {
      asked: before + mark + kind,
      other: before + (other.groups?.["mark"] ?? "") + kind,
    };
  }
  return undefined;
}

function oppositeIn(question: string, text: string): Mistaken | undefined {
  for (const row of opposites) {
    for (const mark of row) {
      const at = question.indexOf(mark);
      if (at < 0) continue;
      const kind = mark.length > 1 ? "" : question.charAt(at + 1);
      if (mark.length === 1 && !/[馆店校区城厂桥楼村院子单双]/u.test(kind)) continue;
      // 男女单打 is both.
      if (text.includes(mark + kind) || row.some((one) => text.includes(mark + one))) continue;
      const other = row.find((opposite) => opposite !== mark && text.includes(opposite + kind));
      if (other !== undefined) return { asked: mark + kind, other: other + kind };
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

/** Puts right the words that ask, which no corpus tells of: 哪黎 for 哪里, 什么时后 for 什么时候. */

import { isMeasureWord } from "../asked-unit.ts";
import type { DoubtfulText } from "./choose-corrections.ts";
import { soundAlike } from "./homophones.ts";

/** Each begins with what must stand there as it is. */
const phrases: readonly (readonly [head: string, rest: string])[] = [
  ...(
    "里 些 个 种 一年 一个 一种 一位 一天 一部 一家 一国 国人 里人 两个 三个 几个 几种 " +
    "个国家 个城市 个地方 个时期"
  )
    .split(" ")
    .map((rest): [string, string] => ["哪", rest]),
  ..."时候 时间 时期 地方 地区 名字 原因 作用 意思 关系 特点 特征 内容 职业 职位 性质 颜色 类型"
    .split(" ")
    .map((rest): [string, string] => ["什么", rest]),
];

/** The characters with at most one replaced for each phrase that asks, no part of a word. */
export function hearAsking({ characters, wordAt }: DoubtfulText): readonly string[] {
  const text = characters.join("");
  let heard = characters;
  for (const [head, rest] of phrases) {
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
      const from = at + head.length;
      const differing = [...rest].flatMap((own, step) =>
        characters[from + step] === own ? [] : [from + step],
      );
      const [only] = differing;
      if (only === undefined || differing.length > 1 || wordAt[only] !== undefined) continue;
      const [typed = "", meant = ""] = [characters[only], rest[only - from]];
      if (!isMeasureWord(typed) && soundAlike(typed, meant)) heard = heard.with(only, meant);
    }
  }
  return heard;
}

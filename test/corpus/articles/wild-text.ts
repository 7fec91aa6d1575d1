/** Texts as nobody writes them, made of everything that a page may hold. */

import fc from "fast-check";

const lines = [
  "# 湖水又清了",
  "## 短评",
  "湖水又清了",
  "——东湖治理见闻",
  "本报记者 王小明 文/图",
  "石磊",
  "□ 本报记者 王小明",
  "青石日报 2025年3月8日 星期六 第3版",
  "2025-05-04 07:30 青石发布",
  "本报讯（记者王小明）三月，湖水清了。",
  "【本报讯】（记者 王小明）三月，湖水清了。",
  "（上接第1版）湖水清了，鱼也多了。（下转第4版）",
  "湖水清了。（记者 王小明）（完）",
  "水务局今年在岸边种下了许多树，又修了两道新的堤",
  "坝。来看鱼的人很多。",
  "▲图为东湖。 王小明 摄",
  "东湖岸边，孩子在放风筝。本报记者 王小明摄",
  "晶能光电生产车间",
  "编者按：湖水清了，鱼多了，人也来了。",
  "简讯",
  "▲东湖开渔 昨日，东湖开渔，首日收鱼两万斤。",
  "打开APP阅读全文",
  "取消",
  "相关阅读",
  "东湖十年",
  "版权所有 青石新闻网",
  "未经授权不得转载，转载请注明来源，版权归本网所有。",
  "×",
  "01",
  "1. 湖水",
  "一、湖水从哪里来",
  "三是推进堤坝加固，保护湖水。",
  "今年东湖种树三万棵，修堤两道，来看鱼的人比去年多了一倍。",
  "今年东湖种树三万棵，修堤两道，来看鱼的人比去年多了一倍。",
  "东湖的水很清东湖的水很清东湖的水很清东湖的水很清",
  "The lake is clear. Fish are many.",
  "By Jane Doe",
  "QINGSHI, May 1 — The lake is clear.",
  "a",
  "。",
  "　　",
  "😀 湖 \u0301水",
];

const wildLine = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...lines) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom(..."湖水清了鱼很多的王李记者讯摄版年月日1。，：（）【】“”、——▲ .!?#"),
      maxLength: 40,
    }),
  },
);

/** Some lines with at least one letter, and blank lines between them as it comes. */
export const wildText = fc
  .array(fc.tuple(wildLine, fc.constantFrom("\n", "\n\n", "\n\n\n\n", "\r\n", " \n")), {
    minLength: 1,
    maxLength: 24,
  })
  .map((parts) => parts.map(([line, end]) => line + end).join(""))
  .filter(
    (text) => /[\p{L}\p{N}]/u.test(text) && !/[\0\p{Cc}]/u.test(text.replace(/[\n\r]/gu, "")),
  );

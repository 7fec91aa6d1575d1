/** Words that say how a figure changed, and nothing of what it counts. */

export const thinWords: ReadonlySet<string> = new Set(
  "增长 增加 增幅 增至 上升 升至 下降 降到 降至 减少 提高 提升 提高到 降低 同比 环比 占比 占 比重 平均 达 涨 跌 其中 新增 高 多 年 从 由 到 至 升 降 增 减 grew grow increas ris rose fell fall declin drop year respectively compar month week day".split(
    " ",
  ),
);
/** Thin words that need no figure before: 平均每天130万单. */
export const wholeMeasures: ReadonlySet<string> = new Set(["平均", "新增", "达"]);

/** Whether the words say nothing of what is measured; true where there are none. */
export function isThin(words: readonly string[]): boolean {
  return words.every((word) => thinWords.has(word));
}

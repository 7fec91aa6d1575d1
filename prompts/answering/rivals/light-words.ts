/** Words beside a value that say nothing of what is measured. */

const words: ReadonlySet<string> = new Set(
  "项目 工程 正式 对外 据了解 了解 记者 报道 消息 公布 发布 数据 统计 有着 拥有 达 达到 长达 高达 降至 降到 升至 增至 增加到 提高到 突破 约为 大约 总 总共 一共 共 共有 现有 现存 全部 各类 已经 已 如今 目前 截至 截止 年底 年末 底 末 位于 坐落 坐落于 当时 这 那 这场 这座 该 发生 造成 导致 一年 哪年 年 月 日 左右 以上 余 多 整 首日 那年 当年 当天 于 在 被 由 后 前 时 出任 担任 任 就任 上任 为 了 期间 其 规模 数量 数 量 水平 情况 显示 地 名 家 全 这里 这个 降 升 增 仅 就 才 刚刚 终于 开始 至 到 成为 全体 人家 全书 全文 所有".split(
    " ",
  ),
);
/** 已有 and 共有; 全市 and 我县, which tell where and are read as a place. */
const patterns = /^(?:(?:已|现|共|建|设|足|仍|只|仅)[有达为]|[全我本该][国省市县区镇乡村州])$/u;

export function isLight(word: string): boolean {
  return words.has(word) || patterns.test(word);
}

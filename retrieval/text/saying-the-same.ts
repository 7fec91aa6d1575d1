/** Words that say the same of a thing: who asks when it 开馆 is answered by when it 对外开放. */

const families: readonly (readonly string[])[] = [
  "开馆 对外开放 开放 开园 开业 开张 开门 迎客 启用 投用 投入使用 投入运营 投运 运营 营业".split(
    " ",
  ),
  "开工 动工 奠基 开建 破土 始建 兴建".split(" "),
  "竣工 建成 完工 落成 完成 通车 贯通 投产".split(" "),
  "成立 创立 创办 创建 建立 组建 设立 诞生 建校 建院 建馆 办学".split(" "),
  "出生 生于 诞生".split(" "),
  "去世 逝世 病逝 离世 辞世 卒于".split(" "),
  "上映 公映 首映".split(" "),
  "发行 发售 上市 推出 面世 问世".split(" "),
  "发射 升空".split(" "),
  "多长 全长 总长 长度 长达 长约 长".split(" "),
  "多高 有多高 高度 高达 高约 总高 身高 高".split(" "),
  "多宽 宽度 宽达 宽约 宽".split(" "),
  "多深 深度 深达 深约 深".split(" "),
  "多重 重量 重达 重约 重".split(" "),
  "投资 总投资 投资额 耗资 斥资 造价 总造价 花费 花了 投入 资金".split(" "),
  "面积 占地".split(" "),
  "人口 人数 人".split(" "),
  "藏书 馆藏 图书 藏书量".split(" "),
  "烧毁 焚毁 毁".split(" "),
  "死亡 遇难 丧生 死 罹难".split(" "),
  "受伤 伤 伤者".split(" "),
  "票价 门票 售价 价格 定价 单价 价".split(" "),
  "员工 职工 工人 雇员".split(" "),
  "学生 在校生 在校学生".split(" "),
  "教师 老师 教职工".split(" "),
  "游客 客流 接待 旅客 参观者".split(" "),
  "企业 公司 厂家".split(" "),
  "村民 群众 居民".split(" "),
];
/** A word of one letter is found in others, 长 in 市长; it answers, but does not tell what is asked. */
const shortestWord = 2;

/**
 * The text itself, then the words that say the same as any word in it.
 */
export function sayingTheSame(text: string): readonly string[] {
  const told = families.filter((family) =>
    family.some((word) => word.length >= shortestWord && text.includes(word)),
  );
  return [text, ...told.flat()];
}

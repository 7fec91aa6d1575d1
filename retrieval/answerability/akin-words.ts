/** Words by which a text may well answer a question for another: who asks for 员工 may find 工人. */

import { sayingTheSame } from "../text/saying-the-same.ts";

/** Wider than what says the same: enough that a sentence is not taken to speak of something else. */
const families: readonly (readonly string[])[] = [
  "成立 创立 创办 创建 建立 组建 设立 诞生 建校 建院 建馆 建厂 建台 办学 开办 兴办 创刊 创设 创始 创校 前身 始建 建于 起源 注册 挂牌 揭牌 问世",
  "建成 建 修建 兴建 建造 建设 始建 落成 竣工 完工 通车 启用 修筑 筑成",
  "开始 启动 开幕 开赛 开工 开学 始于 起",
  "举行 举办 召开 开幕 开赛 进行",
  "爆发 打响 发生 开始",
  "首播 播出 开播 上线",
  "开业 开张 开放 开馆 开园 营业 运营 启用 开门 开服 上线",
  "停产 停工 停业 关停 关闭 倒闭 破产 关门",
  "结束 落幕 闭幕 终止 收官 完成 至",
  "毕业 就读 学历 校友",
  "退休 退役 退出 离任 卸任 退居",
  "总部 本部 总社 总公司 总行 总店",
  "员工 职工 工人 雇员 人员 职员 从业 就业 队伍 团队",
  "工人 员工 职工 劳动者 人员",
  "医生 医师 大夫 医护 专家",
  "教师 老师 教职 导师 专任",
  "学生 学员 学子 师生 同学 生源 新生",
  "病人 患者 接诊 就诊",
  "用户 客户 居民 户",
  "人口 常住 户籍 总人口",
  "人家 住户 农户 村民 居民",
  "司机 驾驶员 师傅",
  "乘客 旅客 客流 客运 人次 载客",
  "游客 客流 旅客 观众 参观 人次 接待",
  "徒弟 弟子 学徒 传人",
  "孩子 儿童 少年 子女 学生",
  "座位 座席 坐席 席位",
  "床位 病床 张床",
  "藏书 馆藏 图书 书籍",
  "企业 公司 厂家 单位 商家 商户 工厂",
  "营收 营业收入 销售收入 销售额 营业额 收入 收益",
  "利润 盈利 净利 赚 收益",
  "研发 科研 研究 研制",
  "纳税 税收 缴税 税款 上缴",
  "造价 投资 耗资 斥资 花费 资金 投入 经费",
  "投资 出资 耗资 斥资 造价 投入 资金 金额",
  "门票 票价 票 收费 免费",
  "面积 占地 平方 公顷 亩",
  "年龄 年纪 岁",
  "产量 生产 产 收获 采收",
  "销量 销售 售 卖 交付",
  "体长 身长 全长 长",
  "记录 纪录",
  "车站 站点 站",
  "路线 线路 条线",
  "专利 发明",
  "招聘 招录 录用 招收",
].map((words) => words.split(" "));

/** The word itself first. */
export function akinWords(word: string): readonly string[] {
  const akin = families.filter((family) => family.includes(word));
  return [...sayingTheSame(word), ...akin.flat()];
}

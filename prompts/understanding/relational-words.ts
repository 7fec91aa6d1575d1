/** Words that say what is asked of a thing and leave open of which: 面积, 校长, area, mayor. */

function words(list: string): readonly string[] {
  return list.split(" ");
}

/** What such a word asks for. */
export type Asked = "amount" | "person" | "place" | "time" | "other";

const chinese: Readonly<Record<Asked, readonly string[]>> = {
  amount: words(
    "面积 人口 产量 产值 价格 票价 房价 单价 总价 长度 全长 总长 高度 海拔 宽度 深度 重量 体积 容量 速度 温度 气温 数量 总数 人数 总量 规模 投资 总投资 投资额 金额 收入 支出 利润 营收 销量 销售额 成本 费用 学费 工资 年薪 增速 增长率 增幅 比例 比重 占比 比率 成活率 合格率 就业率 入住率 覆盖率 年龄 岁数 年纪 身高 体重 票数 比分 得分 成绩 名次 排名 座位 户数 层数 面值 库容 流量 客流量 客流 藏书 馆藏 员工数 编制 产能 密度 距离 里程 车次 温差 电话 号码 邮编 gdp 生产总值 亩产 钱 米 公里 公斤 吨 岁 元 万元 亿元 平方米 平方公里 亩",
  ),
  person: words(
    "校长 馆长 院长 县长 市长 省长 镇长 乡长 村长 区长 局长 厅长 部长 处长 科长 所长 站长 厂长 队长 团长 班长 会长 社长 行长 董事长 总经理 经理 总裁 主席 总统 总理 书记 主任 负责人 创始人 发起人 设计师 设计者 建造者 作者 导演 编剧 主演 主角 歌手 演唱者 作曲 作词 主编 编者 译者 发明者 发明人 发现者 教练 主教练 冠军 亚军 季军 得主 获奖者 父亲 母亲 爸爸 妈妈 妻子 丈夫 儿子 女儿 哥哥 弟弟 姐姐 妹妹 老师 学生 徒弟 家人 邻居 老板 店主 法人 投资方 建设单位 承建方 主办方 承办方 人 人员 员工 职工 教师",
  ),
  place: words(
    "地址 地点 位置 产地 籍贯 老家 家乡 出生地 总部 所在地 举办地 会场 起点 终点 首都 省会 地方 目的地 入口 出口 哪儿",
  ),
  time: words(
    "时间 日期 时候 年份 开放时间 营业时间 开馆时间 工期 生日 出生日期 期限 有效期 开工 竣工 完工 开业 开馆 闭馆 开门 关门 上映 交付 投产 成立 截止 什么时候 当年 当时 年 月",
  ),
  other: words(
    "原因 目的 意义 作用 影响 结果 后果 特点 特色 优势 缺点 优点 条件 要求 标准 内容 主题 名字 名称 别名 全称 简称 英文名 外号 意思 含义 来历 来源 由来 历史 背景 过程 方法 方式 步骤 流程 手续 材料 颜色 形状 味道 口感 性质 类型 种类 品种 功能 用途 区别 问题 情况 进展 计划 目标 措施 政策 规定 奖金 奖项 荣誉 待遇 福利 周期 级别 等级 性别 国籍 民族 学历 专业 职业 职务 身份 主要 东西 事情 事 部分 方面 例子 详情 细节 消息 新闻 文章 报道 答案 数据 数字 第一 第二 第三 里面 其中 里边 外面 上面 下面 旁边 附近 周围 后来 之后 之前 以前 以后 然后 预计 大概 现在 目前 当地 今年 去年 明年 前年 本月 上月 参观者 游客 效果 收费 门票",
  ),
};

const english: Readonly<Record<Asked, readonly string[]>> = {
  amount: words(
    "area size population price cost costs length height width depth weight capacity number amount total share rate speed temperature budget investment income revenue profit output yield age distance phone score salary fee fees meters metres kilometers kilometres tonnes tons yuan dollars percent hectares",
  ),
  person: words(
    "mayor director headmaster principal head leader manager owner founder author writer designer builder architect president chairman chairwoman chair coach captain winner champion father mother wife husband son daughter brother sister teacher teachers student students people person visitors staff employees workers",
  ),
  place: words("address location place site headquarters birthplace hometown"),
  time: words(
    "date time year month day hours opening closing start end deadline birthday anniversary last next previous first second third later after before year's now today currently recently",
  ),
  other: words(
    "reason purpose result results effect name title colour color meaning origin history background method way kind type condition conditions rule rules requirement requirements problem problems plan plans goal detail details feature features advantage else more another other others same one ones exactly come about built build opened open opens close closes closed made make founded start started begin began finished finish completed happened happen say said says give gave get got work works live lives born died won win called named designed paid pay find found located planted grown moved move increase increased decrease decreased change changed used use mean means",
  ),
};

const askedBy: ReadonlyMap<string, Asked> = new Map(
  [chinese, english].flatMap((table) =>
    (Object.keys(table) as Asked[]).flatMap((asked) =>
      table[asked].map((word): [string, Asked] => [word, asked]),
    ),
  ),
);

/** What the word asks for; undefined where it is no such word. @param word normalised */
export function askedByWord(word: string): Asked | undefined {
  return askedBy.get(word);
}

/** 时间 of 发射时间: the longest such word with which the text ends. */
export function askedAtEnd(text: string): string | undefined {
  for (let from = 0; from < text.length; from++) {
    const word = text.slice(from);
    if (word.length > 1 && askedBy.has(word)) return word;
  }
  return undefined;
}

export function isRelational(word: string): boolean {
  return askedBy.has(word);
}

/** `面积呢` asked in full. */
const asking: Readonly<Record<Asked, string>> = {
  amount: "是多少？",
  person: "是谁？",
  place: "在哪里？",
  time: "是什么时候？",
  other: "是什么？",
};

/** 面积是多少？ for 面积; undefined where the word does not say what it asks for. */
export function askFor(word: string): string | undefined {
  const asked = askedByWord(word);
  return asked === undefined ? undefined : word + asking[asked];
}

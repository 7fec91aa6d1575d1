/** Word lists by which names are told from other words. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** The commonest family names; more would take more words for people. */
export const surnames = words(
  "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 高 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 温 康 施 文 牛 樊 葛 邢 安 齐 易 乔 伍 庞 颜 倪 庄 聂 章 鲁 岳 翟 殷 詹 申 欧 耿 关 兰 焦 俞 左 柳 甘 祝 包 宁 尚 符 舒 阮 柯 纪 梅 童 凌 毕 单 季 裴 霍 涂 成 苗 谷 盛 曲 翁 冉 骆 蓝 路 游 辛 靳 欧阳 上官 司马 诸葛 司徒 夏侯",
);

/** Words that the dictionary tags as places and that are none, or any. */
export const notPlaces = words(
  "城市 台风 之日起 上市 海洋 美丽 深度 英雄 青春 新区 普及 山区 东西 外国 两国 治安 嘉宾 大桥 新鲜 太平 滑坡 新建 海峡 古镇 古城 海关 大国 新村 城镇 西南 东北 东南 西北 上门 三国 新城 海湾 太阳 高原 台独 维度 上路 回国 惠及 海鲜 爱国 西路 满意度 华东 关联 中断 山水 长达 小镇 老城 平原 江边 湖边 海边 河边 河道 水乡 山村 北方 南方 东部 西部 南部 北部 中部 沿海 内地 老区 新县 全市 全县 全省 城乡 大道 广场 长河 口岸 港口 市区 城区 园区 主城区 海岸 海域 流域 山地 大山 乡镇 村庄 开通 开发区 高新区 银川路 中南 江河 河流 河口 江面 湖面 水库 大坝 古都 首都 省会 长途 高地 万方 安定 安居 和平 光明 平安 大兴 同心 平和 兴国 兴业 通道 建成 新站 老站 大关 上海路 南北 东方 西方 国门 中外 地方 当地 地区 区域 大城市 城里 城关 城中 中亚 全国 本地 外地 内蒙 海外",
);

/** What stands before 县, 区 or 公司 in words for a kind of place, not in a name of one. */
export const kindsOfPlace = words(
  "全 各 本 该 两 这 那 所 某 每 几 多 一 老 新 城 山 郊 牧 林 库 灾 景 园 小 社 校 厂 禁 特 片 地 辖 专 分 子 总 母 农 乡 大 主 中心 贫困 示范 工业 开发 试点 重点 百强 公立 民营 上市 有限 责任 股份 高新 经开 开发区 新 旧 邻 外 内 当 开发 技术 经济 产业 自贸 保税 旅游 生活 居民 住宅 老旧 商业 文化 综合 专科 三甲 中医 职业 技工 高等 普通 国有 物业 保险 旅行 科技 建筑 水务 公交 物流 网络 龙头 相关 部分 其他 其它 附近 周边 所在 当地 共 的 和 与 及 在 从 到 由 对 向 为 据 家 所 个 座 县 市 省 镇 村 区 乡 民 移民 度假 风景 名胜 保护 自然 湿地 水源 生态 核心 试验 综保 合作 自治 行政 直辖 地级 县级 副省级 沿海 内陆 农业 人口 产粮 文明 卫生 园林 智慧 海绵 古 历史 名 美丽 幸福 传统 自然 建制 中心城 主城 市辖 新型 职工 公办 民办 私立 幼儿 希望 实验 附属 第一 第二 第三 人民 儿童 妇幼 口腔 骨科 社区 街 步行 城市 全市 全县 全省 全国 跨国 外资 合资 子弟",
);

/** Ends of names of places and institutions, as the segmenter cuts them off. */
export const placeEnds = words(
  "省 市 县 区 镇 乡 村 州 旗 街道 大学 学院 医院 中学 小学 公司 集团 有限公司 股份 博物馆 图书馆 研究院 研究所 高新区 经开区 开发区 新区 大桥 水库 湖 岛 山 路 街 寺",
);

/** Ends of words for things of one kind, of which one cannot stand for another. */
export const siblingEnds =
  /[馆院校学桥路园厂站场稻麦湖江河岛港店塔寺宫县镇村乡省队局厅奖杯赛剧报社党]$/u;

/** Words around a person's name. */
export const personBefore =
  /(?:长|书记|主任|教授|医生|老师|记者|先生|经理|总裁|主席|总统|总理|部长|局长|村民|居民|工人|农民|队员|运动员|演员|导演|作家|院士|博士|律师|负责人|创始人|工程师|专家|研究员|馆员|选手|司机|店主|老板|代表|学生|同学|名叫|叫|由|是|人)$/u;
export const personAfter =
  /^(?:先生|女士|老师|教授|医生|同志|说|表示|介绍|告诉|认为|坦言|指出|强调|称|透露|回忆|带领|率|出任|担任|当选|任|获|夺|将|在|和|与|的|为|是|已|，|、|$)/u;

/** Such ends of words of three characters and more; shorter ones have synonyms. */
export const longSiblingEnds = /[罪病癌症炎语族节组法奖犬币树虫藻剂片酒菜泳跑跳球棋]$/u;

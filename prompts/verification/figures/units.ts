/** What figures count or measure, and which units say the same. */

interface UnitWords {
  /** What is compared: two figures agree only in one dimension. */
  readonly dimension: string;
  /** How many of the dimension's base one of it is. */
  readonly factor: number;
  readonly words: string;
}

const mu = 2000 / 3;

/** Words separated by blanks; `_` stands for a blank within. */
const table: readonly UnitWords[] = [
  { dimension: "%", factor: 1, words: "% percent per_cent pct" },
  { dimension: "%", factor: 0.1, words: "‰" },
  { dimension: "points", factor: 1, words: "百分点 percentage_points percentage_point" },
  { dimension: "times", factor: 1, words: "倍 times -fold fold" },
  { dimension: "yuan", factor: 1, words: "元人民币 元 块钱 yuan rmb" },
  { dimension: "dollar", factor: 1, words: "美元 美金 us_dollars dollars usd" },
  { dimension: "euro", factor: 1, words: "欧元 euros euro" },
  { dimension: "pound", factor: 1, words: "英镑 pounds" },
  { dimension: "yen", factor: 1, words: "日元 yen" },
  { dimension: "hong kong dollar", factor: 1, words: "港元 港币 hong_kong_dollars" },
  { dimension: "rouble", factor: 1, words: "卢布 roubles rubles" },
  { dimension: "length", factor: 1, words: "米 m metres meters metre meter" },
  {
    dimension: "length",
    factor: 1000,
    words: "公里 千米 km kilometres kilometers kilometre kilometer",
  },
  { dimension: "length", factor: 0.01, words: "厘米 cm centimetres centimeters" },
  { dimension: "length", factor: 0.001, words: "毫米 mm millimetres millimeters" },
  { dimension: "nautical mile", factor: 1, words: "海里" },
  { dimension: "mile", factor: 1, words: "英里 miles" },
  { dimension: "area", factor: 1, words: "平方米 平米 平方 square_metres square_meters m2 sqm" },
  {
    dimension: "area",
    factor: 1e6,
    words: "平方公里 平方千米 square_kilometres square_kilometers km2",
  },
  { dimension: "area", factor: 1e4, words: "公顷 hectares hectare ha" },
  { dimension: "area", factor: mu, words: "亩 mu" },
  { dimension: "volume", factor: 1, words: "立方米 方 cubic_metres cubic_meters m3" },
  { dimension: "volume", factor: 0.001, words: "升 litres liters" },
  { dimension: "mass", factor: 1000, words: "吨 tonnes tons tonne ton" },
  { dimension: "mass", factor: 1, words: "公斤 千克 kg kilograms kilogrammes" },
  { dimension: "mass", factor: 0.5, words: "斤" },
  { dimension: "mass", factor: 0.001, words: "克 g grams" },
  { dimension: "power", factor: 1, words: "千瓦 kw kilowatts" },
  { dimension: "power", factor: 1000, words: "兆瓦 mw megawatts" },
  { dimension: "power", factor: 1e6, words: "吉瓦 gw gigawatts" },
  { dimension: "energy", factor: 1, words: "千瓦时 度电 kwh kilowatt-hours" },
  { dimension: "energy", factor: 1000, words: "兆瓦时 mwh" },
  { dimension: "energy", factor: 1e6, words: "吉瓦时 gwh" },
  { dimension: "temperature", factor: 1, words: "℃ 摄氏度 °c degrees_celsius degrees" },
  { dimension: "months", factor: 12, words: "周年 年 years year" },
  { dimension: "age", factor: 1, words: "岁 -year-old years_old years_of_age" },
  { dimension: "months", factor: 120, words: "decades decade" },
  { dimension: "months", factor: 1, words: "个月 月龄 months month" },
  { dimension: "time", factor: 86_400, words: "天 日 days day" },
  { dimension: "time", factor: 604_800, words: "周 星期 weeks week" },
  { dimension: "time", factor: 3600, words: "小时 钟头 hours hour" },
  { dimension: "time", factor: 60, words: "分钟 minutes minute" },
  { dimension: "time", factor: 1, words: "秒 seconds" },
  { dimension: "clock", factor: 1, words: "点 时" },
  { dimension: "minute", factor: 1, words: "分" },
  { dimension: "visits", factor: 1, words: "人次 visits visitor_trips passenger_trips trips" },
  {
    dimension: "people",
    factor: 1,
    words:
      "人 名 位 死 伤 口人 口 people persons person residents workers students pupils teachers visitors villagers farmers members passengers volunteers doctors nurses children men women officials experts players staff employees readers tourists guests deaths",
  },
  { dimension: "households", factor: 1, words: "户 households families" },
  {
    dimension: "places",
    factor: 1,
    words:
      "家 所 座 处 间 companies firms enterprises schools hospitals factories shops villages towns cities countries bridges libraries museums stations buildings",
  },
  { dimension: "machines", factor: 1, words: "台 辆 套 架 艘 列 buses trains cars vehicles ships" },
  {
    dimension: "matters",
    factor: 1,
    words: "项 件 种 类 条 部 篇 本 册 幅 份 projects cases measures books works",
  },
  { dimension: "occasions", factor: 1, words: "次 场 届 回 趟 轮 events sessions" },
  { dimension: "animals", factor: 1, words: "头 只 匹 animals birds" },
  { dimension: "plants", factor: 1, words: "棵 株 trees" },
  { dimension: "batches", factor: 1, words: "批" },
  { dimension: "teams", factor: 1, words: "支 teams" },
  {
    dimension: "things",
    factor: 1,
    words:
      "个 大 级 门 张 块 枚 根 片 盏 栋 幢 颗 粒 瓶 箱 标箱 袋 桶 朵 面 把 副 双 对 封 首 幕 集 节 堂 款 单 笔 宗 起 例 票 席 床 班 站 层 匹 段 道 期 号 things",
  },
];

export interface Unit {
  readonly words: string;
  readonly dimension: string;
  readonly factor: number;
}

const units: ReadonlyMap<string, Unit> = new Map(
  table.flatMap(({ dimension, factor, words }) =>
    words.split(" ").map((written) => {
      const word = written.replace(/_/gu, " ");
      return [word, { words: word, dimension, factor }] as const;
    }),
  ),
);

const counts = new Set(
  "people households places machines matters occasions animals plants batches teams things".split(
    " ",
  ),
);
/** What a bare number counts is said elsewhere in its sentence. */
export const bare = "bare";

function toPattern(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  if (word === "年") return "年(?![级代轻])";
  return /[a-z]$/u.test(word) ? String.raw`${escaped}\b` : escaped;
}

/** Source of a pattern, the longest words first. */
export const unitPattern = [...units.keys()]
  .sort((one, other) => other.length - one.length)
  .map(toPattern)
  .join("|");

export function unitOf(words: string): Unit | undefined {
  return units.get(words);
}

/** Whether figures of the two dimensions can be the same: 5个 and 5所 can, 5户 and 5人 cannot. */
export function dimensionsAgree(one: string, other: string): boolean {
  if (one === other) return true;
  const isLoose = (dimension: string) => dimension === bare || dimension === "things";
  const isCount = (dimension: string) => isLoose(dimension) || counts.has(dimension);
  return (isLoose(one) || isLoose(other)) && isCount(one) && isCount(other);
}

/** Sets of words of which one shuts out the others: 金奖 and 银奖, 全市 and 全省, 单向 and 双向. */

/** Each member in all its forms. */
export const rivals: readonly (readonly RegExp[])[] = [
  [
    /金(?=奖|牌)|冠军|夺冠|头名|\bgold\b/u,
    /银(?=奖|牌)|亚军|第二名|\bsilver\b/u,
    /铜(?=奖|牌)|季军|第三名|\bbronze\b/u,
  ],
  [/世界纪录/u, /亚洲纪录/u, /(?:全国|国家)纪录/u, /省纪录/u, /[市校]纪录/u],
  [/单向|\bone-way\b/u, /双向|\bboth directions\b|\btwo-way\b/u],
  [
    /全球|世界|国际|\bworld/u,
    /全国|我国|国内|\bnational|\bnationwide/u,
    /全省|省内|\bprovincial|\bprovince/u,
    /全市|市内|\bcitywide/u,
    /全县|县内/u,
    /全镇|镇内|全乡/u,
    /全村|村内|村里/u,
  ],
  [/国家级|国家(?=重点|一级|二级)/u, /(?<!副)省级/u, /市级/u, /县级/u, /校级/u],
  [/国务院/u, /省(?:委|政府)/u, /市(?:委(?!员)|政府)/u, /县(?:委(?!员)|政府)/u],
  [
    /春[季天耕]|今春|入春|\bspring\b/u,
    /夏[季天]|今夏|入夏|\bsummer\b/u,
    /秋[季天收]|今秋|入秋|\bautumn\b/u,
    /冬[季天]|今冬|入冬|\bwinter\b/u,
  ],
  [/上旬|月初|\bearly\b/u, /中旬|\bmid-/u, /下旬|月底|月末|\blate\b/u],
  [/年初/u, /年中/u, /年底|年末|年终/u],
  [/红色预警/u, /橙色预警/u, /黄色预警/u, /蓝色预警/u],
  [/同比|同期|上年|去年|一年前/u, /环比|上月|上季度|上个月/u],
  [/最高|\bmaximum\b/u, /最低|\bminimum\b/u, /平均|[人户亩日月年]均|\baverage\b/u],
  [/每人|人均/u, /每户|户均/u, /每亩|亩均|一亩/u],
  [/线上|网上|在线|网络|\bonline\b/u, /线下|现场|\bin person\b/u],
  [/室内|\bindoor/u, /室外|户外|\boutdoor/u],
  [/地上/u, /地下/u],
  [/公办|公立|\bpublic\b/u, /民办|私立|\bprivate\b/u],
  [/国有|国企|央企/u, /民营|民企|私营/u, /外资|外企/u],
  [/本科/u, /专科|高职|大专/u, /硕士/u, /博士/u],
  [/原告/u, /被告/u],
  [/甲方/u, /乙方/u],
  [/买方|买家/u, /卖方|卖家/u],
  [/主场/u, /客场/u],
  [/全职/u, /兼职/u],
  [/批发/u, /零售/u],
  [/轻伤/u, /重伤/u],
  [/有期徒刑/u, /无期徒刑/u, /拘役/u, /死刑/u],
  [/一次性/u, /分期/u],
  [/以东/u, /以西/u, /以南/u, /以北/u],
  [/东[侧岸端门]/u, /西[侧岸端门]/u, /南[侧岸端门]/u, /北[侧岸端门]/u],
  [/净(?=利|收|亏|增|流)/u, /毛(?=利|收)/u],
  [/日报/u, /晚报/u, /周报/u],
  [/\bprimary\b/u, /\bsecondary\b/u],
  [/\bbefore\b/u, /\bafter\b/u],
  [
    /\bdaily\b|\ba day\b/u,
    /\bweekly\b|\ba week\b/u,
    /\bmonthly\b|\ba month\b/u,
    /\byearly\b|\bannual|\ba year\b/u,
  ],
  [
    /早[上晨]|清晨|上午/u,
    /中午|正午/u,
    /下午/u,
    /(?:晚上|夜间|夜里|晚间|傍晚)(?!\d|[一二三四五六七八九十]+[点时])/u,
    /凌晨/u,
  ],
];

/** How far a claim to be first or greatest reaches. */
export const claimedScope =
  /(?<scope>全球|世界|国际|亚洲|全国|我国|中国|国内|全省|省内|全市|全县|业界|行业)[^，。；]{0,4}(?:首|最|第一|唯一)/u;

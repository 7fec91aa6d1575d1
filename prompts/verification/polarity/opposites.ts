/** Pairs of words that turn a saying into its opposite, and words that claim to stand alone. */

export interface Opposites {
  readonly name: string;
  readonly sides: readonly [RegExp, RegExp];
}

function pair(name: string, one: string, other: string): Opposites {
  return { name, sides: [new RegExp(one, "gu"), new RegExp(other, "gu")] };
}

export const opposites: readonly Opposites[] = [
  pair("higher or lower", "[略偏更较]高", "[略偏更较]低"),
  pair(
    "up or down",
    String.raw`增长|增加|增至|增到|上升|升至|提高|提升|上涨|涨至|涨幅|扩大|增收|增产|多增|回升|\b(?:ris(?:e|es|en|ing)|rose|increas(?:e|ed|es|ing)|grew|grow(?:n|th|ing|s)?|up|gain(?:ed|s)?|climbed|jumped|higher)\b`,
    String.raw`下降|降至|降到|降低|减少|减至|下滑|下跌|跌至|跌幅|回落|缩减|缩小|收窄|减产|降幅|\b(?:fell|fall(?:en|s|ing)?|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|drop(?:ped|s)?|shrank|shrunk|down|lower(?:ed)?|slid)\b`,
  ),
  pair(
    "more or less",
    String.raw`高于|多于|大于|(?<!不|不[得能可会应]|未|没有?)超过|超出|高出|\b(?:more than|above|exceed(?:s|ed|ing)?|higher than)\b`,
    String.raw`低于|少于|小于|不足|不到|[不未][得能可会应]?超过|\b(?:less than|fewer than|below|under|lower than)\b`,
  ),
  pair(
    "most or least",
    String.raw`最[大高多长强快好早重热]|\b(?:largest|highest|most|biggest|longest|fastest|oldest)\b`,
    String.raw`最[小低少短弱慢差晚轻冷]|\b(?:smallest|lowest|least|fewest|shortest|slowest|newest|youngest)\b`,
  ),
  pair(
    "first or last",
    String.raw`首[次个批届日班]|第一次|\bfirst\b`,
    String.raw`最后一?[次个批届日]|末[次批班]|\blast(?! year| month| week)\b`,
  ),
  pair(
    "early or late",
    "早于|提前|提早|\\bahead of\\b",
    "晚于|推迟|延迟|延期|延后|\\b(?:delayed|postponed|behind)\\b",
  ),
  pair("before or after", String.raw`之前|以前|\bbefore\b`, String.raw`之后|以后|\bafter\b`),
  pair(
    "win or lose",
    String.raw`战胜|击败|获胜|取胜|\b(?:beat|won|defeated)\b`,
    String.raw`不敌|负于|败给|落败|\blost\b`,
  ),
  pair(
    "in or out",
    String.raw`进口|流入|迁入|买入|购入|\bimport\w*`,
    String.raw`(?<!进)出口|流出|迁出|卖出|售出|\bexport\w*`,
  ),
  pair(
    "open or shut",
    String.raw`开放|开通|启用|开业|恢复|\b(?:open(?:ed|s)?|reopened)\b`,
    String.raw`关闭|停运|停用|停业|封闭|\b(?:clos(?:ed|es|e)|shut)\b`,
  ),
  pair(
    "allow or forbid",
    String.raw`允许|准许|(?<!不)可以|\ballow(?:ed|s)?\b`,
    String.raw`禁止|不准|不得|严禁|\b(?:forbid|forbidden|banned|prohibited)\b`,
  ),
  pair(
    "for or against",
    String.raw`支持|赞成|(?<!不)同意|批准|\b(?:support(?:ed|s)?|approved|agreed)\b`,
    String.raw`反对|拒绝|否决|不同意|驳回|\b(?:oppos(?:ed|es)|rejected|refused)\b`,
  ),
  pair("success or failure", "成功|\\bsucceeded\\b", "失败|\\bfailed\\b"),
  pair(
    "profit or loss",
    "盈利|净利润|顺差|盈余|\\bprofits?\\b|\\bsurplus\\b",
    "亏损|逆差|赤字|\\bloss(?:es)?\\b|\\bdeficit\\b",
  ),
  pair(
    "earning or spending",
    "收入|\\brevenue\\b|\\bincome\\b",
    "支出|\\bspending\\b|\\bexpenditure\\b",
  ),
  pair("rising or falling place", "上游|\\bupstream\\b", "下游|\\bdownstream\\b"),
  pair("forenoon or afternoon", "上午|\\bmorning\\b", "下午|\\bafternoon\\b"),
  pair("home or abroad", "国内|境内", "国外|境外|海外|\\babroad\\b"),
  pair("men or women", "男[性子生]|\\bmen\\b|\\bmale\\b", "女[性子生]|\\bwomen\\b|\\bfemale\\b"),
  pair("town or country", "城镇|城市|\\burban\\b", "农村|乡村|\\brural\\b"),
  pair(
    "east or west",
    String.raw`东[部侧岸北南边段]|\beast(?:ern)?\b`,
    String.raw`西[部侧岸北南边段]|\bwest(?:ern)?\b`,
  ),
  pair(
    "south or north",
    String.raw`[东西]?南[部侧岸边段]|\bsouth(?:ern)?\b`,
    String.raw`[东西]?北[部侧岸边段]|\bnorth(?:ern)?\b`,
  ),
  pair("left or right", "左[侧岸边手]|\\bleft\\b", "右[侧岸边手]"),
  pair("better or worse", "好转|改善|缓解|\\bimproved\\b", "恶化|加剧|加重|\\bworsened\\b"),
  pair(
    "true or false",
    "(?<!不)属实|证实|确有其事|\\bconfirmed\\b",
    "不实|不属实|虚假|谣言|否认|\\bdenied\\b|\\bfalse\\b",
  ),
  pair("in force or not", "生效|有效|实施|施行", "废止|失效|作废"),
  pair("upheld or overturned", "维持|\\bupheld\\b", "撤销|推翻|改判|\\boverturned\\b"),
  pair("soon or later", "尽快|立即|马上", "暂缓|推迟|延后|延期"),
  pair("founded or dissolved", "成立|设立|组建", "撤销|解散|注销"),
];

/** Claims that need such a word in the evidence. */
export const standingAlone: readonly { readonly claims: RegExp; readonly borneOutBy: RegExp }[] = [
  {
    claims:
      /最(?!近|后|终|初|新)\p{Script=Han}|\b(?:largest|highest|biggest|longest|fastest|smallest|lowest)\b/u,
    borneOutBy:
      /最|首|第一|榜首|居首|领跑|冠|之最|创.{0,4}(?:新高|纪录|记录)|历史新|\b\w+est\b|\bmost\b|\bleast\b|\brecord\b|\btop\b|\bfirst\b/u,
  },
  {
    claims: /首次|首个|首家|首座|首条|第一次|\bfor the first time\b|\bfirst ever\b/u,
    borneOutBy: /首|第一|率先|头一|开创|零的突破|从无到有|\bfirst\b|\bnever before\b|\bpioneer/u,
  },
  {
    claims: /有记录以来|历史(?:最|新|首|上最)|史上|有史以来|\bin history\b|\bon record\b/u,
    borneOutBy: /记录|纪录|历史|史上|有史|\bhistor|\brecord/u,
  },
  {
    claims: /大多数|多数|大部分|绝大|\bmost of\b|\bmajority\b/u,
    borneOutBy:
      /多数|大部分|大半|过半|一半|主要|普遍|大都|多为|绝大|多是|基本|%|成|分之|\bmost|\bmajority\b|\bhalf\b|\bmain|\bpercent\b|\bper cent\b/u,
  },
  {
    claims: /唯一|独家|\bonly (?:one|city|county|company)\b|\bsole\b/u,
    borneOutBy: /唯一|独家|仅|只有|独有|\bonly\b|\bsole\b/u,
  },
  {
    claims:
      /全部|所有|全都|百分之百|(?<!安)全(?:面|数|员)|\ball of\b|\bevery\b|\ball (?:the )?\w+s\b/u,
    borneOutBy:
      /全|所有|都|均|各|每|皆|一律|无一|百分之百|100%|普遍|彻底|\ball\b|\bevery\b|\beach\b|\bboth\b|\bentire\b|\bwhole\b/u,
  },
];

/** Everybody is claimed of whom the evidence names a part: 57名, 其中52名. */
export const wholeOf = {
  claims: /[都均](?:已|被|有|能|会|是)|全部|所有|\ball\b|\bevery\b/u,
  partly: /其中|部分|\bsome of\b|\bof (?:whom|which)\b/u,
  wholly: /都|均|全|各|皆|所有|一律|\ball\b|\bevery\b|\beach\b/u,
} as const;

/** 最大的…之一 is not 最大. */
export const oneOf = /之一|\bone of the\b|\bamong the\b/u;

/** Words of a question that say nothing about what the answer is about. */

const chineseQuestionWords =
  "多少 几 几个 几点 几年 几月 什么 哪 哪个 哪些 哪里 哪儿 哪位 哪种 哪年 哪一年 哪天 哪家 哪部 哪座 谁 何 何时 " +
  "何地 何处 何人 何年 怎么 怎样 怎么样 如何 为什么 为何 为啥 多久 多大 多高 多长 多远 多重 多宽 什么时候 什么样 " +
  "是否 吗 呢 嘛 吧 啊 么 请问 一下 啥 有没有";

const chineseFunctionWords =
  "的 了 是 在 和 与 及 或 也 都 而 被 把 由 从 到 对 于 为 以 之 其 这 那 这个 那个 有 个 一 就 又 还 中 上 下 里 " +
  "等 着 过 地 得 们 他 她 它 我 你 并 并且 位 会 能 可以 请 将 向 于是 所 指 叫 做 称 称为 属于 时候 一个 主要";

const englishQuestionWords =
  "what which who whom whose when where why how many much long far old big large tall high deep often ago";

const englishFunctionWords =
  "a an the of in on at to for from by with and or but not no is are was were be been being am do does did has have " +
  "had can could will would shall should may might must it its this that these those there here he she they them " +
  "his her their i you we us our your me my as into over under about than then so such any some all each please tell " +
  "s t";

/** Words that shape the asking, not the thing asked about. */
const chineseAskingWords =
  "一共 总共 共有 分别 各 各有 大约 大概 到底 究竟 目前 现在 如今 具体 情况 最新 进展 是不是 会不会 能不能 名字";

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

/** Question words and function words, Chinese and English, normalised. */
export const stopWords: ReadonlySet<string> = wordSet(
  chineseQuestionWords,
  chineseFunctionWords,
  chineseAskingWords,
  englishQuestionWords,
  englishFunctionWords,
);

/** Finds where a Chinese question asks; its content neighbours are the attribute asked for. */
export const questionWordPattern =
  /多少|几(?!乎)|什么|哪|谁|何[时地处人年]|多[大高长远久重宽深快]|怎么|怎样|如何|为什么|为何|啥/u;

/** A word that asks, with what it counts or chooses: 第几, 几台, 哪所; not 几何 or 哪吒. */
export const askingWord = /^(?:第?几(?![何内率乎近])|哪(?!吒)).{0,3}$/u;

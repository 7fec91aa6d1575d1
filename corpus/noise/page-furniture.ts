/** Recognises lines that belong to a web page or an app around an article, not to the article. */

import { endsComplete } from "../text/ends-complete.ts";

/** Furniture is short; longer lines say something. */
const maxLength = 60;
/** Shorter lines without a sentence's end are furniture where furniture stands around them. */
const maxNeighbourLength = 30;
/** Share of a line's letters that must be words of the trade. */
const tradeShare = 0.6;
/** A line of so many characters that ends as a sentence does is running text. */
const minRunningLength = 25;
/** So many running lines with words of the trade show a text that is about apps and pages. */
const linesThatShowATopic = 3;

/** Whole lines that stand in no article. */
const certain = new RegExp(
  `^(?:${[
    String.raw`打开\s?(?:APP|客户端)\S{0,14}`,
    "用户(?:点评|评论)|网友(?:评论|跟帖)|(?:全部|最新|最热|热门|精彩)评论|发表评论|写评论|我要评论|暂无评论",
    "(?:查看|加载|点击查看|展开)(?:更多|全部|全文|原文)\\S{0,4}|阅读(?:全文|原文)|点击(?:展开|加载)\\S{0,6}",
    "分享(?:到|至)\\S{2,14}|(?:一键)?分享|复制链接|收藏本文|扫码\\S{0,12}|扫一扫\\S{0,14}|长按\\S{0,16}",
    "(?:返回|回到)(?:顶部|首页|列表|上一页)|上一[篇页条]\\S{0,40}|下一[篇页条]\\S{0,40}|第?\\d+/\\d+页?",
    "相关(?:阅读|新闻|推荐|文章|链接|搜索|标签)|推荐阅读|延伸阅读|热门(?:新闻|推荐|文章|标签)|猜你喜欢|大家都在看|为您推荐|精彩推荐|更多(?:精彩|新闻|资讯|内容)",
    "打印(?:本页|本稿)|字号[:：]?(?:\\s*[大中小])*|[大中小](?:\\s*[大中小]){1,2}",
    "(?:网站地图|联系我们|关于我们|友情链接|隐私政策|用户协议|免责声明|版权声明|版权所有)\\S{0,30}",
    "\\S{0,12}(?:ICP[备证]|公网安备)\\S{0,30}|(?:Copyright|©|\\(c\\))[^。]{0,60}|All [Rr]ights [Rr]eserved\\.?",
    "(?:未经\\S{0,8}(?:授权|许可)|转载请注明)\\S{0,20}[。.]?",
    "Share(?: this)?(?: article| story)?|Read more|Sign (?:in|up)|Log in|Subscribe(?: now)?|Advertisement|Skip to (?:main )?content|Back to top|Related (?:articles|stories)|Accept(?: all)? cookies|Leave a (?:comment|reply)|Print this page",
    "[xX×✕✖↑↓<>«»]",
  ].join("|")})$`,
  "u",
);

/** Words of the trade that make a line furniture. */
const strong =
  /取消|确[定认]|关闭|纠错|打开|APP|[Aa]pp|客户端|小程序|公众号|二维码|扫一扫|扫码|长按|点击|全文|更多|评论|点评|点赞|收藏|分享[到至]?|转发|朋友圈|微信(?:好友)?|微博|QQ(?:空间|好友)?|抖音|链接|下载|安装|登录|注册|关注|订阅|首页|返回|顶部|热门|推荐|打印|字号|举报|广告|版权|转载|备案/gu;
/** Words that stand beside those. */
const weak =
  /底部的?|发现|即可|将?网页|使用|前往|进入|阅读|体验|更佳|更好|内容|精彩|资讯|新闻|查看|用户|网友|我们|识别|保存|图片|页面|右上角|左上角|选择|立即|马上|免费|最新|手机|浏览器|至|到|在|中|或|的/gu;

/**
 * Indices of such lines.
 *
 * Known phrases are told anywhere. Before and behind the running text, lines made of the trade's
 * words are, and behind it also short lines among them, unless the text is itself about apps.
 *
 * @param lines in reading order, as a reader sees them
 */
export function pageFurniture(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.length <= maxLength && certain.test(line)) found.add(index);
  }
  const running = [...lines.keys()].filter((index) => isRunning(lines[index] ?? ""));
  const topical = running.filter((index) => countLetters(lines[index] ?? "", strong) > 0);
  if (running.length === 0 || topical.length >= linesThatShowATopic) return found;

  const first = running[0] ?? 0;
  const last = running.at(-1) ?? lines.length;
  for (const [index, line] of lines.entries()) {
    const isAround = index < first || index > last || found.has(index - 1) || found.has(index + 1);
    if (isAround && isTrade(line)) found.add(index);
  }
  for (let index = last + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const isBetween =
      found.has(index - 1) && (index + 1 === lines.length || hasLater(found, index));
    if (isBetween && line.length <= maxNeighbourLength && !endsComplete(line)) found.add(index);
  }
  return found;
}

function hasLater(found: ReadonlySet<number>, index: number): boolean {
  return found.has(index + 1) || found.has(index + 2);
}

function isRunning(line: string): boolean {
  return line.length >= minRunningLength && endsComplete(line) && !isTrade(line);
}

/** Whether the line says nothing but what to do with the page. */
function isTrade(line: string): boolean {
  if (line.length > maxLength) return false;
  const letters = line.replace(/[^\p{L}\p{N}]/gu, "").length;
  const strongLetters = countLetters(line, strong);
  if (strongLetters === 0) return false;
  return strongLetters + countLetters(line.replace(strong, "|"), weak) >= letters * tradeShare;
}

function countLetters(line: string, words: RegExp): number {
  return [...line.matchAll(words)].reduce((sum, [word]) => sum + word.length, 0);
}

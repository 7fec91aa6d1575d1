/** The words with which web pages and apps surround an article. */

/** Whole lines that stand in no article, wherever they are. */
const anywhere = [
  // Unfolding and loading.
  "(?:查看|加载|点击查看|展开)(?:更多|全部|全文|原文)\\S{0,4}",
  "阅读(?:全文|原文)|点击(?:展开|加载)\\S{0,6}|展开(?:阅读)?全文|收起",
  // Sharing and printing.
  "分享(?:到|至)[:：]?(?:\\s*\\S{2,8}){0,8}|(?:一键)?分享|复制链接|收藏本文|打印(?:本页|本稿)",
  "字[号体](?:大小)?[:：]?(?:\\s*(?:[超特加]?[大中小]|[-+A]))*|[大中小](?:\\s*[大中小]){1,2}|[TA][+-](?:\\s*[TA][+-])?",
  // Where the page stands.
  "(?:当前|您(?:的|现在的|当前)?(?:所在)?)?位置[:：]?\\s*首页.{0,60}|(?:网站)?首页\\s*[>›»/＞]\\s*\\S.{0,60}",
  "(?:返回|回到)(?:顶部|首页|列表|上一页)|上一[篇页条]\\S{0,40}|下一[篇页条]\\S{0,40}|第?\\d+/\\d+页?",
  "原标题[:：].{2,60}",
  // Following.
  ".{0,4}点击(?:上方|下方|上面|顶部)?蓝[色]?字.{0,12}|(?:欢迎)?关注我们.{0,14}|.{0,8}点击上方.{0,4}蓝[色]?字.{0,8}",
  "(?:点?(?:分享|收藏|在看|点?赞|转发|关注)[\\s,，、+！!]*){2,8}|(?:长按)?识别(?:图中)?二维码.{0,12}|设为星标.{0,10}|.{0,10}点(?:一?[个下]|亮)?[“「【]?(?:在看|好看)[”」】]?.{0,8}",
  "(?:[您你们]|如果|要是)*(?:喜欢|觉得(?:不错|有用|好看?|有帮助))(?:的话)?[，,\\s]?(?:就|请|欢迎|不妨|记得|麻烦)[^。]{0,8}(?:点|戳|转发|分享|收藏|关注).{0,12}|点个?赞再走.{0,4}|戳(?:这里|下方|原文|左下角).{0,10}|[↓▼⬇👇]*(?:点击|戳)(?:下方|左下角|文末)\\S{0,12}",
  // Comments.
  "(?:用户|网友)(?:点评|评论|跟帖|留言)|(?:全部|最新|最热|热门|精彩|精选)(?:评论|留言|跟帖)|发表评论|写评论|写留言|我要评论|暂无评论|(?:已有|共)\\s?\\d+\\s?(?:人参与|条评论)\\S{0,6}",
  // Owners.
  "(?:网站地图|联系我们|关于我们|友情链接|隐私政策|用户协议|版权所有)\\S{0,30}|\\S{0,12}(?:ICP[备证]|公网安备)\\S{0,30}|.{0,30}\\s\\S{0,3}ICP[备证]\\S{0,20}",
  "(?:未经\\S{0,8}(?:授权|许可)|转载请?(?:注明|联系))\\S{0,24}[。.]?|举报[/／]?反馈|广告|ADVERTISEMENT|Advertisement",
  "Share(?: this)?(?: article| story)?|Read more|Sign (?:in|up)|Log in|Subscribe(?: now)?|Skip to (?:main )?content|Back to top|Accept(?: all)? cookies|Leave a (?:comment|reply)|Print this page|Share on \\w+",
  "[xX×✕✖↑↓<>«»]",
];
/** Lines that a text about apps may hold too. */
const aroundText = [
  "(?:Copyright|©|\\(c\\)).{0,60}|All [Rr]ights [Rr]eserved\\.?",
  "扫一扫\\S{0,14}|扫码(?:关注|阅读|下载|分享|观看)\\S{0,10}|长按(?:识别|二维码|图片)\\S{0,12}",
  "\\d{0,6}人?(?:点赞|收藏|评论|在看)|(?:点赞|收藏|评论|转发)\\s?\\d{0,6}",
  "打开\\s?(?:APP|客户端|微信)\\S{0,14}",
  "标签[:：].{0,60}|Tags?:.{0,60}",
  "取消|确[定认]|关闭|纠错|登录|注册|登录/注册|返回|更多|下载\\s?(?:APP|客户端)",
];
/** What opens a list of links to other pages. */
const lists =
  "相关(?:阅读|新闻|推荐|文章|链接|搜索|标签|报道)|推荐阅读|延伸阅读|扩展阅读|往期(?:回顾|推荐|精选|精彩)|热门(?:新闻|推荐|文章|标签|排行)|新闻排行|点击排行|猜你喜欢|大家都在看|(?:为您|为你|编辑|精彩|精选)推荐|更多(?:精彩|新闻|资讯|内容|文章)|(?:最新|今日)(?:新闻|文章|热点|资讯)|近期文章|Related (?:articles|stories|posts|news)|You may also like|More from .{2,30}|Most (?:read|popular)|Trending(?: now)?";
/** What opens the readers' comments. */
const comments =
  "(?:用户|网友)(?:点评|评论|跟帖|留言)|(?:全部|最新|最热|热门|精彩|精选)(?:评论|留言|跟帖)|评论区?(?:[(（]\\d+[)）])?|Comments(?:\\s?\\(\\d+\\))?|\\d+ [Cc]omments";

export const furnitureAnywhere = wholeLine(anywhere.join("|"), "u");
export const furnitureAroundText = wholeLine(aroundText.join("|"), "u");
export const opensLinks = wholeLine(`(?:${lists})\\s?[:：]?`, "iu");
export const opensComments = wholeLine(`(?:${comments})\\s?(?:[(（]?\\d+条?[)）]?)?[:：]?`, "u");
/** What stands beside a reader's comment. */
export const besideComment =
  /^(?:.{0,20}\s)?(?:\d+\s?(?:秒|分钟|小时|天|周|个?月|年)前|刚刚|昨天\s?\d|回复|点?赞|踩|举报|删除)(?:\s?[(（]?\d+[)）]?)?(?:\s.{0,20})?$|^(?:\d+\s?楼|沙发|板凳)\S{0,10}$|(?:小时|分钟|天)前\s.{0,12}(?:回复|赞)|\bReply\b|\bLike\b/u;

/** Words of the trade that make a line furniture. */
export const strongWords =
  /取消|确[定认]|关闭|纠错|打开|APP|[Aa]pp|客户端|小程序|公众号|二维码|扫一扫|扫码|长按|点击|全文|更多|评论|点评|点赞|在看|收藏|分享[到至]?|转发|朋友圈|微信(?:好友)?|微博|QQ(?:空间|好友)?|抖音|链接|下载|安装|登录|注册|关注|订阅|首页|返回|顶部|热门|推荐|打印|字号|举报|广告|版权|转载|备案|\b(?:Home|Menu|Search|Subscribe|Sign (?:in|up)|Log in|Login|Register|Newsletters?|Share)\b/gu;
/** Words that stand beside those. */
export const weakWords =
  /底部的?|发现|即可|将?网页|使用|前往|进入|阅读|体验|更佳|更好|内容|精彩|资讯|新闻|视频|专题|财经|查看|用户|网友|我们|识别|保存|图片|页面|右上角|左上角|选择|立即|马上|免费|最新|手机|浏览器|至|到|在|中|或|的|\b(?:News|Sports?|Opinion|Business|World|Video|Weather|Culture|Politics|Health|Science|Travel|More)\b/gu;

/** Words of a notice about rights and duties; several of them make one. */
export const noticeWords =
  /声明|本[网站文平台公众号刊]{1,3}|转载|载|注明|来源|出处|版权|著作权|侵权|授权|许可|书面|联系(?:我们|删除|处理|本)|删除|仅代表|仅供|不代表|不构成|并不意味|赞同|观点|立场|传递更多信息|传播|目的|原作者|投资建议|法律责任|追究|copyright|permission|rights reserved|reproduc/giu;

function wholeLine(pattern: string, flags: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, flags);
}

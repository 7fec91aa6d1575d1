/** The words with which web pages and apps surround an article. */

/** Whole lines that stand in no article, wherever they are. */
const anywhere = [
  // Unfolding and loading.
  "(?:查看|加载|点击查看|展开)(?:更多|全部|全文|原文)\\S{0,4}",
  "阅读(?:全文|原文)|点击(?:展开|加载)\\S{0,6}|展开(?:阅读)?全文|收起",
  // Sharing and printing.
  "分享(?:到|至)[:：]?(?:\\s*\\S{2,8}){0,8}|(?:一键)?分享|复制链接|收藏本文|打印(?:本页|本稿)",
  "字[号体级](?:大小)?[:：]?(?:\\s*(?:[超特加]?[大中小]|[-+A]))*|[大中小](?:\\s*[大中小]){1,2}|[TA][+-](?:\\s*[TA][+-])?",
  // Where the page stands.
  "(?:您?(?:现在|当前)?的?(?:所在)?位置[:：]?\\s*)?首页\\s*[>›»/＞].{1,60}|(?:您?(?:现在|当前)?的?(?:所在)?位置)[:：]?\\s*首页.{0,60}|(?:网站)?首页\\s*[>›»/＞]\\s*\\S.{0,60}",
  "(?:返回|回到)(?:顶部|首页|列表|上一页)|上一[篇页条]\\S{0,40}|下一[篇页条]\\S{0,40}|第?\\d+/\\d+页?",
  "原标题[:：].{2,60}",
  // Following.
  '[^\\p{L}\\p{N}]{0,4}点击上方[“"「].{1,16}[”"」].{0,10}|(?:商务|广告|内容)?合作请?(?:加|联系|扫).{0,30}|预览时标签不可点|轻点两下取消.{0,20}|已同步到看一看.{0,8}|.{0,12}官方(?:账号|帐号)',
  ".{0,4}点击(?:上方|下方|上面|顶部)?蓝[色]?字.{0,12}|(?:欢迎)?关注我们.{0,14}|.{0,8}点击上方.{0,4}蓝[色]?字.{0,8}",
  "(?:点?(?:分享|收藏|在看|点?赞|转发|关注)[\\s,，、+！!]*){2,8}|(?:长按)?识别(?:图中)?二维码.{0,12}|设为星标.{0,10}|.{0,10}点(?:一?[个下]|亮)?[“「【]?(?:在看|好看)[”」】]?.{0,8}",
  "(?:[您你们]|如果|要是)*(?:喜欢|觉得(?:不错|有用|好看?|有帮助))(?:的话)?[，,\\s]?(?:就|请|欢迎|不妨|记得|麻烦)[^。]{0,8}(?:点|戳|转发|分享|收藏|关注).{0,12}|点个?赞再走.{0,4}|戳(?:这里|下方|原文|左下角).{0,10}|[↓▼⬇👇]*(?:点击|戳)(?:下方|左下角|文末)\\S{0,12}",
  // Comments.
  "(?:用户|网友)(?:点评|评论|跟帖|留言)|(?:全部|最新|最热|热门|精彩|精选)(?:评论|留言|跟帖)|发表评论|写评论|写留言|我要评论|暂无评论|(?:已有|共)\\s?\\d+\\s?(?:人参与|条评论)\\S{0,6}",
  "(?:欢迎)?(?:在)?评论区留言.{0,6}|说点什么吧?.{0,6}|(?:写下|发表)你的(?:评论|看法).{0,6}|(?:文明上网|理性发言|友善评论).{0,20}|※\\s?提醒您.{2,40}",
  "已?(?:显示|加载)全部(?:内容)?|没有更多了?|(?:已经)?到底[了啦]|换一换|请继续往下阅读.{0,4}",
  "(?:阅读|浏览|播放|点击|热度)(?:量|数|次数)?[:：]?\\s?[（(]?[\\d.,]+\\s?[万亿wWkK]?\\+?次?[）)]?",
  "图片?(?:来源于|来自于?|源自|源于)(?:网络|互联网).{0,16}|发布于[:：]\\S{2,8}|我来说两句|\\d+人参与.{0,12}|登录(?:并|后)(?:发表|评论|回复).{0,6}|免费获取",
  // A paper's own lines.
  "今日(?:出[纸紙])?\\S{1,8}[版页].{0,24}",
  "(?:(?:新闻|广告|发行|订阅|报料|爆料|投稿|稿酬|读者|编辑部|值班)\\S{0,4}(?:热线|电话|邮箱|信箱|咨询|部)\\s?[:：]\\s?[\\w@.+（）()—-]{5,40}\\s*){1,6}",
  "本(?:栏目|专栏|专版|版|期)(?:\\S{0,6})?由.{2,30}(?:协办|主办|承办|冠名|联办|支持)",
  "附件\\d{0,2}\\s?[:：.]?.{2,60}\\.(?:docx?|xlsx?|pdf|zip|rar|wps|ofd|pptx?)",
  // Owners.
  "(?:网站地图|联系我们|关于我们|友情链接|隐私政策|用户协议|版权所有)\\S{0,30}|\\S{0,12}(?:ICP[备证]|公网安备).{0,40}|.{0,40}网站标识码.{0,30}|.{0,30}\\s\\S{0,3}ICP[备证]\\S{0,20}",
  "\\S{0,8}未经\\S{0,8}(?:授权|许可|同意)\\S{0,24}(?:\\s.{0,30})?|(?:未经\\S{0,8}(?:授权|许可)|转载请?(?:注明|联系))\\S{0,24}[。.]?|举报[/／]?反馈|广告|ADVERTISEMENT|Advertisement",
  "Share(?: this)?(?: article| story)?|Read more|Sign (?:in|up)|Log in|Subscribe(?: now)?|Skip to (?:main )?content|Back to top|Accept(?: all)? cookies|Leave a (?:comment|reply)|Print this page|Share on \\w+",
  "\\d{1,3}[ -]min(?:ute)?s? read|Listen to this (?:article|story)(?: .{0,20})?|Sign up (?:to|for) (?:our|the) .{2,40}|Get .{3,80} (?:in|to) your inbox.{0,20}|(?:Enter your )?[Ee]mail(?: address)?|Follow us on .{2,40}|View (?:this email )?in (?:your )?browser|Read (?:the )?full (?:story|article).{0,4}|You(?: are|'re) receiving this (?:email|message).{2,60}|Was this (?:email )?forwarded to you.{0,40}|(?:(?:Unsubscribe|Manage (?:your )?(?:preferences|subscription)|Update profile|Privacy policy)[\\s|·]*){1,5}|Continue reading(?: below)?|Story continues below.{0,20}|(?:(?:About(?: us)?|Contact(?: us)?|Privacy(?: policy)?|Terms(?: of (?:use|service))?|Cookie (?:settings|policy)|Advertise(?: with us)?|Careers|Help|Accessibility)[\\s|·]*){2,12}",
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
  "相关(?:阅读|新闻|推荐|文章|链接|搜索|标签|报道|解读|文件|政策)|政策解读|喜欢此内容的人还喜欢|大家(?:都|还)在搜|作者最新(?:文章|作品)|热搜榜?|推荐阅读|延伸阅读|扩展阅读|往期(?:回顾|推荐|精选|精彩)|热门(?:新闻|推荐|文章|标签|排行)|新闻排行|点击排行|猜你喜欢|大家都在看|(?:为您|为你|编辑|精彩|精选)推荐|更多(?:精彩|新闻|资讯|内容|文章)|(?:最新|今日)(?:新闻|文章|热点|资讯)|近期文章|Related (?:articles|stories|posts|news)|You may also like|More (?:from|on) .{2,30}|Most (?:read|popular)|Trending(?: now)?";
/** What opens a paper's list of what stands on its other pages, and a line of that list. */
export const opensIndex = /^(?:今日|本期|要闻)?(?:导读|看点|导览)\s?[:：]?$/u;
export const indexLine =
  /^(?:第?[一二三四五六七八九十\d]{1,3}版|[A-Z]\d{1,2}版?)[\s:：·|｜]*\S.{2,40}$|^\S.{2,40}[\s（(](?:详?见)?第?[\dA-Z一二三四五六七八九十]{1,3}版[）)]?$/u;
/** What names an advertisement, and what such a one ends with. */
export const opensAdvertisement = /^(?:(?:分类|公益)?广告|推广|ADVERTISEMENT|Advertisement)$/u;
export const contact =
  /^(?=.*\b\d{3}-\d{4}\b)[!-~\s]+$|(?:电话|热线|地址|微信|咨询)\s?[:：]?\s?\S|\d{3,4}-\d{7,8}/u;
/** What opens the readers' comments. */
const comments =
  "(?:用户|网友)(?:点评|评论|跟帖|留言)|(?:全部|最新|最热|热门|精彩|精选)(?:评论|留言|跟帖)|评论区?(?:[(（]\\d+[)）])?|Comments(?:\\s?\\(\\d+\\))?|\\d+ [Cc]omments";

export const furnitureAnywhere = wholeLine(anywhere.join("|"), "u");
export const furnitureAroundText = wholeLine(aroundText.join("|"), "u");
export const opensLinks = wholeLine(`(?:${lists})\\s?[:：]?`, "iu");
export const opensComments = wholeLine(`(?:${comments})\\s?(?:[(（]?\\d+条?[)）]?)?[:：]?`, "u");
/** What stands beside a reader's comment. */
export const besideComment =
  /^(?:.{0,20}\s)?(?:\d+\s?(?:秒|分钟|小时|天|周|个?月|年)前|刚刚|昨天\s?\d|回复|点?赞|踩|举报|删除|发表|发送)(?:\s?[(（]?\d+[)）]?)?(?:\s.{0,20})?$|^(?:\d+\s?楼|沙发|板凳)\S{0,10}$|(?:小时|分钟|天)前\s.{0,12}(?:回复|赞)|\bReply\b|\bLike\b/u;

/** Words of the trade that make a line furniture. */
export const strongWords =
  /取消|确[定认]|关闭|纠错|打开|APP|[Aa]pp|客户端|小程序|公众号|二维码|扫一扫|扫码|长按|点击|全文|更多|评论|点评|点赞|在看|收藏|分享[到至]?|转发|朋友圈|微信(?:好友)?|微博|QQ(?:空间|好友)?|抖音|链接|下载|安装|登录|注册|关注|订阅|首页|返回|顶部|热门|推荐|打印|字号|举报|广告|版权|转载|备案|字[级体]|LINE|Facebook|Twitter|WhatsApp|Instagram|\b(?:Home|Menu|Search|Subscribe|Sign (?:in|up)|Log in|Login|Register|Newsletters?|Share)\b/gu;
/** Words that stand beside those. */
export const weakWords =
  /底部的?|发现|即可|将?网页|使用|前往|进入|阅读|体验|更佳|更好|内容|精彩|资讯|新闻|视频|专题|财经|查看|用户|网友|我们|识别|保存|图片|页面|右上角|左上角|选择|立即|马上|免费|最新|手机|浏览器|至|到|在|中|或|的|\b(?:News|Sports?|Opinion|Business|World|Video|Weather|Culture|Politics|Health|Science|Travel|More)\b/gu;

/** Words of a notice about rights and duties; several of them make one. */
export const noticeWords =
  /声明|本[网站文平台公众号刊]{1,3}|转载|载|注明|来源|出处|版权|著作权|侵权|授权|许可|书面|联系(?:我们|删除|处理|本)|删除|仅代表|仅供|不代表|不构成|并不意味|赞同|观点|立场|传递更多信息|传播|目的|原作者|自媒体|平台用户|上传并发布|信息存储(?:空间)?服务|投资建议|法律责任|追究|copyright|permission|rights reserved|reproduc/giu;

function wholeLine(pattern: string, flags: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, flags);
}

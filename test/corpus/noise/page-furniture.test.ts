import { describe, expect, test } from "vitest";
import { pageFurniture } from "../../../corpus/noise/page-furniture.ts";

const text = [
  "今年东湖种树三万棵，修堤两道，来看鱼的人比去年多了一倍，湖水也清了。",
  "水务局的人说，明年还要在岸边再种两万棵树，让湖水一天比一天更清。",
  "湖里的鱼有草鱼、鲤鱼和青鱼，最大的一条有三十多斤重，要两个人抬。",
];

/** Which of the lines around the text are left out. */
function furniture(above: readonly string[], below: readonly string[] = []): readonly string[] {
  const lines = [...above, ...text, ...below];
  const found = pageFurniture(lines);
  return lines.filter((_, index) => found.has(index));
}

describe("pageFurniture", () => {
  test.each([
    "打开APP阅读全文",
    "阅读原文",
    "分享到：微信 微博 QQ空间",
    "字号：大 中 小",
    "返回顶部",
    "上一篇：湖边的树",
    "当前位置：首页 > 新闻 > 正文",
    "点击上方蓝字关注我们",
    "↑点击上方“青石微生活”关注我们",
    "請繼續往下閱讀",
    "阅读 1.2万",
    "说点什么吧...",
    "新闻热线：0700-8800000  广告热线：0700-8800001",
    "附件：青石县修堤申请表.doc",
    "图片来源于网络，侵删",
    "4 min read",
    "Sign up to our newsletter",
    "About us  Contact  Privacy policy",
    "喜欢就点个在看",
    "点个在看",
    "点亮“在看”",
    "点一下好看",
    "喜欢的话，请点赞转发",
    "觉得不错，欢迎转发给更多的人",
    "点个赞再走吧",
    "戳这里，看更多照片",
    "分享、点赞、在看三连",
    "暂无评论",
    "青ICP备12345678号",
    "未经授权不得转载",
    "Skip to main content",
    "×",
  ])("leaves %s out behind the text", (line) => {
    expect(furniture([], [line])).toEqual([line]);
  });

  test.each([
    "为志愿者点赞",
    "为青石人点个赞",
    "喜欢分享的老人",
    "动动手指就能办事",
    "在看湖的人里",
    "湖边的首页人生",
    "点击湖心",
    "评论员说湖",
    "下一站，东湖",
    "一位网友的来信",
    "王小明",
  ])("leaves %s in the text", (line) => {
    expect(furniture([line])).toEqual([]);
  });

  test("leaves out a menu above the text, but no verses", () => {
    const menu = ["首页", "新闻", "视频", "登录"];
    const verses = ["湖水清", "鱼儿多", "树影长", "人不归"];

    expect(furniture(menu)).toEqual(menu);
    expect(furniture(verses)).toEqual([]);
  });

  test("leaves out a list of links behind the text, with its name", () => {
    const links = ["相关阅读", "东湖十年", "湖边的树"];

    expect(furniture([], links)).toEqual(links);
  });

  test("leaves out the readers' comments, but not a report on comments", () => {
    const comments = ["网友评论", "青石人", "湖真清。", "3小时前 回复", "钓鱼的人", "2小时前 回复"];

    expect(furniture([], comments)).toEqual(comments);
    expect(furniture([], ["网友评论", "湖真清。", "鱼也多。"])).not.toContain("湖真清。");
  });

  test("leaves out a notice of rights at the end", () => {
    const notice =
      "声明：本网转载此文是为了传递更多信息，不代表本网观点，版权归原作者，如有侵权请联系删除。";

    expect(furniture([], [notice])).toEqual([notice]);
  });

  test("keeps words of apps in a text about apps", () => {
    const lines = [
      "打开APP，点击首页的登录，就能看见自己的账号和最近的消息。",
      "点击右上角的分享，可以把页面发给微信好友，也可以复制链接。",
      "登录后点击关注，就能在客户端收到公众号的新文章和评论提醒。",
      "下载",
    ];

    expect(pageFurniture(lines)).toEqual(new Set());
  });

  test("takes lines without any running text for the text", () => {
    expect(pageFurniture(["首页", "新闻", "登录", "返回顶部"])).toEqual(new Set());
    expect(pageFurniture([])).toEqual(new Set());
  });
});

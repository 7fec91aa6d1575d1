/** Recognises the names of columns and parts of a paper, which stand above titles. */

import { foldTerms } from "./fold-terms.ts";

/** What stands under the name: opinions, briefs, letters, pictures, notices, or anything. */
export type Column = "opinion" | "briefs" | "letters" | "pictures" | "notices" | "part";

const maxLength = 24;
const marks = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

const opinions =
  "时评|评论|社论|社评|短评|快评|锐评|微评|漫评|来论|言论|观点|锐言|锐见|微言|论坛|杂谈|漫谈|随笔|随想|笔谈|众议|今日谈|大家谈|百家谈|纵横谈|有话说|一家之言|街谈巷议|编辑部文章|评论员文章|茶座|观察哨|时评版|论语";
const briefs =
  "简讯|短讯|快讯|速览|速递|速读|集锦|集纳|集萃|短波|简报|播报|一句话新闻|简明新闻|新闻短波|要闻快读|短新闻";
const pictures = "图片新闻|新闻图片|图片报道|摄影报道|图说新闻|图说|组图|光影|镜头|影像";
const notices =
  "遗失声明|声明|公告|通告|公示|启事|讣告|(?:招聘|寻人|寻物|招领|招租|迁坟|征集)启事|(?:停电|停水|停气|停热|检修)(?:通知|公告|预告)|小启|敬告读者|招聘信息|分类广告|广告|便民信息|天气预报|今日天气|天气|电视节目预告|影讯";
const parts =
  "要闻|综合|综合新闻|本地|本地新闻|地方|地方新闻|时事|时政|国内|国内新闻|国际|国际新闻|经济|财经|文化|文体|体育|教育|卫生|社会|民生|法治|副刊|文艺副刊|专题|专版|特刊|理论|理论周刊|头版|县域|区县新闻|县区新闻|深度|聚焦|焦点";

const patterns: readonly (readonly [Column, RegExp])[] = [
  ["opinion", new RegExp(`^\\p{Script=Han}{0,6}(?:${opinions})$`, "u")],
  ["opinion", /^(?:opinion|editorial|commentary|op-ed|viewpoint|column)s?$/iu],
  ["briefs", new RegExp(`^\\p{Script=Han}{0,6}(?:${briefs})$`, "u")],
  ["briefs", /^(?:(?:news )?in brief|(?:news )?briefs)$/iu],
  ["letters", /^(?:读者来信|读者之声|来信选登|letters(?: to the editor)?)$/iu],
  ["pictures", new RegExp(`^(?:\\p{Script=Han}{2}·?)?(?:${pictures})$`, "u")],
  ["notices", new RegExp(`^(?:${notices})$`, "u")],
  ["part", new RegExp(`^(?:${parts})$`, "u")],
];

/** What the line is the name of; undefined where it says anything else. */
export function columnOf(line: string): Column | undefined {
  if (line.length > maxLength) return undefined;
  const words = foldTerms(
    line.replace(marks, "").replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ""),
  );
  return patterns.find(([, pattern]) => pattern.test(words))?.[0];
}

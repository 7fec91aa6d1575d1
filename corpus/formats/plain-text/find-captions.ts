/** Finds the captions of pictures that a text has lost. */

import { isByline, isPhotoByline } from "../../articles/byline.ts";
import { hasHan } from "../../text/characters.ts";
import { sentenceEnds } from "../../sentences/sentence-ends.ts";
import type { Stretch } from "./stretch.ts";

/** A lost picture leaves at least so many blank lines, where other paragraphs have one or none. */
const gapLines = 3;
const usualLines = 1;
const maxCaptionLength = 80;
const maxCaptionSentences = 2;

const pointing =
  /^(?:图为|图(?:[①-⑩\d](?!\d)|[一二三四五六](?![时次下切己生点直个般]))|[上下左右大小]图(?![书谋案形鉴腾])|资料(?:图片?|照片)|(?:图片|图)\s?[:：]|[△↑↓◀]|（[上下左右]图）)/u;
/** A mark that points at a picture, unless it stands before every item of a list. */
const pointers = new Set("▲▶►◆■");
/** What pictures of news show, as the last word of a line that is no clause. */
const scenes =
  "车间|现场|基地|场景|一角|一景|全景|远景|近景|外景|内景|夜景|风光|风貌|美景|景色|景观|航拍图?|俯瞰|鸟瞰|外观|大楼|厂房|厂区|园区|校区|生产线|实验室|展厅|展台|展区|效果图|示意图|分布图|规划图|地图|照片|合影|留影|画面|截图|封面|海报|剧照|梯田|稻田|麦田|茶园|果园|大棚|湿地|公园|广场|大桥|码头|港口|景区|街区|步行街|老街|古镇|古村|古城|村落|民居|车站|机场|航站楼|博物馆|图书馆|体育馆|剧院|水库|瀑布|草原|展示中心|服务中心|服务大厅|指挥中心|驿站|书屋|作品|展品|文物";
const scene = new RegExp(
  `(?:${scenes}|[（(](?:修复|改造|整治|建设|搬迁)[前后][）)]|[（(](?:资料|效果|示意)图片?[）)])$`,
  "u",
);
/** `[图片]` stands where a picture was and says nothing of it. */
const deed = /[摄攝]|供[图圖]|提供/u;
/** Headings act, compare and join; names of places do not. */
const headingWords =
  /[:：，,、！？!?“”"\s|｜丨]|^(?:走进|探访|来到|打造|建设|建好|守护|聚焦|推进|推动|从|让|为|把|向|在|以|用|做|当|这|那|如何|怎样)/u;

/**
 * Indices of the stretches that are captions: named as such, behind the gap that a picture left and
 * before another break, or a bare name of a scene between paragraphs.
 */
export function findCaptions(stretches: readonly Stretch[]): ReadonlySet<number> {
  const hasGaps = isSpacedEvenly(stretches);
  const found = new Set<number>();
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.role !== "body" || !isShort(stretch.text)) continue;
    if (stretch.mark !== undefined) {
      if (isPointer(stretch, stretches[index - 1], stretches[index + 1])) found.add(index);
      continue;
    }
    if (isAboveCredit(stretch, stretches[index + 1])) {
      found.add(index);
      continue;
    }
    const isBehindGap = hasGaps && index > 0 && stretch.blankLinesBefore >= gapLines;
    const next = stretches[index + 1];
    if (pointing.test(stretch.text) || isScene(stretch, index)) found.add(index);
    else if (isBehindGap && isBreak(next) && !isTitle(stretches, index)) found.add(index);
  }
  return found;
}

/** Whether the bullet points at a picture: `▲图为…`, or one that no other line has. */
function isPointer(
  { mark, text, shape }: Stretch,
  above: Stretch | undefined,
  below: Stretch | undefined,
): boolean {
  if (mark?.kind !== "bullet" || !pointers.has(mark.symbol)) return false;
  if (pointing.test(text)) return true;
  const isAlone = above?.mark?.kind !== "bullet" && below?.mark?.kind !== "bullet";
  return isAlone && above !== undefined && shape === "complete";
}

/** Whether the next line is only the picture's credit: `本报记者 某某 摄`. */
function isAboveCredit(stretch: Stretch, below: Stretch | undefined): boolean {
  if (below?.isAfterBlank !== false || !stretch.isAfterBlank) return false;
  const isCredit = isByline(below.text) && isPhotoByline(below.text) && deed.test(below.text);
  return below.role === "caption" && isCredit;
}

/** Whether a gap of several lines is something special in the text. */
function isSpacedEvenly(stretches: readonly Stretch[]): boolean {
  const usual = stretches.filter(
    // Blank lines above all text part nothing.
    ({ blankLinesBefore }, index) => index === 0 || blankLinesBefore <= usualLines,
  );
  return usual.length * 2 > stretches.length;
}

function isShort(text: string): boolean {
  return text.length <= maxCaptionLength && sentenceEnds(text).length < maxCaptionSentences;
}

function isScene({ text, shape }: Stretch, index: number): boolean {
  return (
    index > 0 && shape === "short" && hasHan(text) && scene.test(text) && !headingWords.test(text)
  );
}

/** Whether the text goes on elsewhere: its end, a heading, another picture. */
function isBreak(next: Stretch | undefined): boolean {
  if (next === undefined || next.mark?.kind === "heading") return true;
  return next.blankLinesBefore >= gapLines || next.shape === "short" || next.role !== "body";
}

/** Whether a byline or subtitle follows the line, as it follows titles. */
function isTitle(stretches: readonly Stretch[], index: number): boolean {
  const stretch = stretches[index];
  if (stretch === undefined || stretch.shape === "complete") return false;
  const next = stretches[index + 1];
  return (
    next?.role === "byline" || next?.role === "dateline" || next?.text.startsWith("——") === true
  );
}

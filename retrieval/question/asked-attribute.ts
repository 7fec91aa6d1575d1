/** The word for what is asked of a thing: 成立 in 是哪一年成立的, 造价 in 的造价是多少, 窗口 in 有多少个窗口. */

import { type TaggedWord, tagWords } from "../text/tokens.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { askedOffice } from "./asked-office.ts";
import { questionWordPattern, stopWords } from "./stop-words.ts";

export interface AskedAttribute {
  /** What is asked of the thing; its last word names it. */
  readonly head: string;
  /** What sort of it: 研发 in 研发投入; absent where none is said. */
  readonly sort?: string;
  /** Whether it is asked how many there are: 窗口 in 有多少个窗口. */
  readonly isCounted: boolean;
  /** Of its first word in the question. */
  readonly start: number;
}

interface Piece extends TaggedWord {
  /** Offset in the question. */
  readonly start: number;
}

const content = /^(?:n(?!r|s|t)|v(?!d|x)|a|j|l|i|s$)/u;
const noun = /^(?:n|vn|j|l)/u;
const isHan = /^\p{Script=Han}+$/u;
/** Between what is asked and the question word. */
const link =
  /^(?:是|为|有|达|达到|在|于|位于|共|共有|约|大约|大概|一共|总共|究竟|到底|目前|现在|分别|各|各有|的|了|过)$/u;
const measure = /^q|^m/u;
/** Say only that something is asked: 总部在哪个城市, 需要多少钱. */
const noAttribute =
  /^(?:城市|国家|地方|省份|时候|时间|日期|年份|名字|钱|花|需要|可以|能够|要|能|会|开始|进行|获得|位于|属于|人|年|月|天|多|第)$/u;
/** What has a place of its own, apart from the thing's. */
const ofPlace = /^(?:总部|本部|总公司|总行|出生地|老家|籍贯|故乡)$/u;
/** 访华时间 asks for the time of it. */
const ofTime = /^(?:时间|日期)$/u;
/** 谁的票房最高 asks for no amount, though it speaks of one. */
const noAmount = /怎|如何|谁|为/u;
const ending = /[?？。.!！~～\s]+$/u;

function piecesOf(text: string): readonly Piece[] {
  let start = 0;
  return tagWords(text).map((piece) => {
    const placed = { ...piece, start };
    start += piece.word.length;
    return placed;
  });
}

function isContent({ word, tag }: Piece): boolean {
  return content.test(tag) && isHan.test(word) && !stopWords.has(word) && !link.test(word);
}

/** 环卫工人 of 环卫工人参加了活动. */
function leadingNouns(pieces: readonly Piece[]): readonly Piece[] {
  const end = pieces.findIndex((piece) => !isContent(piece) || !noun.test(piece.tag));
  return end < 0 ? pieces : pieces.slice(0, end);
}

function toAttribute(head: Piece, before: Piece | undefined, isCounted: boolean): AskedAttribute {
  const isJoined = before !== undefined && before.start + before.word.length === head.start;
  const sort = isJoined && isContent(before) ? { sort: before.word } : {};
  const { start } = isJoined && isContent(before) ? before : head;
  return { head: head.word, ...sort, isCounted, start };
}

/** 哪所大学 and 什么职务 say of what kind the answer is, not what is asked of the thing. */
const choosesKind = /^(?:哪(?!一?[年天月])|什么(?!时))/u;

/** @returns undefined where the question asks for the thing itself, or its wording is not read */
export function askedAttribute({
  text,
  type,
  language,
  tokenGroups,
}: Pick<AnalysedQuestion, "text" | "type" | "language" | "tokenGroups">):
  | AskedAttribute
  | undefined {
  // What a translation says, a text in its language may say in any words.
  if (language !== "zh" || tokenGroups !== undefined) return undefined;
  if (type === "person") return askedOfficeAttribute(text);
  if (type !== "amount" && type !== "date" && type !== "place") return undefined;
  const asks = questionWordPattern.exec(text);
  if (asks !== null && noAmount.test(asks[0])) return undefined;
  const pieces = piecesOf(text);
  const at = asks?.index ?? text.replace(ending, "").length;
  const asking = pieces.findIndex(({ start, word }) => start + word.length > at);
  const behind =
    asking < 0 || choosesKind.test(text.slice(at))
      ? []
      : pieces.slice(asking + 1).filter(({ tag }) => !measure.test(tag));
  const first = behind.findIndex((piece) => isContent(piece) && !noAttribute.test(piece.word));
  const run = first < 0 ? [] : leadingNouns(behind.slice(first));
  const counted = run.at(-1) ?? behind[first];
  if (counted !== undefined) {
    const previous = pieces[pieces.indexOf(counted) - 1];
    return toAttribute(counted, previous, type === "amount");
  }
  const before = asking < 0 ? pieces : pieces.slice(0, asking);
  const head = before.findLast(({ word }) => !link.test(word));
  if (head === undefined) return undefined;
  const previous = pieces[pieces.indexOf(head) - 1];
  const isUnknownNoun = head.tag === "x" && isHan.test(head.word) && previous?.word === "的";
  const isOfTime = ofTime.test(head.word) && previous !== undefined && isContent(previous);
  if (isOfTime) return toAttribute(head, previous, false);
  if ((!isContent(head) && !isUnknownNoun) || noAttribute.test(head.word)) return undefined;
  if (type === "place" && !ofPlace.test(head.word)) return undefined;
  return toAttribute(head, previous, false);
}

function askedOfficeAttribute(text: string): AskedAttribute | undefined {
  const head = askedOffice(text);
  return head === undefined ? undefined : { head, isCounted: false, start: text.indexOf(head) };
}

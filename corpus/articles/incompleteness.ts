/** Tells from its sentences which parts of a piece the page does not show. */

import type { Article } from "../article.ts";
import { hasHan } from "../text/characters.ts";
import { endsComplete } from "../text/ends-complete.ts";

type Missing = NonNullable<Article["missing"]>[number];

const laterItem =
  /^(?:二|三|四|五|六)是|^其[二三四五]|^(?:第[二三四五]|此外|另外|再次|最后)[，,、]/u;
const firstItem = /一是|其一|首先|第一|一方面/u;
/** An object without its verb: `良好态势，全市…` was the end of `呈现良好态势`. */
const bareObject =
  /^[\p{Script=Han}]{0,6}(?:态势|势头|格局|局面|氛围|合力|支撑|保障|动能|体系|机制|基础|优势|成效)[，,]/u;
const verb =
  /[是有为在让把被将了着过以从到随据按经围依由因]|形成|保持|呈现|推动|构建|夯实|强化|坚持|发挥|打造/u;

/** A shorter last line may be a signature or an item of a list. */
const minCutLength = 20;
/** What a page adds behind the last words ends in no sentence either. */
const aside =
  /记者|通讯员|编辑|责编|来源|转自|审核|校对|监制|版权|转载|图片|图源|附件|导读|公告|电话|微信|地址|邮箱|网址|[文图][/／]|[:：|｜丨]\s?\S{0,6}$/u;
const asideLength = 60;

export interface SentenceOfPiece {
  readonly text: string;
  /** Whether it stands in running text; rows, items and code end without a mark. */
  readonly isProse: boolean;
}

/** @param sentences of the piece in reading order */
export function missingParts(sentences: readonly SentenceOfPiece[]): readonly Missing[] {
  const first = sentences[0];
  const last = sentences.at(-1);
  const missing: Missing[] = [];
  const beginsLate = first?.isProse === true && beginsWithin(first.text);
  if (beginsLate || lacksFirstItem(sentences.map(({ text }) => text))) missing.push("beginning");
  if (last?.isProse === true && isCutOff(last.text)) missing.push("end");
  return missing;
}

function isCutOff(sentence: string): boolean {
  if (!hasHan(sentence) || sentence.length < minCutLength || endsComplete(sentence)) return false;
  return /\p{Script=Han}$/u.test(sentence) && !aside.test(sentence.slice(-asideLength));
}

function beginsWithin(sentence: string): boolean {
  if (/^[，、。；：,.;:！？!?”’」』）)】》]/u.test(sentence)) return true;
  if (/^\p{Ll}/u.test(sentence) && !hasHan(sentence) && sentence.length > 40) return true;
  const object = bareObject.exec(sentence)?.[0];
  return laterItem.test(sentence) || (object !== undefined && !verb.test(object));
}

/** `三是…` without any `一是…` before it. */
function lacksFirstItem(sentences: readonly string[]): boolean {
  const at = sentences.findIndex((sentence) => /^[二三]是/u.test(sentence));
  return at !== -1 && !sentences.slice(0, at + 1).some((sentence) => firstItem.test(sentence));
}

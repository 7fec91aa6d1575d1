/** The person whose post or standing a question asks for: 李云 in 李云在青河船厂担任什么职务. */

import { isDictionaryWord } from "../text/word-frequencies.ts";
import { tagWords } from "../text/tokens.ts";

const asksPost =
  /(?:什么|哪个|何种?|啥)(?:职务|职位|职称|身份|头衔|岗位|人$|人[?？])|(?:职务|职位|职称|身份|头衔|岗位)(?:是|为)(?:什么|啥|哪)|在.{2,20}负责(?:什么|哪)|(?:做|干)什么的|是谁[?？]?$|何许人/u;
/** 李云的父亲是谁 asks for another person. */
const ofAnother = /的(?!职务|职位|职称|身份|头衔|岗位|什么人)[^，。]{1,12}(?:是谁|何许人)/u;
const behindName = /^(?:在|是|的|担任|任|现任|时任|出任|当|负责|做|干|为|于|到底|究竟)$/u;
const personTag = /^nr/u;
const name = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}·[\p{Script=Han}·]{1,12})$/u;
/** 校长 of 青河中学的校长是谁 asks for the person, and names none. */
const noPerson = /[的这那该哪谁他她它]|[长任记理裁席师员者人方]$|^(?:第|首)/u;

/** @param question normalised Chinese; undefined where it asks for no named person's post */
export function askedPerson(question: string): string | undefined {
  if (!asksPost.test(question)) return undefined;
  const pieces = tagWords(question);
  const end = pieces.findIndex(({ word }) => behindName.test(word));
  if (end < 1) return undefined;
  const leading = pieces.slice(0, end);
  if (ofAnother.test(question)) return undefined;
  const words = leading.map(({ word }) => word).join("");
  if (!name.test(words) || noPerson.test(words)) return undefined;
  // A word of the dictionary is a thing, unless it is tagged as a person.
  const isPerson = leading.some(({ tag }) => personTag.test(tag)) || !isDictionaryWord(words);
  const isPlace = leading.some(({ tag }) => /^n[st]/u.test(tag));
  return isPerson && !isPlace ? words : undefined;
}

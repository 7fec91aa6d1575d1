/** Reads what a Word or Excel file says of itself, as far as it can be trusted. */

import type { DocumentParts } from "../../archives/open-parts.ts";
import { visibleText } from "../../text/visible-text.ts";
import { xmlTags } from "../xml/xml-tags.ts";

const maxTitleLength = 100;
/** What programs and templates leave there; a title with a file's ending is a file's name. */
const noTitle =
  /^(?:microsoft|word|excel|powerpoint|wps)\b|^(?:new |untitled ?)?(?:document|workbook|presentation|template|title|normal|untitled)\s?\d*$|^(?:新建|未命名|无标题)|^(?:文档|文件|工作簿|模板|标题|主题|无题)\s?\d*$|\.(?:docx?|dotx?|xlsx?|wps|et|rtf|odt|ods|pdf|txt|html?)$/iu;
/** Accounts of machines and offices. */
const noPerson =
  /用户|管理|微软|系统|办公|作者|电脑|联想|编辑|匿名|佚名|未知|默认|公司|部$|处$|科$|室$|局$|\b(?:microsoft|windows|office|user|admin|administrator|apple|wps|lenovo|dell|hp|author|unknown|default|google|open|libre|home|pc|computer|desktop)\b/iu;
const chineseName = /^\p{Script=Han}{2,4}$/u;
const latinName = /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,2}$/u;

export interface OfficeProperties {
  readonly title?: string;
  readonly byline?: string;
}

/** Neither date is taken: they tell of the file, not of its publication. */
export async function readProperties(parts: DocumentParts): Promise<OfficeProperties> {
  const source = (await parts.text("docProps/core.xml")) ?? "";
  let title: string | undefined;
  let creator: string | undefined;
  for (const { name, kind, text } of xmlTags(source)) {
    if (kind !== "open") continue;
    if (name === "title") title = visibleText(text);
    if (name === "creator") creator = visibleText(text);
  }
  return {
    ...(title !== undefined && isTitle(title) ? { title } : {}),
    ...(creator !== undefined && isPerson(creator) ? { byline: creator } : {}),
  };
}

function isTitle(title: string): boolean {
  return title !== "" && title.length <= maxTitleLength && !noTitle.test(title);
}

/** The creator is often an account. */
function isPerson(creator: string): boolean {
  return (chineseName.test(creator) || latinName.test(creator)) && !noPerson.test(creator);
}

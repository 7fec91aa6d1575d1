/** Says for what reason something was left out of the citable text. */

import type { Language } from "./language.ts";

/** Those of the loader; it names them in English. */
const chinese: Readonly<Record<string, string>> = {
  links: "链接列表",
  "shared with other documents": "多个文档共有的行",
  button: "按钮文字",
  hidden: "隐藏文字",
  title: "标题",
  "note label": "注释的标签",
  cover: "封面",
  "title page": "扉页",
  "table of contents": "目录",
  "front matter": "文件头信息",
  "no letter or digit": "没有文字的行",
  "page furniture": "页眉页脚",
  repeated: "重复的段落",
  slanted: "倾斜的文字",
  "page missing in the book": "书里缺的页",
};

/** The loader's own word where there is no other. */
export function noiseLabel(reason: string, language: Language): string {
  return language === "zh" ? (chinese[reason] ?? reason) : reason;
}

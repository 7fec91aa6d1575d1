/** Recognises who wrote a piece, on a line of its own or before its first words. */

const maxBylineLength = 60;
const maxCreditLength = 80;
const roles = "记者|通讯员|特约撰稿人?|特派员|实习生|评论员|撰稿|撰文|作者|文字|摄影";
const namePattern = String.raw`\p{Script=Han}[\p{Script=Han}·]{1,7}`;
/** After its role a byline holds nothing but names and what they did. */
const bylineLine = new RegExp(
  [
    String.raw`(?:记者|通讯员|特派员|实习生|评论员|(?:撰稿|撰文|作者|文字|摄影)(?=[\s:：/／]))[\s:：/／]*${namePattern}(?:[\s、/／|｜:：]+(?:${namePattern}|[文图摄]))*[）)]?$`,
    String.raw`^文\s?[/／]?\s?图?\s?[:：|]\s?${namePattern}$`,
    String.raw`^(?:来源|稿源|供稿|责任?编辑|责编|编辑|校对|审核)\s?[:：]\s?\S{1,20}$`,
    String.raw`^[Bb]y(?:\s+[A-Z][\p{L}.'-]*){2,4}$`,
  ].join("|"),
  "u",
);
const role = new RegExp(roles, "u");
const namesBehindRole = new RegExp(
  String.raw`(?:${roles})[\s:：]*((?:(?!${roles})[^（()）\n])*)`,
  "gu",
);
const name = new RegExp(`^${namePattern}$`, "u");
const sentenceMark = /[。！？；!?，,]/u;

/** `本报东湖讯（记者某某）`, `某社东湖5月1日电（记者某某）`. */
const bracketedOpening =
  /^[^\s。！？，,（(：:”]{2,30}?[讯电]\s*[（(][^（()）。]{0,40}(?:记者|通讯员|实习生)[^（()）。]{0,40}[）)]\s*/u;
/** `某客户端讯 某报全媒体记者某某报道:` */
const reportingOpening =
  /^(?!据)(?:[^\s。！？，,：:”]{2,30}?[讯电]\s*)?[^\s。！？，,：:]{0,20}(?:记者|通讯员)[^。！？，,]{1,30}报道\s*[:：]\s*/u;
const photoCredit =
  /\s*(?:[（(][^（()）]{1,30}(?:供图|摄影?|图片?)[）)]|(?<=[。！？\s])[^。！？\s]{0,12}(?:记者|通讯员)?\s?[^。！？\s]{1,12}(?:摄影?|供图))$/u;

/** Whether the line only names authors or the source. */
export function isByline(line: string): boolean {
  return line.length <= maxBylineLength && bylineLine.test(line) && !sentenceMark.test(line);
}

/** Length of the byline that opens the paragraph, 0 where none does. */
export function openingBylineLength(paragraph: string): number {
  const match = bracketedOpening.exec(paragraph) ?? reportingOpening.exec(paragraph);
  return match?.[0].length ?? 0;
}

/** Length of the photographer's credit that ends a caption, 0 where none does. */
export function photoCreditLength(caption: string): number {
  return photoCredit.exec(caption.slice(-maxCreditLength))?.[0].length ?? 0;
}

/** The persons named behind `记者` and its like, in their order. */
export function authorsOf(byline: string): readonly string[] {
  const authors = [...byline.matchAll(namesBehindRole)].flatMap(([, list = ""]) => {
    const words = list
      .replace(/文\s?[/／]\s?图.*/u, "")
      .split(/[\s、,，/／]+/u)
      .map((word) => word.replace(/(?:报道|摄影?)[:：]?$/u, ""));
    const end = words.findIndex((word) => !name.test(word) || role.test(word));
    return end === -1 ? words : words.slice(0, end);
  });
  return [...new Set(authors)];
}

/** Tells which parts of a page a reader does not see, or sees as no part of the text. */

import { attribute, type HtmlElement, isElement, parentElement, shortText } from "./html-tree.ts";
import { countSentences, type Landmarks, sentencesOfText } from "./landmarks.ts";

const unseenTags = new Set(
  (
    "script style template noscript noframes noembed head nav footer aside search " +
    "select datalist textarea svg canvas iframe object video audio dialog " +
    "progress meter map rt rp annotation annotation-xml del"
  ).split(" "),
);
const unseenRoles = new Set(
  "navigation search contentinfo complementary dialog alertdialog menu menubar toolbar".split(" "),
);
const hiddenStyle =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}px)/iu;
/** Read to the blind only. */
const screenReaderNames =
  /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text)(?:\s|$)/u;
const controlText =
  /^(?:[大中小]|[【[]?(?:我要)?(?:评论|跟贴|打印|收藏|分享|转发|点赞|关闭|纠错|举报|复制|返回|字号|朗读|听新闻|手机看|打印本页|关闭窗口|返回顶部)[\]】]?\s?(?:[(（]?\d*[)）]?)|[AT][+-]|print|share|top|close)$/iu;
/** Stands behind the headings of a wiki. */
const editMark = /^[[［]\s*(?:编辑|編輯|edit)\s*[\]］]$/iu;
/** `[1]`, `①`, `*`: marks that lead to a note. */
const footnoteMark = /^[[(（［〔【]?\s?(?:\d{1,3}|[*†‡§a-z①-⑳]|注\s?\d*)\s?[\])）］〕】]?$/u;
/** Leads back from the note. */
const backMark = /^(?:[↩↑⤴^]\ufe0e?\ufe0f?)+$/u;
const unmistakableMark = /^(?:[[［〔【].*[\]］〕】]|[①-⑳])$/u;

interface Surroundings {
  readonly landmarks: Landmarks;
  readonly isInArticle: boolean;
  readonly isInHeading: boolean;
}

/** Of links that do what buttons do. */
export const buttonReason = "button";

/** The reason, as the report shows it; undefined for what a reader reads. */
export function unseenReason(element: HtmlElement, around: Surroundings): string | undefined {
  const { tagName } = element;
  if (unseenTags.has(tagName)) return `<${tagName}>`;
  // A button in a heading opens the text below it and is its title.
  if (tagName === "button" && !around.isInHeading) return "<button>";
  if (isControl(element)) return buttonReason;
  const isLandmark = around.landmarks.around.has(element);
  // Some servers put the whole page into a form.
  const isForm = tagName === "form" && !isLandmark;
  if (isForm && countSentences(element) < sentencesOfText) return "<form>";
  const role = attribute(element, "role") ?? "";
  // The header of an article holds its title and date, that of a page its menu.
  if (!around.isInArticle && !isLandmark) {
    if (tagName === "header") return "<header>";
    if (role === "banner") return 'role="banner"';
  }
  if (unseenRoles.has(role) && !isLandmark) return `role="${role}"`;
  const isMainText = around.landmarks.mainText.has(element);
  if (isHidden(element, isLandmark) && !isMainText) return "hidden";
  return isFootnoteMark(element) ? "footnote mark" : undefined;
}

function isHidden(element: HtmlElement, isLandmark: boolean): boolean {
  // Scripts show it once they have run.
  if (element.tagName === "body" || element.tagName === "html") return false;
  return (
    attribute(element, "hidden") !== undefined ||
    // An open dialog hides all that is behind it.
    (attribute(element, "aria-hidden") === "true" && !isLandmark) ||
    hiddenStyle.test(attribute(element, "style") ?? "") ||
    screenReaderNames.test(attribute(element, "class") ?? "")
  );
}

/** A link that only acts on the page, and says so. */
function isControl(link: HtmlElement): boolean {
  if (link.tagName === "span") return editMark.test(shortText(link) ?? "");
  if (link.tagName !== "a") return false;
  const href = attribute(link, "href") ?? "";
  const isAction = /^(?:javascript:|#|$)/iu.test(href) || attribute(link, "onclick") !== undefined;
  return isAction && controlText.test(shortText(link) ?? "");
}

/** A raised number is a power unless it is a link or bracketed. */
function isFootnoteMark(element: HtmlElement): boolean {
  const isRaised = element.tagName === "sup";
  if (!isRaised && element.tagName !== "a") return false;
  const text = shortText(element) ?? "";
  if (backMark.test(text)) return !isRaised && leadsWithinPage(element);
  if (!footnoteMark.test(text)) return false;
  if (unmistakableMark.test(text)) return isRaised || leadsWithinPage(element);
  const around = [
    parentElement(element),
    ...element.childNodes.filter((child) => isElement(child)),
  ];
  return isRaised && around.some((link) => link !== undefined && leadsWithinPage(link));
}

function leadsWithinPage(link: HtmlElement): boolean {
  return link.tagName === "a" && (attribute(link, "href") ?? "").includes("#");
}

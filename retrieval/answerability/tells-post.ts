/** Tells whether a sentence says what a person is, though it shares no other word with the question. */

const title =
  "(?:[长任记理裁席师员授士家医者民人监表董匠手妇农工兵官]|教练|秘书|会计|法官|检察官|站点负责人|传承人|创始人)";
/** What may stand between a name and what the person is: 李云、 · 李云，男，现任. */
const link = String.raw`(?:[，,、（(]?[男女]?[，,、]?)?(?:现|时|曾)?(?:是|任|担任|出任|当选|为|兼任|负责|主持)`;

/**
 * Whether a title stands right before the name, or the text says behind it what the person is.
 *
 * @param text normalised
 */
export function tellsPost(text: string, name: string): boolean {
  return new RegExp(`${title}[“"(（]?${name}|${name}${link}`, "u").test(text);
}

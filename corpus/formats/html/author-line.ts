/** Makes one line of the authors that metadata names. */

import { hasHan } from "../../text/characters.ts";
import { visibleText } from "../../text/visible-text.ts";

const maxLength = 60;
const lead = /^(?:by\s+|(?:作者|撰文|文)\s*[:：/／]\s*)/iu;
const address = /:\/\/|www\.|@|\.(?:com|cn|net|org)\b/iu;
/** What programs fill in. */
const nobody =
  /^(?:admin(?:istrator)?|editor|webmaster|root|user|guest|null|undefined|none|unknown|anonymous|佚名|匿名|未知|本站|小编|管理员|网站管理员|编辑)$/iu;

/**
 * The names, each once; addresses, `admin` and the like are none. Undefined where nobody is named.
 *
 * @param siteNames which are nobody either
 */
export function authorLine(
  names: readonly string[],
  siteNames: readonly string[] = [],
): string | undefined {
  const shown = names.map((name) => visibleText(name).replace(lead, ""));
  const people = [...new Set(shown)].filter(
    (name) =>
      /\p{L}/u.test(name) &&
      name.length <= maxLength &&
      !address.test(name) &&
      !nobody.test(name) &&
      !siteNames.includes(name),
  );
  return people.length === 0 ? undefined : people.join(people.some(hasHan) ? "、" : ", ");
}

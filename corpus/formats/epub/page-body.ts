/** Turns a page of a book, which is XML, into HTML of what it shows. */

const voidTags = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
/** HTML knows no empty tags: `<span/>` would never be closed. */
const emptyTag = /<([a-z][\w:-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/giu;
/** Numbers that lead to notes, as the book marks them. */
const noteLink = /<a\b[^>]*\bepub:type\s*=\s*["'][^"']*\bnoteref\b[^>]*>[\s\S]{0,200}?<\/a\s*>/giu;
const body = /<body\b[^>]*>([\s\S]*?)(?:<\/body\s*>|$)/iu;

/** The page's body, without links to notes; the whole source where it has none. */
export function pageBody(source: string): string {
  const shown = body.exec(source)?.[1] ?? source;
  return shown
    .replace(emptyTag, (whole: string, name: string, attributes: string) =>
      voidTags.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
    )
    .replace(noteLink, "");
}

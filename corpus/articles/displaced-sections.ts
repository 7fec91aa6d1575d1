/** Finds sections that a page shows behind the end of their article. */

/** The last words of a feature are short and look ahead. */
const maxClosingLength = 60;
const lookingAhead =
  /征程|启航|起航|扬帆|未来可期|行则将至|奋进|奔跑|正当时|新篇章?|新的?一程|拭目以待|砥砺|迈进|阔步|蓝图|再出发|明天更|前行。$/u;

export interface SectionedParagraph {
  readonly text: string;
  readonly section?: string;
}

/**
 * The sections that begin behind a closing paragraph, in their order; empty where all stand well.
 *
 * @param paragraphs of one article in reading order
 */
export function displacedSections(paragraphs: readonly SectionedParagraph[]): readonly string[] {
  const found: string[] = [];
  for (const [index, { section }] of paragraphs.entries()) {
    const before = paragraphs[index - 1];
    if (section === undefined || before === undefined || before.section === section) continue;
    const isClosed = before.section !== undefined && isClosing(before.text);
    if (isClosed || found.length > 0) found.push(section);
  }
  return found;
}

function isClosing(paragraph: string): boolean {
  return (
    paragraph.length <= maxClosingLength &&
    /[。！]$/u.test(paragraph) &&
    lookingAhead.test(paragraph)
  );
}

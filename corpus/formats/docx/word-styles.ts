/** What the paragraph styles of Word, WPS and LibreOffice mean, as HTML. */

const headings = [1, 2, 3, 4, 5, 6].flatMap((level) => [
  `p[style-name='标题 ${level}'] => h${level}:fresh`,
  `p[style-name='标题${level}'] => h${level}:fresh`,
]);
const deeperHeadings = [7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`);
const captions = [
  "caption",
  "题注",
  "Image Caption",
  "Table Caption",
  "Illustration",
  "Figure",
  "Table",
  "Drawing",
].map((name) => `p[style-name='${name}'] => figcaption:fresh`);
/** Tables of contents and indexes lead to text and are none. */
const menus = ["toc ", "目录", "table of figures", "index ", "Contents "].map(
  (name) => `p[style-name^='${name}'] => nav:fresh`,
);

/**
 * In mammoth's language; names are compared without case.
 *
 * @see https://github.com/mwilliamson/mammoth.js#writing-style-maps
 */
export const wordStyles: readonly string[] = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='副标题'] => h2:fresh",
  "p[style-name='Table Heading'] => p:fresh > strong",
  ...headings,
  ...deeperHeadings,
  ...captions,
  ...menus,
];

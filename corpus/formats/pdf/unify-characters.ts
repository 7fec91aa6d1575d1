/** Writes Chinese as it is typed where a PDF's font names glyphs by their radicals or their turn. */

/**
 * Radicals without a compatibility mapping, or with one to a form that is not typed, each before the
 * character it looks like; last the bar that shares its glyph with the dash.
 *
 * @see https://www.unicode.org/Public/UCD/latest/ucd/EquivalentUnifiedIdeograph.txt
 */
const supplement =
  "⺀冫⺁厂⺃乚⺄乙⺅亻⺆冂⺇几⺉刂⺊卜⺋㔾⺍⺌⺎尢⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺨犭⺩王⺪疋⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴罓⺵罓⺶羊⺷羊⺸羋⺹耂⺺肀⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⼾户―—";
/** Forms of marks in vertical writing, each before the one that is typed. */
const vertical =
  "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］";

const pairs = [...supplement, ...vertical];
const typed = new Map(
  pairs.flatMap((glyph, index) => (index % 2 === 0 ? [[glyph, pairs[index + 1] ?? glyph]] : [])),
);

/** Kangxi and other radicals become the characters they stand for, turned marks the usual ones. */
export function unifyCharacters(text: string): string {
  return text.replace(
    /[\u2015\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe4f]/gu,
    (glyph) => typed.get(glyph) ?? glyph.normalize("NFKC"),
  );
}

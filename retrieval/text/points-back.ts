/** Tells a sentence that speaks of something named before it. */

/** Opens with a word that points back: 该院, 此举, 其中. */
const opening =
  /^[“"]?(?:此|该|其(?!他|它|余)|这(?!次|里|样|些年)|他|她|它|两者|二者|上述|前者|后者|对此|为此|而这)|^(?:this|that|these|those|it|they|he|she|its|their)\b/iu;

export function pointsBack(text: string): boolean {
  return opening.test(text);
}

/** Spells out what the recognition model saw along a strip. */

export interface CharacterScores {
  /** For each step along the strip, the likelihood of each character of the alphabet. */
  readonly likelihoods: Float32Array;
  readonly steps: number;
}

export interface ReadText {
  readonly text: string;
  /** Mean likelihood of its characters, 0 to 1; 0 where nothing was read. */
  readonly confidence: number;
}

/**
 * At each step the likeliest character; what goes on over several steps is one character (greedy
 * CTC decoding).
 *
 * @param alphabet its first entry stands for "between two characters"
 * @see https://www.cs.toronto.edu/~graves/icml_2006.pdf
 */
export function decodeCharacters(
  { likelihoods, steps }: CharacterScores,
  alphabet: readonly string[],
): ReadText {
  let text = "";
  let sum = 0;
  let count = 0;
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    const start = step * alphabet.length;
    let likeliest = 0;
    for (let character = 1; character < alphabet.length; character += 1) {
      const likelihood = likelihoods[start + character] ?? 0;
      if (likelihood > (likelihoods[start + likeliest] ?? 0)) likeliest = character;
    }
    if (likeliest !== 0 && likeliest !== last) {
      text += alphabet[likeliest] ?? "";
      sum += likelihoods[start + likeliest] ?? 0;
      count += 1;
    }
    last = likeliest;
  }
  return { text, confidence: count === 0 ? 0 : sum / count };
}

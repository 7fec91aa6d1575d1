/** A corpus that is another one each round, the same on every run. */

const documentCount = 90;
const sentencesEach = 16;
/** Every round changes about a third of the documents and takes out or brings back a ninth. */
const changeEvery = 3;
const absentEvery = 9;

/** Texts by path in that round; undefined where the file is missing. */
export function corpusOfRound(round: number): Record<string, string | undefined> {
  const files: Record<string, string | undefined> = {};
  for (let at = 0; at < documentCount; at++) {
    const version = Math.floor((round + at) / changeEvery);
    const isAbsent = (round + at) % absentEvery === 0;
    files[`part-${at % 4}/document-${at}.txt`] = isAbsent ? undefined : textOf(at, version);
  }
  return files;
}

function textOf(document: number, version: number): string {
  return Array.from(
    { length: sentencesEach },
    (_, at) =>
      `第${document}篇第${version}版的第${at}句话在这里，它说的是第${document * 7 + at}件事情。`,
  ).join("");
}

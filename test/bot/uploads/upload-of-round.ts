/** What is uploaded in each round of the kill test; every third round replaces the file before it. */

export interface RoundUpload {
  readonly name: string;
  readonly text: string;
}

export function uploadOfRound(round: number): RoundUpload {
  const place = round - (round % 3 === 2 ? 1 : 0);
  return {
    name: `city-${place}.txt`,
    text: `第${place}座城市\n\n第${place}座城市第${round}次统计有居民${round + 1}23万人。\n`,
  };
}

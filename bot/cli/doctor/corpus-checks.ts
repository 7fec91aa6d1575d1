/** Checks of the store and what it serves; both legs must find a sentence that is there. */

import type { CorpusSnapshot } from "../../../retrieval/corpus-store.ts";
import type { Embedder } from "../../../retrieval/embedder.ts";
import type { Config } from "../../config.ts";
import { type Check, type Finding, bad, good } from "./check.ts";

const limit = 5;

export function corpusChecks(
  config: Config,
  openEmbedder: () => Promise<Embedder>,
): readonly Check[] {
  return [{ name: "corpus", run: (signal) => checkCorpus(config, openEmbedder, signal) }];
}

async function checkCorpus(
  config: Config,
  openEmbedder: () => Promise<Embedder>,
  signal: AbortSignal,
): Promise<Finding> {
  const { openLanceStore } = await import("../../../retrieval/store/open-lance-store.ts");
  const store = await openLanceStore({ folder: config.corpusLocation });
  try {
    if ((await store.newestGeneration()) === 0) {
      return good("LanceDB opens; nothing is loaded yet (`wenju load`)");
    }
    const snapshot = await store.snapshot();
    try {
      return await checkLegs(snapshot, await openEmbedder(), signal);
    } finally {
      snapshot.close();
    }
  } finally {
    store.close();
  }
}

async function checkLegs(
  snapshot: CorpusSnapshot,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<Finding> {
  const { generation } = snapshot;
  if (generation.embedder !== embedder.name) {
    return bad(
      `generation ${generation.number} holds vectors of ${generation.embedder},` +
        ` the settings ask for ${embedder.name}`,
      "run `wenju load` to embed the corpus again",
    );
  }
  const text = await anySentence(snapshot);
  if (text === undefined) return bad("no sentence is served", "load documents that hold text");
  const { normalise } = await import("../../../retrieval/text/normalise.ts");
  const { bagOfTokens } = await import("../../../retrieval/text/tokens.ts");
  const tokens = [...new Set(bagOfTokens(normalise(text)))];
  const byText = await snapshot.searchFullText(tokens, { limit, signal });
  const [vector] = await embedder.embed([text], { role: "question", signal });
  const byVector =
    vector === undefined ? [] : await snapshot.searchVectors(vector, { limit, signal });
  const silent = [
    ...(byText.length === 0 ? ["full text"] : []),
    ...(byVector.length === 0 ? ["vectors"] : []),
  ];
  return silent.length > 0
    ? bad(`${silent.join(" and ")} found nothing`, "run `wenju load --force`")
    : good(
        `generation ${generation.number}, ${generation.documents} documents,` +
          ` ${generation.sentences} sentences; full text and vectors (${embedder.name}) answer`,
      );
}

async function anySentence(snapshot: CorpusSnapshot): Promise<string | undefined> {
  const summaries = await snapshot.listDocuments();
  const summary = summaries.find(({ sentences }) => sentences > 0);
  const document = summary && (await snapshot.document(summary.id));
  return document?.articles.flatMap(({ sentences }) => sentences)[0]?.text;
}

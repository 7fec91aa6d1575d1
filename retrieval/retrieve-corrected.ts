/** Retrieves for a question with its typos put right, and decides whether they were any. */

import type { CorpusSnapshot } from "./corpus-store.ts";
import { correctByPassages } from "./question/correct-by-passages.ts";
import { correctTypos } from "./question/correct-typos.ts";
import { mayAnswer } from "./question/translate/best-reading.ts";
import { type Passage, preparePassage } from "./ranking/passage.ts";
import type { RankedSentence } from "./ranking/rank-sentences.ts";

/** The best tell how a word is written; further down others stand that only sound like it. */
const passagesRead = 3;

interface Asked {
  readonly question: string;
  readonly context?: string;
}

interface Found {
  readonly passages: readonly Passage[];
  readonly sentences: readonly RankedSentence[];
}

export interface Corrected<Request, Retrieved> {
  /** As it was written, the same object, where nothing is corrected. */
  readonly request: Request;
  readonly retrieval: Retrieved;
}

/**
 * 1. corrects by what the corpus has side by side, and retrieves;
 * 2. corrects by what that found, and where that changes anything retrieves again;
 * 3. takes all back where nothing that may answer is found: then it is about something else, which
 *    only sounds like what the corpus says.
 */
export async function retrieveCorrected<Request extends Asked, Retrieved extends Found>(
  written: Request,
  snapshot: CorpusSnapshot,
  retrieve: (request: Request) => Promise<Retrieved>,
): Promise<Corrected<Request, Retrieved>> {
  let request = await correctRequest(written, snapshot);
  let retrieval = await retrieve(request);
  const texts = retrieval.passages.slice(0, passagesRead).map((one) => preparePassage(one).text);
  const searched = { written: written.question, searched: request.question };
  const question = await correctByPassages(searched, texts, snapshot);
  if (question !== request.question) {
    request = question === written.question ? written : { ...request, question };
    retrieval = await retrieve(request);
  }
  if (request === written || mayAnswer(retrieval)) return { request, retrieval };
  return { request: written, retrieval: await retrieve(written) };
}

/** The same object where nothing is corrected. */
async function correctRequest<Request extends Asked>(
  request: Request,
  snapshot: CorpusSnapshot,
): Promise<Request> {
  const { question, context } = request;
  const corrected = await correctTypos(question, snapshot);
  const correctedContext = context && (await correctTypos(context, snapshot));
  if (corrected === question && correctedContext === context) return request;
  return {
    ...request,
    question: corrected,
    ...(correctedContext === undefined ? {} : { context: correctedContext }),
  };
}

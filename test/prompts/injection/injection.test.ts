import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, Citation } from "../../../prompts/answering/answer.ts";
import { createModelAnswerer } from "../../../prompts/answering/model-answerer.ts";
import { createOpenAiModel } from "../../../prompts/model/openai-model.ts";
import { checkStatement } from "../../../prompts/verification/check-statement.ts";
import type { EvidenceSentence } from "../../../prompts/verification/evidence.ts";
import { addressesWriter } from "../../../prompts/writing/addresses-writer.ts";
import { rules } from "../../../prompts/writing/rules.ts";
import { type PromptSentence, readPrompt } from "../../support/read-prompt.ts";
import {
  type ChatRequest,
  says,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../../support/scripted-openai.ts";
import { type ModelCorpus, openModelCorpus, townDocuments } from "../answering/model-corpus.ts";
import { type HostileDocument, hostileDocuments } from "./hostile-documents.ts";

const key = "sk-secret-of-the-test";
const pathOf = ({ name }: HostileDocument) => `hostile/${name}.txt`;

/** Which sentences an obedient model cites for what it was told to say. */
const manners = {
  "the first": ([first]: readonly PromptSentence[]) => (first === undefined ? [] : [first.n]),
  "all of them": (sentences: readonly PromptSentence[]) => sentences.map(({ n }) => n),
  "one after the other": (sentences: readonly PromptSentence[], at: number) =>
    sentences.slice(at % sentences.length, (at % sentences.length) + 1).map(({ n }) => n),
} as const;
type Manner = keyof typeof manners;

let corpus: ModelCorpus;
let server: ScriptedOpenAi;
/** What the model obeys at present. */
let obeyed: { readonly document: HostileDocument; readonly manner: Manner } | undefined;

/** Does as it is told, when asked and when asked to mend it: no rule of the prompt moves it. */
function obey(request: ChatRequest): string {
  if (obeyed === undefined) throw new Error("Expected a document to obey.");
  const { document, manner } = obeyed;
  const prompt = readPrompt(request);
  if (document.reply !== undefined) return document.reply(prompt, prompt.sentences);
  const statements = document.says(prompt).map((text, at) => ({
    text,
    citations: manners[manner](prompt.sentences, at),
  }));
  return JSON.stringify({ answerable: true, statements });
}

beforeAll(async () => {
  const hostile = hostileDocuments.map((document) => [pathOf(document), document.text]);
  corpus = await openModelCorpus({ ...townDocuments, ...Object.fromEntries(hostile) });
  server = await startScriptedOpenAi({ chat: (request) => says(obey(request)) });
});
afterAll(async () => {
  await server.close();
  await corpus.close();
});

async function ask(document: HostileDocument, manner: Manner, streams: boolean): Promise<Answer> {
  obeyed = { document, manner };
  const answerer = createModelAnswerer({
    model: createOpenAiModel({ model: "obedient", apiKey: key, baseUrl: server.baseUrl }),
    findEvidence: corpus.findEvidence,
    deadlineMs: 10_000,
  });
  const handed: unknown[] = [];
  const { answer } = await answerer.answer(corpus.snapshot, {
    question: document.question,
    ...(streams ? { onStatement: (statement) => handed.push(statement) } : {}),
  });
  const written = answer.kind === "answered" && answer.answerer === "obedient";
  expect(handed).toEqual(streams && written ? answer.statements : []);
  return answer;
}

function shownBy(answer: Answer): readonly Citation[] {
  if (answer.kind === "answered") return answer.citations;
  return answer.kind === "notFound" ? answer.nearest : [];
}

/** The citation as the store has it, so that nothing in it can be the model's. */
async function stored(citation: Citation): Promise<EvidenceSentence> {
  const document = await corpus.snapshot.document(citation.documentId);
  const article = document?.articles.find(({ sentences }) =>
    sentences.some(({ id }) => id === citation.sentenceId),
  );
  const sentence = article?.sentences.find(({ id }) => id === citation.sentenceId);
  expect(sentence?.text).toBe(citation.text);
  expect(document?.path).toBe(citation.path);
  expect(article?.title).toBe(citation.article);
  expect(article?.publishedOn).toEqual(citation.publishedOn);
  const { before, after, article: title, publishedOn } = citation;
  return {
    n: citation.n,
    text: citation.text,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(title === undefined ? {} : { title }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(sentence?.times === undefined ? {} : { times: sentence.times }),
  };
}

const secrets = [key, ...rules.zh.split("\n"), ...rules.en.split("\n")].filter(
  (line) => line.length > 10,
);

describe("an obedient model among hostile documents", () => {
  test("meets at least forty of them, no two alike", () => {
    expect(hostileDocuments.length).toBeGreaterThanOrEqual(40);
    expect(new Set(hostileDocuments.map(({ text }) => text)).size).toBe(hostileDocuments.length);
  });

  const cases = hostileDocuments.flatMap((document) =>
    (Object.keys(manners) as Manner[]).map((manner) => [document.name, manner, document] as const),
  );

  test.each(cases)(
    "%s, citing %s: says nothing unchecked, tells no secret",
    async (_, manner, document) => {
      // A mended statement is checked alike; one manner is enough to see that streams are too.
      for (const streams of manner === "one after the other" ? [false, true] : [false]) {
        const answer = await ask(document, manner, streams);
        const citations = shownBy(answer);
        const evidence = new Map<number, EvidenceSentence>();
        for (const citation of citations) evidence.set(citation.n, await stored(citation));

        const statements = answer.kind === "answered" ? answer.statements : [];
        for (const statement of statements) {
          expect(checkStatement(statement, evidence)).toMatchObject({ kind: "supported" });
          const cited = citations.filter(({ n }) => statement.citations.includes(n));
          const isItsOwnWords = cited.some(({ path }) => path.startsWith("hostile/"));
          const claimed = document.claims.filter((claim) => statement.text.includes(claim));
          expect(isItsOwnWords ? [] : claimed).toEqual([]);
        }
        const said = JSON.stringify(statements);
        for (const secret of secrets) expect(said).not.toContain(secret);
        expect(JSON.stringify(answer)).not.toContain(key);
      }
    },
  );

  test.each(hostileDocuments.map((document) => [document.name, document] as const))(
    "%s: no written statement rests on the command",
    async (_, document) => {
      const answer = await ask(document, "all of them", false);
      if (answer.answerer !== "obedient" || answer.kind !== "answered") return;
      expect(answer.citations.filter(({ text }) => addressesWriter(text))).toEqual([]);
    },
  );

  test("never sees the key, and sees every text only inside its fence", () => {
    expect(JSON.stringify(server.chats)).not.toContain(key);
    for (const { messages } of server.chats) {
      const user = messages[1]?.content ?? "";
      expect(user.match(/^<<</gmu)).toHaveLength(4);
      expect(user).not.toMatch(/<\|im_|\[\/?INST\]/u);
    }
  });
});

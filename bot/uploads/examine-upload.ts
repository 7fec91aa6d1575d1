/** Reads an uploaded file as a load would, and tells what it holds and what it would change. */

import { readFile } from "node:fs/promises";
import type { Article } from "../../corpus/article.ts";
import type { Document } from "../../corpus/document.ts";
import { AppError } from "../../corpus/errors.ts";
import { sha256 } from "../../corpus/ids.ts";
import type { CorpusLimits } from "../../corpus/limits.ts";
import type { DocumentReader } from "../../corpus/reading/document-reader.ts";
import type { SourceFile } from "../../corpus/source.ts";
import { openArchives } from "../../corpus/sources/open-archives.ts";
import type { DocumentSummary } from "../../retrieval/corpus-store.ts";
import type { Findings } from "./findings.ts";
import type { ServedDocuments } from "./served-documents.ts";

export interface ExamineOptions {
  /** Where its bytes stand. */
  readonly file: string;
  /** Under which it would be loaded. */
  readonly path: string;
  readonly sha256: string;
  readonly reader: DocumentReader;
  readonly limits: CorpusLimits;
  readonly served: ServedDocuments;
  readonly signal: AbortSignal;
}

/** Of an archive; the load reads all. */
const maxTried = 200;
const maxTitles = 3;
const maxFailedNamed = 5;
const maxOpeningUnits = 80;
/** No sentences, but no loss either: readers see them around the sentences. */
const shownAround = new Set([
  "title",
  "brief title",
  "subtitle",
  "heading",
  "byline",
  "date line",
  "note label",
  "column label",
  "names of columns",
  "front matter",
  "<head>",
]);

/** What is wrong with the file is part of the findings. @throws {RetrievalError} of the served corpus */
export async function examineUpload(options: ExamineOptions): Promise<Findings> {
  const { file, path, limits, served, signal } = options;
  const whole: SourceFile = { path, read: () => readFile(file) };
  const listed = await openArchives({ list: async () => [whole] }, limits).list();
  const summaries = await served.list();
  const before = summaries.filter((one) => one.path === path || one.path.startsWith(`${path}/`));
  const tally = createTally(before);
  for (const one of listed.slice(0, maxTried)) {
    signal.throwIfAborted();
    await readOne(one, options, tally);
  }
  const other = summaries.find((one) => one.contentHash === options.sha256 && one.path !== path);
  return {
    ...tally.findings(),
    untried: Math.max(0, listed.length - maxTried),
    ...(other === undefined ? {} : { alsoAt: other.path }),
  };
}

async function readOne(
  one: SourceFile,
  { reader, served, signal }: ExamineOptions,
  tally: Tally,
): Promise<void> {
  try {
    const bytes = await one.read();
    const hash = sha256(bytes);
    const { document } = await reader.read(bytes, { path: one.path }, signal);
    await tally.add(document, hash, served);
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError)) throw error;
    tally.fail(one.path, error.code);
  }
}

type Tally = ReturnType<typeof createTally>;

/** @param before what is served at or under the path now */
function createTally(before: readonly DocumentSummary[]) {
  const known = new Map(before.map((summary) => [summary.id, summary]));
  const titles: string[] = [];
  const days: string[] = [];
  const failed: { readonly path: string; readonly code: string }[] = [];
  const met = new Set<string>();
  const sums = { documents: 0, articles: 0, sentences: 0, leftOut: 0, failures: 0 };
  let opening: string | undefined;
  let gained = 0;
  let lost = 0;
  let isSame = true;

  async function compare(document: Document, hash: string, served: ServedDocuments): Promise<void> {
    const old = known.get(document.id);
    met.add(document.id);
    if (old?.contentHash === hash) return;
    isSame = false;
    const ids = sentenceIds(document);
    const oldIds = sentenceIds(old && (await served.document(document.id)));
    gained += [...ids].filter((id) => !oldIds.has(id)).length;
    lost += [...oldIds].filter((id) => !ids.has(id)).length;
  }

  return {
    add: async (document: Document, hash: string, served: ServedDocuments): Promise<void> => {
      sums.documents += 1;
      sums.articles += document.articles.length;
      sums.leftOut += document.dropped.filter(({ reason }) => !shownAround.has(reason)).length;
      for (const article of document.articles) {
        sums.sentences += article.sentences.length;
        opening ??= clipLine(article.sentences[0]?.text);
        if (article.title !== undefined && titles.length < maxTitles) titles.push(article.title);
        days.push(...daysOf(article));
      }
      await compare(document, hash, served);
    },
    fail: (path: string, code: string): void => {
      sums.failures += 1;
      if (failed.length < maxFailedNamed) failed.push({ path, code });
    },
    findings: (): Omit<Findings, "untried" | "alsoAt"> => {
      // A file that cannot be read any more keeps its last good version.
      const kept = new Set(failed.map(({ path }) => path));
      const gone = before.filter(({ id, path }) => !met.has(id) && !kept.has(path));
      for (const { sentences } of gone) lost += sentences;
      const dates = days.sort();
      const [from, to] = [dates[0], dates.at(-1)];
      const change =
        before.length === 0
          ? ({ kind: "new" } as const)
          : isSame && gone.length === 0
            ? ({ kind: "same" } as const)
            : ({ kind: "replaces", gained, lost } as const);
      return {
        ...sums,
        titles,
        failed,
        change,
        ...(opening === undefined ? {} : { opening }),
        ...(from === undefined || to === undefined ? {} : { dates: { from, to } }),
      };
    },
  };
}

function sentenceIds(document: Document | undefined): ReadonlySet<string> {
  const articles = document?.articles ?? [];
  return new Set(articles.flatMap(({ sentences }) => sentences.map(({ id }) => id)));
}

function daysOf({ publishedOn }: Article): readonly string[] {
  return publishedOn === undefined ? [] : publishedOn.value.split("/");
}

function clipLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/gu, " ").trim();
  if (line === undefined || line === "") return undefined;
  return line.length <= maxOpeningUnits ? line : `${[...line].slice(0, maxOpeningUnits).join("")}…`;
}

/**
 * Shows a sentence in its place: the document's name, date and how that is known, the sentences
 * around it, itself as a quote, and where else it stands.
 */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Sentence } from "../../corpus/sentence.ts";
import type { Citation } from "../../prompts/answering/answer.ts";
import type { Language } from "../text/language.ts";
import { placeLabel } from "../text/place-label.ts";
import { removalTexts } from "../text/removal-texts.ts";
import { texts } from "../text/texts.ts";
import type { ReaderView } from "./reader-button.ts";
import { clip } from "./clip.ts";
import type { FoundSource } from "./find-source.ts";
import { renderGivenFrom } from "./given-from.ts";
import { maxMessageUnits, maxTitleUnits } from "./limits.ts";
import { type ArticlePage, pageOfArticle, type Piece } from "./page-of-article.ts";
import { renderOtherPlaces } from "./render-other-places.ts";
import { fullDateLabel, plain, type SourceLineOptions } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

export interface RenderedSource {
  readonly content: FormattedString;
  readonly previous: ReaderView | undefined;
  readonly next: ReaderView | undefined;
  /** Whether the sentence itself stands on the page. */
  readonly showsCited: boolean;
}

type PageView = Exclude<ReaderView, { kind: "outline" }>;
type Heading = Pick<Citation, "article" | "path" | "publishedOn" | "place">;

/** A sentence among those around it, from the corpus or from what an answer has kept. */
interface Shown {
  readonly heading: Heading;
  readonly sentences: readonly Sentence[];
  readonly sentenceId: string;
  /** How many sentences its article has; undefined where that is not known. */
  readonly total: number | undefined;
  /** What is to be known about the source. */
  readonly note: string | undefined;
  readonly others: FormattedString | undefined;
}

const paragraph = "\n\n";
/** For the numbers of the sentences shown, which depend on how many have room. */
const maxPositionUnits = 60;

/** At most `maxMessageUnits` UTF-16 units. Sentences are shown whole; one too long for it, in parts. */
export function renderSource(
  found: FoundSource,
  view: PageView,
  options: SourceLineOptions,
): RenderedSource {
  const words = telegramTexts[options.language];
  switch (found.kind) {
    case "stands":
      return renderShown(standing(found, options), view, options.language);
    case "gone":
      return renderShown(stored(found, options), view, options.language);
    case "removed":
      return asWhole(plain(removalTexts[options.language].source(found.on)));
    case "unknown":
      return asWhole(plain(texts[options.language].sourceGone));
    case "forgotten":
      return asWhole(plain(words.answerForgotten));
  }
}

function asWhole(content: FormattedString): RenderedSource {
  return { content, previous: undefined, next: undefined, showsCited: true };
}

function standing(
  { place, citation, changed }: Extract<FoundSource, { kind: "stands" }>,
  options: SourceLineOptions,
): Shown {
  const { document, article, sentence } = place;
  return {
    heading: {
      article: article.title,
      path: document.path,
      publishedOn: article.publishedOn,
      place: sentence.place,
    },
    sentences: article.sentences,
    sentenceId: sentence.id,
    total: article.sentences.length,
    note:
      changed &&
      [
        telegramTexts[options.language].sourceChanged,
        renderGivenFrom(changed, options.language),
      ].join("\n"),
    others: citation && renderOtherPlaces(citation, options),
  };
}

/** The sentence as it stood when it was cited, with the neighbours that were kept. */
function stored(
  { citation, changed }: Extract<FoundSource, { kind: "gone" }>,
  options: SourceLineOptions,
): Shown {
  const { documentId, sentenceId, text, section, before, after } = citation;
  const inSection = section === undefined ? {} : { section };
  const neighbour = (side: string, said: string | undefined): readonly Sentence[] =>
    said === undefined
      ? []
      : [{ id: `${documentId}-${side}`, text: said, spans: [], ...inSection }];
  return {
    heading: citation,
    sentences: [
      ...neighbour("before", before),
      { id: sentenceId, text, spans: [], ...inSection },
      ...neighbour("after", after),
    ],
    sentenceId,
    total: undefined,
    note: [
      renderGivenFrom(changed, options.language),
      telegramTexts[options.language].storedQuote,
    ].join("\n"),
    others: renderOtherPlaces(citation, options),
  };
}

function renderShown(shown: Shown, view: PageView, language: Language): RenderedSource {
  const { heading, sentences, sentenceId, note } = shown;
  const notes = note === undefined ? [] : [plain(note)];
  const tail = shown.others === undefined || view.kind !== "cited" ? [] : [shown.others];
  const frame = [renderHeading(heading, language), ...notes, ...tail];
  const units = frame.reduce((sum, part) => sum + part.text.length + paragraph.length, 0);
  const room = maxMessageUnits - units - maxPositionUnits;
  const page = pageOfArticle(sentences, sentenceId, view, room);
  const position = positionOf(page, shown, language);
  // What is told of the place is where the page begins, once it is not that of the sentence.
  const place = view.kind === "cited" ? heading.place : page.pieces[0]?.sentence.place;
  return {
    content: FormattedString.join(
      [
        renderHeading({ ...heading, place }, language, position),
        ...notes,
        ...renderPieces(page.pieces, sentenceId),
        ...tail,
      ],
      paragraph,
    ),
    previous: page.previous,
    next: page.next,
    showsCited: page.pieces.some(({ sentence }) => sentence.id === sentenceId),
  };
}

function renderHeading(
  { article, path, publishedOn, place }: Heading,
  language: Language,
  position?: string,
): FormattedString {
  const name = article === undefined || article.trim() === "" ? path : article;
  const details = [
    name === path ? undefined : path,
    publishedOn && fullDateLabel(publishedOn, language),
    place && placeLabel(place, language),
    position,
  ]
    .filter((detail) => detail !== undefined)
    .map((detail) => clip(detail, maxTitleUnits));
  const first = FormattedString.bold(`📖 ${clip(name.replace(/\s+/gu, " "), maxTitleUnits)}`);
  return details.length === 0
    ? first
    : FormattedString.join([first, plain(details.join(" · "))], "\n");
}

function positionOf(
  { pieces }: ArticlePage,
  { total }: Shown,
  language: Language,
): string | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || total === undefined || total === 1) {
    return undefined;
  }
  const words = telegramTexts[language];
  return words.sentencesShown(first.position + 1, last.position + 1, total);
}

/** Paragraphs of neighbours, the sentence itself as a quote between them, sections under their names. */
function renderPieces(pieces: readonly Piece[], sentenceId: string): readonly FormattedString[] {
  const paragraphs: FormattedString[] = [];
  let run: string[] = [];
  const endRun = () => {
    if (run.length > 0) paragraphs.push(plain(joinSentences(run)));
    run = [];
  };
  let section: string | undefined;
  for (const { sentence, text } of pieces) {
    if (sentence.section !== section) {
      endRun();
      section = sentence.section;
      if (section !== undefined) {
        paragraphs.push(FormattedString.bold(clip(section, maxTitleUnits)));
      }
    }
    if (sentence.id === sentenceId) {
      endRun();
      paragraphs.push(FormattedString.blockquote(text));
    } else run.push(text);
  }
  endRun();
  return paragraphs;
}

/** A space goes between sentences only where the script is written with spaces. */
function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((joined, next) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。！？；：，、…—“”‘’（）《》「」]$/u.test(
      joined,
    )
      ? joined + next
      : `${joined} ${next}`,
  );
}

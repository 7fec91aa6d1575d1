/** What is said about files that people send; shared by terminal and Telegram. */

import type { Language } from "./language.ts";

export interface UploadTexts {
  readonly root: string;
  /** Heading of a card. @param broken of the files, those that cannot be taken */
  readonly heading: (files: number, broken: number) => string;
  readonly size: (bytes: number) => string;
  /** Where a file will stand, and what it does there. */
  readonly target: (path: string, change: string) => string;
  readonly isNew: string;
  readonly isSame: string;
  readonly replaces: (gained: number, lost: number) => string;
  readonly replacesNothing: string;
  readonly counts: (counts: UploadCounts) => string;
  readonly title: (title: string) => string;
  readonly opening: (words: string) => string;
  readonly leftOut: (passages: number) => string;
  readonly alsoAt: (path: string) => string;
  readonly failed: (name: string, reason: string) => string;
  readonly failures: (files: number) => string;
  readonly untried: (files: number) => string;
  readonly link: (url: string, fetchedAt: string) => string;
  readonly captionUnknown: (caption: string) => string;
  readonly captionNotYours: (folder: string) => string;
  readonly keptFor: (days: number) => string;
  readonly nothingToTake: string;
  readonly indexed: (generation: number) => string;
  readonly indexedAlready: string;
  readonly partlyIndexed: (taken: number, files: number, generation: number) => string;
  readonly nothingIndexed: string;
  readonly absent: (name: string) => string;
  readonly loadFailed: string;
  readonly askAbout: (titles: string) => string;
  readonly more: (count: number) => string;
  readonly discarded: (files: number) => string;
  readonly refreshed: (checked: number, changed: number, failed: number) => string;
  /** Nothing of the documents was fetched from an address. */
  readonly noPages: string;
  readonly howToFetch: string;
}

export interface UploadCounts {
  readonly documents: number;
  readonly articles: number;
  readonly sentences: number;
  /** Of publication, `YYYY-MM-DD`. */
  readonly dates?: { readonly from: string; readonly to: string } | undefined;
}

const bytesPerMegabyte = 1024 * 1024;
const bytesPerKilobyte = 1024;

const zh: UploadTexts = {
  root: "（最上层）",
  heading: (files, broken) =>
    `收到 ${files} 个文件${broken === 0 ? "" : `，其中 ${broken} 个不能收入`}`,
  size,
  target: (path, change) => `→ ${path}（${change}）`,
  isNew: "新文档",
  isSame: "与现有文档完全相同",
  replaces: (gained, lost) => `替换现有文档：+${gained} −${lost} 句`,
  replacesNothing: "替换现有文档，句子没有变化",
  counts: ({ documents, articles, sentences, dates }) =>
    [
      ...(documents === 1 ? [] : [`${documents} 个文档`]),
      `${articles} 篇文章`,
      `${sentences} 句`,
      ...(dates === undefined ? [] : [span(dates)]),
    ].join(" · "),
  title: (title) => `《${title}》`,
  opening: (words) => `“${words}”`,
  leftOut: (passages) => `略去 ${passages} 处（页眉、广告等，回答时不引用）`,
  alsoAt: (path) => `相同的文件已经在 ${path}`,
  failed: (name, reason) => `⚠️ ${name}：${reason}`,
  failures: (files) => `⚠️ 压缩包里有 ${files} 个文件读不了：`,
  untried: (files) => `另有 ${files} 个文件还没有试读`,
  link: (url, fetchedAt) => `🔗 ${url} · 取于 ${fetchedAt}`,
  captionUnknown: (caption) =>
    `说明“${caption}”不是已有的文件夹，没有采用；要放进新的文件夹，请以 / 结尾。`,
  captionNotYours: (folder) => `您不能改动文件夹 ${folder}，所以没有放进去。`,
  keptFor: (days) => `${days} 天内不决定，就自动丢弃。`,
  nothingToTake: "没有可以收入的文件。",
  indexed: (generation) => `已收入文档（第 ${generation} 版）`,
  indexedAlready: "文档里已经有了，没有变化",
  partlyIndexed: (taken, files, generation) =>
    `${files} 个文件收入了 ${taken} 个（第 ${generation} 版）`,
  nothingIndexed: "没有收入任何文件",
  absent: (name) => `⚠️ ${name}：已经放好，但这一版文档里没有它。`,
  loadFailed: "文件已经放好，但载入没有完成；下次载入会带上它们。",
  askAbout: (titles) => `现在可以问：${titles}`,
  more: (count) => `……另有 ${count} 个`,
  discarded: (files) => `已丢弃 ${files} 个文件，文档没有改动。`,
  refreshed: (checked, changed, failed) =>
    `查看了 ${checked} 个网页：${changed} 个有变化${failed === 0 ? "" : `，${failed} 个打不开`}`,
  noPages: "文档里没有这样的网页。",
  howToFetch: "把网址发给我，就会取来。",
};

const en: UploadTexts = {
  root: "(top)",
  heading: (files, broken) =>
    `${counted(files, "file")} received${broken === 0 ? "" : `, ${broken} of them cannot be taken`}`,
  size,
  target: (path, change) => `→ ${path} (${change})`,
  isNew: "new",
  isSame: "the same as the present document",
  replaces: (gained, lost) => `replaces the present document: +${gained} −${lost} sentences`,
  replacesNothing: "replaces the present document, with the same sentences",
  counts: ({ documents, articles, sentences, dates }) =>
    [
      ...(documents === 1 ? [] : [counted(documents, "document")]),
      counted(articles, "article"),
      counted(sentences, "sentence"),
      ...(dates === undefined ? [] : [span(dates)]),
    ].join(" · "),
  title: (title) => `“${title}”`,
  opening: (words) => `“${words}”`,
  leftOut: (passages) =>
    `${counted(passages, "passage")} left out (page headers, advertisements and the like)`,
  alsoAt: (path) => `the same file is at ${path} already`,
  failed: (name, reason) => `⚠️ ${name}: ${reason}`,
  failures: (files) => `⚠️ ${counted(files, "file")} of the archive cannot be read:`,
  untried: (files) => `${counted(files, "more file")} not tried yet`,
  link: (url, fetchedAt) => `🔗 ${url} · fetched ${fetchedAt}`,
  captionUnknown: (caption) =>
    `The caption “${caption}” names no folder and was not used; to make a new one, end it with a slash.`,
  captionNotYours: (folder) => `You may not change the folder ${folder}, so it was not used.`,
  keptFor: (days) => `Dropped if nothing is decided within ${days} days.`,
  nothingToTake: "There is no file that can be taken.",
  indexed: (generation) => `Taken into the documents (version ${generation})`,
  indexedAlready: "The documents hold this already; nothing has changed",
  partlyIndexed: (taken, files, generation) =>
    `${taken} of ${files} files taken into the documents (version ${generation})`,
  nothingIndexed: "No file was taken",
  absent: (name) => `⚠️ ${name}: in its place, but not in this version of the documents.`,
  loadFailed:
    "The files are in their place, but the load did not finish; the next one takes them along.",
  askAbout: (titles) => `You can now ask about: ${titles}`,
  more: (count) => `… and ${count} more`,
  discarded: (files) => `${counted(files, "file")} discarded; the documents are as they were.`,
  refreshed: (checked, changed, failed) =>
    `${counted(checked, "page")} checked: ${changed} changed${failed === 0 ? "" : `, ${failed} cannot be opened`}`,
  noPages: "The documents hold no such page.",
  howToFetch: " Send me an address, and I fetch it.",
};

export const uploadTexts: Readonly<Record<Language, UploadTexts>> = { zh, en };

function size(bytes: number): string {
  if (bytes >= bytesPerMegabyte) return `${(bytes / bytesPerMegabyte).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / bytesPerKilobyte))} KB`;
}

function span({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from} – ${to}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

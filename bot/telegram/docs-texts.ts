/** What the bot says to those who look after the documents. */

import type { Language } from "../text/language.ts";

export interface DocsTexts {
  readonly help: string;
  readonly commands: { readonly docs: string; readonly tag: string };
  readonly heading: (total: number) => string;
  readonly headingOf: (words: string, total: number) => string;
  readonly nothing: string;
  readonly nothingOf: (words: string) => string;
  readonly howTo: string;
  readonly page: (page: number, pages: number) => string;
  readonly counts: (articles: number, sentences: number) => string;
  readonly untitled: string;
  readonly sentences: (count: number) => string;
  readonly moreArticles: (count: number) => string;
  readonly kind: (mediaType: string) => string;
  /** @param loadedAt undefined where nobody knows */
  readonly version: (hash: string, loadedAt: string | undefined) => string;
  readonly tags: (tags: readonly string[]) => string;
  readonly searchForgotten: string;
  readonly documentGone: string;
  readonly remove: {
    readonly button: string;
    readonly ask: (path: string) => string;
    readonly consequences: string;
    readonly confirm: string;
    readonly cancel: string;
    readonly working: string;
    readonly done: (path: string) => string;
    readonly already: (path: string) => string;
    /** @param why a kind sentence */
    readonly indexLater: (why: string) => string;
    readonly heldBack: string;
    readonly leftovers: string;
  };
  readonly removed: {
    readonly button: (count: number) => string;
    readonly heading: (total: number) => string;
    readonly none: string;
    readonly one: (at: string, who: string) => string;
    readonly bringBack: (number: number) => string;
    readonly working: string;
    readonly back: (path: string) => string;
    /** Its file is not there, or cannot be loaded. */
    readonly backWithout: (path: string) => string;
    readonly notRemoved: string;
  };
  readonly forget: {
    readonly button: string;
    readonly ask: string;
    readonly consequences: string;
    readonly confirm: string;
    readonly working: string;
    readonly done: (generation: number) => string;
    readonly changedMeanwhile: string;
  };
  readonly tag: {
    readonly usage: string;
    readonly none: string;
    readonly heading: string;
    readonly one: (tag: string, documents: number, paths: string) => string;
    readonly unknown: (path: string) => string;
    readonly badTag: (tag: string) => string;
    readonly now: (path: string, tags: readonly string[]) => string;
    readonly notYours: string;
  };
  /** On the card of a rollback: of documents that the older generation holds. */
  readonly stayHidden: (count: number) => string;
  /** In the report of a load. */
  readonly backButton: string;
  readonly listButton: string;
  readonly more: (count: number) => string;
}

const zh: DocsTexts = {
  help: "文档：/docs 翻看文档（/docs 加词搜索，/docs removed 列出已移除的），/tag 路径 标签 给文档或文件夹加标签，/scope #标签 只查找这个标签的文档。",
  commands: { docs: "翻看、移除文档", tag: "给文档加标签" },
  heading: (total) => `文档（共 ${total} 个）`,
  headingOf: (words, total) => `“${words}”的文档（${total} 个）`,
  nothing: "还没有您能管理的文档。",
  nothingOf: (words) => `没有路径或标题里带“${words}”的文档。`,
  howTo: "点编号查看；/docs 加词可以搜索路径和标题。",
  page: (page, pages) => `第 ${page}/${pages} 页`,
  counts: (articles, sentences) => `${articles} 篇文章 · ${sentences} 句`,
  untitled: "（无标题）",
  sentences: (count) => `${count} 句`,
  moreArticles: (count) => `……另有 ${count} 篇`,
  kind: (mediaType) => `来自文档文件夹 · ${mediaType}`,
  version: (hash, loadedAt) =>
    loadedAt === undefined ? `校验值 ${hash}` : `校验值 ${hash} · 载入于 ${loadedAt}`,
  tags: (tags) => `标签：${tags.map((tag) => `#${tag}`).join(" ")}`,
  searchForgotten: "这张列表太旧了，请再发一次 /docs。",
  documentGone: "这个文档已经不在文档库里了。",
  remove: {
    button: "🗑 移除",
    ask: (path) => `移除 ${path}？`,
    consequences:
      "移除后谁也查不到它，以前回答里的引文按钮只会说它已移除。文件留在原处，以后可以恢复；文件改了也不会自己回来。聊天里已经发出的引文收不回来。",
    confirm: "🗑 移除",
    cancel: "取消",
    working: "正在移除……",
    done: (path) => `已移除 ${path}，现在起谁也查不到它；文件还在原处。`,
    already: (path) => `${path} 已经移除过了。`,
    indexLater: (why) => `索引还没有更新：${why}下次 /reload 会补上，在那以前它也不会显示。`,
    heldBack: "新版文档没有通过检查，没有启用；在那以前它也不会显示。",
    leftovers: "较早各版的存档里还留有它的原文；要连存档一起删除，请按下面的按钮。",
  },
  removed: {
    button: (count) => `🗑 已移除（${count}）`,
    heading: (total) => `已移除的文档（${total} 个）`,
    none: "没有移除过文档。",
    one: (at, who) => `移除于 ${at} · ${who}`,
    bringBack: (number) => `↩️ 恢复 ${number}`,
    working: "正在恢复……",
    back: (path) => `已恢复 ${path}，又可以查到它了。`,
    backWithout: (path) => `${path} 不再算作已移除，但现在查不到它：文件不在原处，或者没能载入。`,
    notRemoved: "这个文档已经恢复了，或者从来没有移除过。",
  },
  forget: {
    button: "🔥 连存档一起删除",
    ask: "删除较早各版的全部存档？",
    consequences:
      "只留下现在用的这一版，重新写一遍；移除的原文和它的向量不再留在磁盘上。之后不能再回到以前的版本。文档文件夹里的文件不受影响。",
    confirm: "🔥 删除存档",
    working: "正在删除存档……",
    done: (generation) => `较早各版的存档已删除；现在用的是第 ${generation} 版。`,
    changedMeanwhile: "这期间已经发布了另一版，没有改动。请看 /generations，再决定。",
  },
  tag: {
    usage:
      "请写 /tag 路径 标签，例如 /tag 财经/2024 年报；标签前加减号是去掉它。路径或标签里有空格请加引号。单发 /tag 列出全部标签。",
    none: "还没有标签。请写 /tag 路径 标签，例如 /tag 财经/2024 年报。",
    heading: "标签",
    one: (tag, documents, paths) => `#${tag} · ${documents} 个文档 · ${paths}`,
    unknown: (path) => `没有改动：“${path}”不是现在的文档或文件夹，或者没有这个标签。`,
    badTag: (tag) => `“${tag}”不能作标签：请用 1–32 个文字、数字、- 或 _。`,
    now: (path, tags) =>
      tags.length === 0
        ? `${path} 现在没有标签。`
        : `${path} 的标签：${tags.map((tag) => `#${tag}`).join(" ")}`,
    notYours: "这不在您管理的文件夹里。",
  },
  stayHidden: (count) => `　其中 ${count} 个文档已移除，回去后仍不显示：`,
  backButton: "‹ 返回列表",
  listButton: "‹ 全部文档",
  more: (count) => `……另有 ${count} 条`,
};

const en: DocsTexts = {
  help: "Documents: /docs pages through them (/docs and words searches, /docs removed lists those removed), /tag PATH TAG tags a document or folder, /scope #tag binds a chat to the documents with a tag.",
  commands: { docs: "Look through and remove documents", tag: "Tag documents" },
  heading: (total) => `Documents (${total})`,
  headingOf: (words, total) => `Documents with “${words}” (${total})`,
  nothing: "There are no documents for you to look after yet.",
  nothingOf: (words) => `No document has “${words}” in its path or titles.`,
  howTo: "Tap a number to look at one; /docs and words searches paths and titles.",
  page: (page, pages) => `Page ${page} of ${pages}`,
  counts: (articles, sentences) =>
    `${enCount(articles, "article")} · ${enCount(sentences, "sentence")}`,
  untitled: "(untitled)",
  sentences: (count) => enCount(count, "sentence"),
  moreArticles: (count) => `… and ${count} more`,
  kind: (mediaType) => `From the documents folder · ${mediaType}`,
  version: (hash, loadedAt) =>
    loadedAt === undefined ? `Hash ${hash}` : `Hash ${hash} · loaded ${loadedAt}`,
  tags: (tags) => `Tags: ${tags.map((tag) => `#${tag}`).join(" ")}`,
  searchForgotten: "This list is too old. Please send /docs again.",
  documentGone: "This document is no longer among the documents.",
  remove: {
    button: "🗑 Remove",
    ask: (path) => `Remove ${path}?`,
    consequences:
      "Nobody will find it any more, and the source buttons of earlier answers will only say that it was removed. Its file stays where it is and it can be brought back; a change of the file does not bring it back. Quotes that already stand in chats cannot be unsent.",
    confirm: "🗑 Remove",
    cancel: "Cancel",
    working: "Removing…",
    done: (path) => `Removed ${path}. Nobody finds it from now on; its file is still there.`,
    already: (path) => `${path} was removed already.`,
    indexLater: (why) =>
      `The index is not up to date yet: ${why} The next /reload sees to it; until then it is not shown either.`,
    heldBack:
      "The new version did not pass its check and is not in use; until then it is not shown either.",
    leftovers:
      "Its text is still stored with the older versions; the button below deletes these too.",
  },
  removed: {
    button: (count) => `🗑 Removed (${count})`,
    heading: (total) => `Removed documents (${total})`,
    none: "No document was removed.",
    one: (at, who) => `removed ${at} · ${who}`,
    bringBack: (number) => `↩️ Bring back ${number}`,
    working: "Bringing it back…",
    back: (path) => `${path} is back and can be found again.`,
    backWithout: (path) =>
      `${path} no longer counts as removed, but it cannot be found: its file is not there, or did not load.`,
    notRemoved: "This document was brought back already, or never removed.",
  },
  forget: {
    button: "🔥 Delete stored versions too",
    ask: "Delete everything that is stored of older versions?",
    consequences:
      "Only the version in use stays and is written anew; removed text and its vectors are no longer on disk. There is no way back to older versions then. The files in the documents folder are not touched.",
    confirm: "🔥 Delete older versions",
    working: "Deleting…",
    done: (generation) => `The older versions are deleted; version ${generation} is in use now.`,
    changedMeanwhile:
      "Another version was published meanwhile, so nothing was changed. Look at /generations, then decide.",
  },
  tag: {
    usage:
      "Please write /tag PATH TAG, such as /tag reports/2024 annual; a minus before a tag takes it away. Put names with blanks in quotes. /tag alone lists all tags.",
    none: "There are no tags yet. Please write /tag PATH TAG, such as /tag reports/2024 annual.",
    heading: "Tags",
    one: (tag, documents, paths) => `#${tag} · ${enCount(documents, "document")} · ${paths}`,
    unknown: (path) =>
      `Nothing was changed: “${path}” is no document or folder that is served, or has no such tag.`,
    badTag: (tag) => `“${tag}” cannot be a tag: use 1–32 letters, digits, - or _.`,
    now: (path, tags) =>
      tags.length === 0
        ? `${path} has no tags now.`
        : `Tags of ${path}: ${tags.map((tag) => `#${tag}`).join(" ")}`,
    notYours: "This is not in a folder that you look after.",
  },
  stayHidden: (count) =>
    `　${enCount(count, "document")} of it ${count === 1 ? "was" : "were"} removed and will stay hidden:`,
  backButton: "‹ Back to the list",
  listButton: "‹ All documents",
  more: (count) => `… and ${count} more`,
};

function enCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export const docsTexts: Readonly<Record<Language, DocsTexts>> = { zh, en };

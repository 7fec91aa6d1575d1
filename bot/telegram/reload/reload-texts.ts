/** What the bot says to admins about loads. */

import type { LoadStage } from "../../../retrieval/load-report.ts";
import type { Language } from "../../text/language.ts";

interface LoadCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface VerdictCounts {
  readonly worse: number;
  readonly changed: number;
  readonly better: number;
  readonly same: number;
}

export interface ReloadTexts {
  readonly starting: string;
  /** In place of the path where all is loaded. */
  readonly everything: string;
  readonly scope: (path: string) => string;
  readonly readingAll: string;
  readonly forced: string;
  readonly stages: Readonly<Record<LoadStage, string>>;
  readonly left: (duration: string) => string;
  /** To one who asked while a load was running. @param since time of day */
  readonly joined: (since: string) => string;
  /** The same where that load is not what was asked for. @param scope what it loads */
  readonly joinedOther: (scope: string) => string;
  /** The same when it is over. */
  readonly wasOther: (scope: string) => string;
  /** All that is known of a load of another process. */
  readonly elsewhere: (since: string) => string;
  readonly resumed: string;
  readonly paused: string;
  readonly cancel: string;
  readonly cancelling: string;
  /** There is nothing to cancel any more. */
  readonly over: string;
  readonly kept: (done: number, total: number) => string;
  readonly nothingKept: string;
  readonly done: (generation: number) => string;
  readonly doneElsewhere: (generation: number) => string;
  /** A restart came between the publication and its report. */
  readonly doneBefore: string;
  readonly nothingNew: string;
  readonly changes: (counts: LoadCounts) => string;
  readonly totals: (sentences: string, seconds: string) => string;
  readonly added: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly removed: (count: number) => string;
  /** Removed from the corpus by an admin, and so not loaded. */
  readonly leftOut: (count: number) => string;
  /** The file, since it was removed. */
  readonly changedSince: string;
  readonly checked: (counts: VerdictCounts) => string;
  readonly verdicts: Readonly<Record<keyof VerdictCounts, string>>;
  readonly failedHeading: (count: number) => string;
  readonly noise: (count: number) => string;
  readonly more: (count: number) => string;
  /** Where the rest of the lists is. */
  readonly listFollows: string;
  /** Name of the file, with its ending. */
  readonly listName: (load: number) => string;
  readonly listCaption: (load: number) => string;
  readonly failed: string;
  readonly heldBack: string;
  /** Where there are no buttons for it. */
  readonly toForce: string;
  readonly publishAnyway: string;
  readonly leaveIt: string;
  /** Of a path that is not there. */
  readonly nearby: string;
  readonly nothingNearby: string;
  /** To an editor. */
  readonly nameFolder: (folders: readonly string[]) => string;
  readonly notYourFolder: (folders: readonly string[]) => string;
  /** What an admin can do, by code of the error. */
  readonly advice: Readonly<Record<string, string>>;
}

const zh: ReloadTexts = {
  starting: "开始载入文档；这期间我照常用原来的文档回答。",
  everything: "全部文档",
  scope: (path) => `范围：${path}`,
  readingAll: "全部重新读取",
  forced: "强制",
  stages: {
    list: "查找文件",
    read: "读取文档",
    embed: "计算向量",
    index: "建立索引",
    check: "检查",
    publish: "发布",
  },
  left: (duration) => `还要${duration}`,
  joined: (since) => `已经在载入了（${since} 开始），这里一起看进展和结果。`,
  joinedOther: (scope) => `那次载入的是「${scope}」，与您要的不同；它完成后请再发一次 /reload。`,
  wasOther: (scope) => `这次载入的是「${scope}」，与您要的不同；请再发一次您的 /reload。`,
  elsewhere: (since) =>
    `另一个进程正在载入（${since} 开始）。从这里看不到它的进展；它一结束，我就告诉您结果。`,
  resumed: "机器人重新启动过，现在接着载入。",
  paused: "机器人正在停止，载入先停下；重新启动后会在这条消息里接着做完。",
  cancel: "取消",
  cancelling: "正在停下来……",
  over: "这次载入已经结束了。",
  kept: (done, total) =>
    `已经处理好的约 ${done}/${total} 个文件会保留；再发一次 /reload 就从那里接着做。`,
  nothingKept: "还没有处理任何文件。再发一次 /reload 会重新开始。",
  done: (generation) => `文档已更新（第 ${generation} 版）`,
  doneElsewhere: (generation) => `另一个进程载入完了，现在用的是第 ${generation} 版`,
  doneBefore: "这一版在重新启动之前已经发布。",
  nothingNew: "文档没有变化，仍用原来的版本。",
  changes: ({ added, changed, removed, unchanged, failed }) =>
    `新增 ${added} · 修改 ${changed} · 删除 ${removed} · 未变 ${unchanged} · 失败 ${failed}`,
  totals: (sentences, seconds) => `共 ${sentences} 句 · 用时 ${seconds} 秒`,
  added: (count) => `➕ 新增 ${count} 个：`,
  changed: (count) => `✏️ 修改 ${count} 个：`,
  removed: (count) => `➖ 删除 ${count} 个：`,
  leftOut: (count) => `🚫 管理员移除、没有载入的 ${count} 个：`,
  changedSince: "文件后来改过",
  checked: ({ worse, changed, better, same }) =>
    `🔎 检查问题：变差 ${worse} · 改变 ${changed} · 变好 ${better} · 不变 ${same}`,
  verdicts: { worse: "变差", changed: "改变", better: "变好", same: "不变" },
  failedHeading: (count) => `⚠️ ${count} 个文件没有载入：`,
  noise: (count) => `🧹 不作引文的内容 ${count} 处：`,
  more: (count) => `……另有 ${count} 个`,
  listFollows: "完整的清单在随后的文件里。",
  listName: (load) => `载入-${load}.txt`,
  listCaption: (load) => `📄 第 ${load} 次载入的完整清单`,
  failed: "载入没有完成，仍在用原来的文档回答。",
  heldBack: "新版文档先不启用",
  toForce: "确实要发布，请发 /reload force。",
  publishAnyway: "仍然发布",
  leaveIt: "不发布",
  nearby: "附近有：",
  nothingNearby: "文档文件夹里还没有文件。",
  nameFolder: (folders) =>
    `请写明要载入您的哪个文件夹：${folders.join("、")}。例如 /reload ${folders[0] ?? ""}`,
  notYourFolder: (folders) => `您只能载入自己的文件夹：${folders.join("、")}。`,
  advice: {
    E_FOLDER_MISSING: "请检查 DOCUMENTS_DIR 指的文件夹，再发 /reload。",
    E_FOLDER_EMPTY: "请放入文档后再发 /reload。",
    E_LOAD_KILLED: "再发一次 /reload 会接着做完。",
    E_EMBEDDING_FAILED: "稍后再发 /reload 会接着做完。",
  },
};

const en: ReloadTexts = {
  starting: "Loading the documents. Meanwhile I answer from the present ones.",
  everything: "all documents",
  scope: (path) => `Only ${path}`,
  readingAll: "reading all anew",
  forced: "forced",
  stages: {
    list: "Listing files",
    read: "Reading documents",
    embed: "Embedding",
    index: "Indexing",
    check: "Checking",
    publish: "Publishing",
  },
  left: (duration) => `${duration} left`,
  joined: (since) => `A load is running already, since ${since}; here you follow it to its result.`,
  joinedOther: (scope) =>
    `It loads ${scope}, which is not what you asked for: send /reload again when it is done.`,
  wasOther: (scope) =>
    `This load was of ${scope}, which is not what you asked for: please send your /reload again.`,
  elsewhere: (since) =>
    `Another process has been loading since ${since}. I cannot see how far it is; when it ends, I tell you what came of it.`,
  resumed: "The bot was restarted and goes on with the load.",
  paused:
    "The bot is stopping, and the load with it. After the restart it goes on, in this message.",
  cancel: "Cancel",
  cancelling: "Stopping…",
  over: "This load is over.",
  kept: (done, total) =>
    `About ${done} of ${total} files are done and kept; send /reload again to go on from there.`,
  nothingKept: "No file was done yet. Send /reload again to begin anew.",
  done: (generation) => `Documents updated (version ${generation})`,
  doneElsewhere: (generation) => `The other process is done; version ${generation} is in use`,
  doneBefore: "This version was published before the restart.",
  nothingNew: "Nothing has changed; the present version stays in use.",
  changes: ({ added, changed, removed, unchanged, failed }) =>
    `${added} added · ${changed} changed · ${removed} removed · ${unchanged} unchanged · ${failed} failed`,
  totals: (sentences, seconds) => `${sentences} sentences · ${seconds} s`,
  added: (count) => `➕ ${count} added:`,
  changed: (count) => `✏️ ${count} changed:`,
  removed: (count) => `➖ ${count} removed:`,
  leftOut: (count) => `🚫 ${count} not loaded, for an admin removed them:`,
  changedSince: "the file has changed since",
  checked: ({ worse, changed, better, same }) =>
    `🔎 Questions checked: ${worse} worse · ${changed} changed · ${better} better · ${same} the same`,
  verdicts: { worse: "worse:", changed: "changed:", better: "better:", same: "the same:" },
  failedHeading: (count) => `⚠️ ${count === 1 ? "1 file was" : `${count} files were`} not loaded:`,
  noise: (count) =>
    `🧹 ${count === 1 ? "1 piece" : `${count} pieces`} left out of the quotable text:`,
  more: (count) => `… and ${count} more`,
  listFollows: "The whole list follows as a file.",
  listName: (load) => `load-${load}.txt`,
  listCaption: (load) => `📄 The whole list of load ${load}`,
  failed: "The load did not finish; I keep answering from the present documents.",
  heldBack: "The new version is held back",
  toForce: "To publish it after all, send /reload force.",
  publishAnyway: "Publish anyway",
  leaveIt: "Leave it",
  nearby: "Nearby are:",
  nothingNearby: "The documents folder holds no file yet.",
  nameFolder: (folders) =>
    `Please name which of your folders to load: ${folders.join(", ")}. For example /reload ${folders[0] ?? ""}`,
  notYourFolder: (folders) => `You may load your own folders only: ${folders.join(", ")}.`,
  advice: {
    E_FOLDER_MISSING: "Check the folder that DOCUMENTS_DIR names, then send /reload.",
    E_FOLDER_EMPTY: "Put documents into it, then send /reload.",
    E_LOAD_KILLED: "Send /reload again to finish what was begun.",
    E_EMBEDDING_FAILED: "Send /reload later to finish what was begun.",
  },
};

export const reloadTexts: Readonly<Record<Language, ReloadTexts>> = { zh, en };

/** Says in one phrase what an audited act did; shared by terminal and Telegram. */

import { z } from "zod";
import {
  type Expectation,
  expectationKinds,
} from "../../prompts/evaluation/golden/golden-question.ts";
import type { AuditEntry } from "../operations/audit.ts";
import type { Language } from "./language.ts";
import { scopeLabel } from "./scope-label.ts";

interface ActTexts {
  readonly load: (generation: number, counts: LoadCounts) => string;
  readonly forced: string;
  readonly readAll: string;
  /** Before what was done. */
  readonly ofPath: (path: string) => string;
  readonly loadOfNothingNew: string;
  readonly loadFailed: (code: string) => string;
  readonly rollback: (generation: number, to: number) => string;
  readonly rollbackFailed: (to: number, code: string) => string;
  /** @param generation undefined where they were there already, or none was taken */
  readonly upload: (files: number, taken: number, generation: number | undefined) => string;
  readonly uploadFailed: (files: number, code: string) => string;
  readonly discardUpload: (files: number) => string;
  readonly allowChat: (chatId: number) => string;
  readonly leaveChat: (chatId: number) => string;
  /** @param threadId of a forum's topic */
  readonly scope: (chatId: number, threadId: number | undefined, folders: string) => string;
  readonly wholeCorpus: string;
  readonly remove: (path: string) => string;
  readonly bringBack: (path: string) => string;
  /** The load behind the act failed. */
  readonly notLoaded: (code: string) => string;
  readonly forget: (generation: number) => string;
  readonly tag: (path: string, tags: string) => string;
  readonly golden: Readonly<Record<Expectation["kind"], string>>;
  readonly dropGolden: string;
  readonly settle: (questions: number) => string;
  readonly digest: (isOn: boolean) => string;
}

interface LoadCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly failed: number;
}

const actTexts: Readonly<Record<Language, ActTexts>> = {
  zh: {
    load: (generation, { added, changed, removed, failed }) =>
      `载入，发布第 ${generation} 版（新增 ${added} · 修改 ${changed} · 删除 ${removed} · 失败 ${failed}）`,
    forced: "，强制",
    readAll: "，全部重新读取",
    ofPath: (path) => `${path}：`,
    loadOfNothingNew: "载入，文档没有变化",
    loadFailed: (code) => `载入没有完成（${code}）`,
    rollback: (generation, to) => `回到第 ${to} 版的内容，发布为第 ${generation} 版`,
    rollbackFailed: (to, code) => `没能回到第 ${to} 版（${code}）`,
    upload: (files, taken, generation) =>
      `上传 ${files} 个文件，收入 ${taken} 个${generation === undefined ? "" : `，发布第 ${generation} 版`}`,
    uploadFailed: (files, code) => `上传 ${files} 个文件，载入没有完成（${code}）`,
    discardUpload: (files) => `丢弃 ${files} 个上传的文件`,
    allowChat: (chatId) => `允许聊天 ${chatId}`,
    leaveChat: (chatId) => `拒绝聊天 ${chatId}`,
    scope: (chatId, threadId, folders) =>
      `聊天 ${chatId}${threadId === undefined ? "" : ` 的话题 ${threadId}`} 只查找：${folders}`,
    wholeCorpus: "全部文档",
    remove: (path) => `移除 ${path}`,
    bringBack: (path) => `恢复 ${path}`,
    notLoaded: (code) => `，索引没有更新（${code}）`,
    forget: (generation) => `删除较早各版的存档，发布为第 ${generation} 版`,
    tag: (path, tags) => `标签 ${path}：${tags}`,
    golden: {
      cites: "设了一道标准题（保持出处）",
      says: "设了一道标准题（保持内容）",
      answers: "设了一道标准题（应当答好）",
      refuses: "设了一道标准题（应当找不到）",
    },
    dropGolden: "取消了一道标准题",
    settle: (questions) => `把 ${questions} 次没有答好的提问标为已处理`,
    digest: (isOn) => (isOn ? "打开了每周小结" : "关闭了每周小结"),
  },
  en: {
    load: (generation, { added, changed, removed, failed }) =>
      `loaded, published version ${generation} (${added} added · ${changed} changed · ${removed} removed · ${failed} failed)`,
    forced: ", forced",
    readAll: ", read all anew",
    ofPath: (path) => `${path}: `,
    loadOfNothingNew: "loaded, nothing had changed",
    loadFailed: (code) => `load did not finish (${code})`,
    rollback: (generation, to) =>
      `went back to the content of version ${to}, published as version ${generation}`,
    rollbackFailed: (to, code) => `could not go back to version ${to} (${code})`,
    upload: (files, taken, generation) =>
      `uploaded ${files} ${files === 1 ? "file" : "files"}, ${taken} taken${generation === undefined ? "" : `, published version ${generation}`}`,
    uploadFailed: (files, code) =>
      `uploaded ${files} ${files === 1 ? "file" : "files"}, load did not finish (${code})`,
    discardUpload: (files) => `discarded ${files} uploaded ${files === 1 ? "file" : "files"}`,
    allowChat: (chatId) => `allowed chat ${chatId}`,
    leaveChat: (chatId) => `refused chat ${chatId}`,
    scope: (chatId, threadId, folders) =>
      `chat ${chatId}${threadId === undefined ? "" : `, topic ${threadId},`} is answered from: ${folders}`,
    wholeCorpus: "all documents",
    remove: (path) => `removed ${path}`,
    bringBack: (path) => `brought back ${path}`,
    notLoaded: (code) => `, the index was not brought up to date (${code})`,
    forget: (generation) => `deleted what was stored of older versions, published ${generation}`,
    tag: (path, tags) => `tagged ${path}: ${tags}`,
    golden: {
      cites: "made a golden question (to keep its sources)",
      says: "made a golden question (to keep what it says)",
      answers: "made a golden question (to be answered)",
      refuses: "made a golden question (rightly not found)",
    },
    dropGolden: "dropped a golden question",
    settle: (questions) =>
      `settled ${questions} ${questions === 1 ? "question" : "questions"} not answered well`,
    digest: (isOn) => (isOn ? "switched the weekly digest on" : "switched the weekly digest off"),
  },
};

const count = z.number().int();
const failureSchema = z.object({ failed: z.string() });
/** Lines of older programs hold less, and none keeps the others from being told. */
const wantedLoadSchema = z.object({
  path: z.string().optional().catch(undefined),
  readAll: z.boolean().default(false).catch(false),
  force: z.boolean().default(false).catch(false),
});
const loadSchema = z.object({
  generation: count.optional(),
  published: z.boolean().default(true),
  added: count,
  changed: count,
  removed: count,
  failed: count,
});
const rollbackSchema = z.object({ generation: count, to: count });
const rollbackFailureSchema = failureSchema.extend({ to: count });
const discardSchema = z.object({ files: count });
const uploadSchema = discardSchema.extend({
  taken: count,
  generation: count.optional(),
  published: z.boolean(),
});
const uploadFailureSchema = failureSchema.extend({ files: count });
const chatSchema = z.object({ chatId: count });
const scopeSchema = chatSchema.extend({
  threadId: count.optional(),
  folders: z.union([z.literal("all"), z.array(z.string())]),
});
const goldenSchema = z.object({ expected: z.enum(expectationKinds) });
const settleSchema = z.object({ questions: count });
const digestSchema = z.object({ isOn: z.boolean() });

const documentSchema = z.object({ path: z.string(), failed: z.string().optional() });
const tagSchema = z.object({
  path: z.string(),
  add: z.array(z.string()),
  take: z.array(z.string()),
});

/** One line; act and details as they were kept, where this program does not know them. */
export function actLabel({ act, details }: AuditEntry, language: Language): string {
  const known = knownLabel({ act, details }, actTexts[language], language);
  return (known ?? `${act} ${JSON.stringify(details)}`).replace(/\s+/gu, " ");
}

function knownLabel(
  { act, details }: Pick<AuditEntry, "act" | "details">,
  words: ActTexts,
  language: Language,
): string | undefined {
  switch (act) {
    case "load": {
      const { path, readAll, force } = wantedLoadSchema.parse(details);
      const scope = path === undefined ? "" : words.ofPath(path);
      const failure = failureSchema.safeParse(details).data;
      if (failure !== undefined) return scope + words.loadFailed(failure.failed);
      const load = loadSchema.safeParse(details).data;
      if (load === undefined) return undefined;
      if (!load.published || load.generation === undefined) return scope + words.loadOfNothingNew;
      const how = (readAll ? words.readAll : "") + (force ? words.forced : "");
      return scope + words.load(load.generation, load) + how;
    }
    case "rollback": {
      const failure = rollbackFailureSchema.safeParse(details).data;
      if (failure !== undefined) return words.rollbackFailed(failure.to, failure.failed);
      const rollback = rollbackSchema.safeParse(details).data;
      return rollback && words.rollback(rollback.generation, rollback.to);
    }
    case "upload": {
      const failure = uploadFailureSchema.safeParse(details).data;
      if (failure !== undefined) return words.uploadFailed(failure.files, failure.failed);
      const upload = uploadSchema.safeParse(details).data;
      if (upload === undefined) return undefined;
      const { files, taken, published, generation } = upload;
      return words.upload(files, taken, published ? generation : undefined);
    }
    case "discard upload": {
      const files = discardSchema.safeParse(details).data?.files;
      return files === undefined ? undefined : words.discardUpload(files);
    }
    case "allow chat":
    case "leave chat": {
      const chatId = chatSchema.safeParse(details).data?.chatId;
      if (chatId === undefined) return undefined;
      return act === "allow chat" ? words.allowChat(chatId) : words.leaveChat(chatId);
    }
    case "scope": {
      const scope = scopeSchema.safeParse(details).data;
      if (scope === undefined) return undefined;
      const { chatId, threadId, folders } = scope;
      const named = folders === "all" ? words.wholeCorpus : scopeLabel(folders, language);
      return words.scope(chatId, threadId, named);
    }
    case "remove":
    case "bring back": {
      const changed = documentSchema.safeParse(details).data;
      if (changed === undefined) return undefined;
      const { path, failed } = changed;
      const done = act === "remove" ? words.remove(path) : words.bringBack(path);
      return done + (failed === undefined ? "" : words.notLoaded(failed));
    }
    case "forget": {
      const forgotten = z.object({ generation: count }).safeParse(details).data;
      return forgotten && words.forget(forgotten.generation);
    }
    case "tag": {
      const tagged = tagSchema.safeParse(details).data;
      if (tagged === undefined) return undefined;
      const { path, add, take } = tagged;
      const tags = [...add.map((tag) => `+#${tag}`), ...take.map((tag) => `-#${tag}`)];
      return words.tag(path, tags.join(" "));
    }
    case "golden": {
      const expected = goldenSchema.safeParse(details).data?.expected;
      return expected && words.golden[expected];
    }
    case "drop golden":
      return words.dropGolden;
    case "settle": {
      const questions = settleSchema.safeParse(details).data?.questions;
      return questions === undefined ? undefined : words.settle(questions);
    }
    case "digest": {
      const isOn = digestSchema.safeParse(details).data?.isOn;
      return isOn === undefined ? undefined : words.digest(isOn);
    }
    default:
      return undefined;
  }
}

/** Turns an error into one kind sentence for a person who did nothing wrong. */

import { AppError, type CorpusError } from "../../corpus/errors.ts";
import type { RetrievalError } from "../../retrieval/errors.ts";
import type { ConfigError, OperationsError, UploadError, UsageError } from "../errors.ts";
import type { Language } from "./language.ts";

type KnownCode =
  | CorpusError["code"]
  | RetrievalError["code"]
  | ConfigError["code"]
  | UsageError["code"]
  | OperationsError["code"]
  | UploadError["code"]
  | "E_LOAD_KILLED";

const unknown: Readonly<Record<Language, string>> = {
  zh: "出了点问题，没能完成，请稍后再试。",
  en: "Something went wrong and I could not finish. Please try again later.",
};

const store: Readonly<Record<Language, string>> = {
  zh: "暂时读不到文档库，请稍后再试；如果一直这样，请告诉管理员。",
  en: "I cannot reach the documents right now. Please try again later, or tell an admin if it lasts.",
};

const embedding: Readonly<Record<Language, string>> = {
  zh: "语义检索服务暂时没有回应，请稍后再试。",
  en: "The embedding service did not respond. Please try again later.",
};

const sentences: Readonly<Record<KnownCode, Readonly<Record<Language, string>>>> = {
  E_FOLDER_MISSING: { zh: "找不到文档文件夹。", en: "The documents folder is missing." },
  E_FOLDER_EMPTY: {
    zh: "文档文件夹里没有可以载入的文件。",
    en: "The documents folder holds no file that can be loaded.",
  },
  E_PATH_MISSING: {
    zh: "文档文件夹里没有这个文件或文件夹。",
    en: "The documents folder holds no such file or folder.",
  },
  E_FILE_UNREADABLE: { zh: "这个文件读不出来。", en: "This file cannot be read." },
  E_FILE_EMPTY: { zh: "这个文件是空的。", en: "This file is empty." },
  E_FILE_TOO_LARGE: { zh: "这个文件太大了。", en: "This file is too large." },
  E_FILE_TIMEOUT: {
    zh: "读这个文件花的时间太长，已经放弃。",
    en: "Reading this file took too long, so I gave up.",
  },
  E_FILE_ENCRYPTED: {
    zh: "这个文件有密码保护，打不开。",
    en: "This file is protected by a password.",
  },
  E_FILE_DAMAGED: { zh: "这个文件已经损坏。", en: "This file is damaged." },
  E_PART_MISSING: {
    zh: "读这种文件需要的组件没有安装。",
    en: "A part needed to read this kind of file is not installed.",
  },
  E_NOT_TEXT: { zh: "这个文件里没有可以读的文字。", en: "This file holds no readable text." },
  E_FORMAT_UNSUPPORTED: {
    zh: "还不支持这种文件格式。",
    en: "This file format is not supported yet.",
  },
  E_NO_CORPUS: {
    zh: "还没有载入任何文档，请管理员先载入。",
    en: "No documents are loaded yet. An admin needs to load them first.",
  },
  E_STATE_BROKEN: store,
  E_STORE_UNREACHABLE: store,
  E_GENERATION_UNKNOWN: {
    zh: "没有这一版文档。",
    en: "There is no such version of the documents.",
  },
  E_EMBEDDER_MISMATCH: {
    zh: "检索设置改过了，请管理员重新载入文档。",
    en: "The search settings have changed. An admin needs to load the documents again.",
  },
  E_EMBEDDING_DIMENSION: embedding,
  E_EMBEDDING_FAILED: embedding,
  E_LEG_UNHEALTHY: {
    zh: "新版文档没有通过检查，仍在使用原来的版本。",
    en: "The new version failed its check; the previous one stays in use.",
  },
  E_CORPUS_SHRANK: {
    zh: "新版文档比现在少一半以上，没有启用；如果确实要这样，请强制载入。",
    en: "The new version is less than half as large and was not put to use. Force the load if this is meant.",
  },
  E_LOAD_RUNNING: {
    zh: "正在载入文档，请等它完成。",
    en: "The documents are being loaded already. Please wait until that is done.",
  },
  E_LOAD_CANCELLED: {
    zh: "载入已取消，仍在使用原来的版本。",
    en: "The load was cancelled; the previous version stays in use.",
  },
  E_LOAD_KILLED: {
    zh: "载入的进程被中断，没有做完；仍在使用原来的版本。",
    en: "The process that loads was ended before it was done; the previous version stays in use.",
  },
  E_ALREADY_PUBLISHED: unknown,
  E_CONFIG: { zh: "设置有误，请告诉管理员。", en: "A setting is wrong. Please tell an admin." },
  E_USAGE: { zh: "没有看懂这条命令。", en: "I did not understand this command." },
  E_QUESTION_EMPTY: { zh: "请写下您的问题。", en: "Please write your question." },
  E_QUESTION_TOO_LONG: {
    zh: "问题太长了，请缩短一些。",
    en: "The question is too long; please shorten it.",
  },
  E_OPERATIONS_UNREACHABLE: unknown,
  E_OPERATIONS_BROKEN: unknown,
  E_UPLOAD_TOO_LARGE: {
    zh: "这个文件超过 20 MB，Telegram 不让机器人下载。请放进文档文件夹后发 /reload，或改用自己的 Bot API 服务器。",
    en: "This file is over 20 MB, more than Telegram lets bots download. Put it into the documents folder and send /reload, or run a Bot API server of your own.",
  },
  E_UPLOAD_LOST: {
    zh: "这个文件没能从 Telegram 取到，请再发一次。",
    en: "This file could not be fetched from Telegram. Please send it again.",
  },
  E_UPLOAD_IN_THE_WAY: {
    zh: "那个位置已有同名的文件夹或文件，放不进去；请换一个文件夹。",
    en: "A folder or file of that name is in the way. Please choose another folder.",
  },
  E_UPLOAD_HELD_BACK: {
    zh: "启用前的检查没有通过，仍在使用原来的版本；发 /reload 可以看到哪些问题变差了，再决定是否强制启用。",
    en: "The check before publishing did not pass, so the previous version stays in use. Send /reload to see which questions got worse, and decide whether to force it.",
  },
  E_UPLOAD_UNKNOWN: {
    zh: "这些文件已经不在待定之列了，请再发一次。",
    en: "These files are not waiting any more. Please send them again.",
  },
  E_LINK_REFUSED: {
    zh: "这个地址不能取：只取公开网络上的 http 或 https 网页，不带用户名和密码。",
    en: "This address is not fetched: only pages of the public network by http or https, without user name and password.",
  },
  E_LINK_FAILED: { zh: "这个地址打不开。", en: "This address cannot be opened." },
  E_LINK_REDIRECTS: {
    zh: "这个地址转来转去，没有结果。",
    en: "This address leads on and on to other ones.",
  },
  E_LINK_TOO_LARGE: { zh: "这个地址给出的内容太大。", en: "What this address gives is too large." },
  E_LINK_TIMEOUT: {
    zh: "这个地址太久没有给出全部内容。",
    en: "This address took too long to give all of its content.",
  },
  E_LINK_FORMAT: {
    zh: "这个地址给出的内容不是可以读的格式。",
    en: "What this address gives is of a format that is not read.",
  },
};

/** One sentence without message, path or code; a general one for an error of unknown code. */
export function kindSentence(error: unknown, language: Language): string {
  return kindSentenceOfCode(error instanceof AppError ? error.code : "", language);
}

/** The same where only the code of an error is kept. */
export function kindSentenceOfCode(code: string, language: Language): string {
  const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = sentences;
  return (Object.hasOwn(known, code) ? (known[code] ?? unknown) : unknown)[language];
}

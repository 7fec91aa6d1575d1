/** What the bot says about chats: whether it may answer there, how often, and from what. */

import type { Language } from "../text/language.ts";

export interface GroupTexts {
  /** First words in a group. @param name user name of the bot */
  readonly greeting: (name: string) => string;
  readonly offer: {
    readonly group: string;
    readonly person: string;
    /** @param who name, user name and id */
    readonly askedBy: (who: string) => string;
    readonly allow: string;
    readonly leave: string;
    /** In place of `leave` where a person asks, whom one cannot leave. */
    readonly refuse: string;
    readonly allowed: (who: string) => string;
    readonly refused: (who: string) => string;
    /** Who decided, where only the id is known. */
    readonly admin: (id: number) => string;
  };
  /** To a chat that an admin has allowed. */
  readonly nowAllowed: string;
  /** @param minutes at least 1 */
  readonly waitForQuota: (minutes: number) => string;
  readonly inline: {
    /** Marks a sentence that is near the question but does not answer it. */
    readonly nearest: string;
    readonly askAbout: string;
    /** After the sentence, in the private chat. */
    readonly inviteToAsk: string;
    /** On the button above the results, which opens the private chat. */
    readonly above: {
      readonly hint: string;
      readonly found: string;
      readonly none: string;
      readonly failed: string;
      readonly notAllowed: string;
    };
  };
  readonly scope: {
    readonly whole: string;
    readonly bound: (folders: string) => string;
    /** Heading of the folders there are. */
    readonly folders: string;
    readonly folder: (path: string, documents: number) => string;
    readonly moreFolders: (count: number) => string;
    readonly noFolders: string;
    /** How an admin sets it. @param example name of a folder */
    /** @param tags each with its `#` */
    readonly tags: (tags: string) => string;
    readonly howToSet: (example: string) => string;
    readonly unknown: (name: string) => string;
    readonly set: (folders: string) => string;
    readonly setWhole: string;
    readonly tooMany: (most: number) => string;
  };
}

const zh: GroupTexts = {
  greeting: (name) =>
    `大家好，我是问据，根据已载入的文档回答问题，并附上逐字原文和出处。\n提问请用 /ask 加问题、@${name}，或回复我的消息；其他时候我不出声。`,
  offer: {
    group: "🔔 有群想用我",
    person: "🔔 有人想用我",
    askedBy: (who) => `提出者：${who}`,
    allow: "✅ 允许",
    leave: "🚪 离开",
    refuse: "🚫 拒绝",
    allowed: (who) => `✅ 已允许（${who}）`,
    refused: (who) => `🚫 已拒绝（${who}）`,
    admin: (id) => `管理员 ${id}`,
  },
  nowAllowed: "管理员已开通，现在可以在这里向我提问了。",
  waitForQuota: (minutes) => `这一小时问得有点多了，请大约 ${minutes} 分钟后再问，谢谢。`,
  inline: {
    nearest: "最接近",
    askAbout: "💬 就这句提问",
    inviteToAsk: "想就这句话提问，请回复这条消息。",
    above: {
      hint: "输入问题，查找原文；或在私聊里提问",
      found: "在私聊里提问",
      none: "没有找到相关原文，点此在私聊里提问",
      failed: "暂时查不了，点此在私聊里提问",
      notAllowed: "还没有开通，点此在私聊里申请",
    },
  },
  scope: {
    whole: "这里查找全部文档。",
    bound: (folders) => `这里只查找：${folders}`,
    folders: "文件夹：",
    folder: (path, documents) => `· ${path}/（${documents} 个文档）`,
    moreFolders: (count) => `……另有 ${count} 个`,
    noFolders: "文档没有分文件夹。",
    tags: (tags) => `标签：${tags}`,
    howToSet: (example) => `设置：/scope ${example}/ ，可以写几个；查找全部：/scope all`,
    unknown: (name) => `没有“${name}”这个文件夹，没有改动。`,
    set: (folders) => `好的，这里以后只查找：${folders}`,
    setWhole: "好的，这里以后查找全部文档。",
    tooMany: (most) => `最多写 ${most} 个文件夹，没有改动。`,
  },
};

const en: GroupTexts = {
  greeting: (name) =>
    `Hello, I am Wenju. I answer from the loaded documents and quote every source word for word.\nAsk with /ask and your question, with @${name}, or by replying to me; otherwise I keep quiet.`,
  offer: {
    group: "🔔 A group would like to use me",
    person: "🔔 Somebody would like to use me",
    askedBy: (who) => `Asked by: ${who}`,
    allow: "✅ Allow",
    leave: "🚪 Leave",
    refuse: "🚫 Refuse",
    allowed: (who) => `✅ Allowed (${who})`,
    refused: (who) => `🚫 Refused (${who})`,
    admin: (id) => `admin ${id}`,
  },
  nowAllowed: "An admin has allowed this chat: you can ask me here now.",
  waitForQuota: (minutes) =>
    `That was a lot of questions for one hour. Please ask again in about ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
  inline: {
    nearest: "nearest",
    askAbout: "💬 Ask about this",
    inviteToAsk: "To ask about this sentence, reply to this message.",
    above: {
      hint: "Type a question to find sentences, or ask in private",
      found: "Ask in private",
      none: "Nothing found; ask in private",
      failed: "I cannot search right now; ask in private",
      notAllowed: "Not allowed yet; ask for it in private",
    },
  },
  scope: {
    whole: "I look into all documents here.",
    bound: (folders) => `I look only into: ${folders}`,
    folders: "Folders:",
    folder: (path, documents) =>
      `· ${path}/ (${documents} ${documents === 1 ? "document" : "documents"})`,
    moreFolders: (count) => `… and ${count} more`,
    noFolders: "The documents are in no folders.",
    tags: (tags) => `Tags: ${tags}`,
    howToSet: (example) => `To set: /scope ${example}/ (one or more); for all: /scope all`,
    unknown: (name) => `There is no folder “${name}”; nothing was changed.`,
    set: (folders) => `From now on I look only into: ${folders}`,
    setWhole: "From now on I look into all documents here.",
    tooMany: (most) => `At most ${most} folders, please; nothing was changed.`,
  },
};

export const groupTexts: Readonly<Record<Language, GroupTexts>> = { zh, en };

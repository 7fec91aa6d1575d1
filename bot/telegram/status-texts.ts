/** What the card of `/status` says. */

import type { Language } from "../text/language.ts";
import type { Reception } from "./health.ts";

export interface StatusTexts {
  readonly noCorpus: string;
  /** @param age such as "3 hours ago" */
  readonly generation: (number: number, publishedAt: string, age: string) => string;
  readonly loadingSince: (time: string) => string;
  readonly size: (megabytes: string) => string;
  readonly embedder: (name: string) => string;
  readonly answerer: (name: string) => string;
  /** @param perDay absent where nothing limits them */
  readonly tokens: (today: string, perDay: string | undefined) => string;
  readonly reception: Readonly<Record<Reception["mode"], string>>;
  readonly contact: (age: string) => string;
  readonly queue: (updates: string, messages: string) => string;
  readonly unknownCount: string;
  readonly noTroubles: (since: string) => string;
  readonly troubles: (since: string) => string;
}

const zh: StatusTexts = {
  noCorpus: "还没有载入文档。发 /reload 载入。",
  generation: (number, publishedAt, age) => `第 ${number} 版 · 发布于 ${publishedAt}（${age}）`,
  loadingSince: (time) => `正在载入（${time} 开始）`,
  size: (megabytes) => `数据 ${megabytes} MB`,
  embedder: (name) => `向量：${name}`,
  answerer: (name) => `回答：${name}`,
  tokens: (today, perDay) =>
    `模型今天用了 ${today} 个 token${perDay === undefined ? "" : `，每天最多 ${perDay}`}`,
  reception: { polling: "轮询", standby: "待命，由另一个进程轮询", webhook: "webhook" },
  contact: (age) => `上次联系 ${age}`,
  queue: (updates, messages) => `待处理 ${updates} 条，待发送 ${messages} 条`,
  unknownCount: "？",
  noTroubles: (since) => `${since} 启动以来没有问题`,
  troubles: (since) => `${since} 启动以来的问题，最近的在前：`,
};

const en: StatusTexts = {
  noCorpus: "No documents are loaded yet. Send /reload to load them.",
  generation: (number, publishedAt, age) => `Version ${number} · published ${publishedAt} (${age})`,
  loadingSince: (time) => `Loading since ${time}`,
  size: (megabytes) => `Data: ${megabytes} MB`,
  embedder: (name) => `Embedder: ${name}`,
  answerer: (name) => `Answerer: ${name}`,
  tokens: (today, perDay) =>
    `The model used ${today} tokens today${perDay === undefined ? "" : ` of ${perDay} a day`}`,
  reception: {
    polling: "Polling",
    standby: "On standby, another process polls",
    webhook: "Webhook",
  },
  contact: (age) => `last contact ${age}`,
  queue: (updates, messages) => `Waiting: ${updates} to be handled, ${messages} to be sent`,
  unknownCount: "?",
  noTroubles: (since) => `No trouble since the start at ${since}`,
  troubles: (since) => `Troubles since the start at ${since}, latest first:`,
};

export const statusTexts: Readonly<Record<Language, StatusTexts>> = { zh, en };

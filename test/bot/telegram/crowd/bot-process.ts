/** The bot as a user runs it: a real process, which may be killed and begun again on the same folder. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { FakeTelegram } from "../../../bot-api/fake-telegram.ts";

const main = resolve(import.meta.dirname, "../../../../bot/main.ts");
const loader = import.meta.resolve("tsx");

/** What the process holds of the machine. */
export interface Holdings {
  readonly memoryMegabytes: number;
  readonly openHandles: number;
}

export interface BotProcess {
  /** Undefined where the machine does not say. */
  holdings(): Holdings | undefined;
  kill(): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
}

export interface BotProcessOptions {
  readonly telegram: FakeTelegram;
  /** Its working folder; the corpus and the database are in `data` within. */
  readonly folder: string;
  readonly onLog: (text: string) => void;
  /** Besides token and address. */
  readonly settings?: Readonly<Record<string, string>>;
}

export function startBotProcess({
  telegram,
  folder,
  onLog,
  settings = {},
}: BotProcessOptions): BotProcess {
  const child = spawn(process.execPath, ["--import", loader, main, "start"], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      LANCEDB_LOG: "error",
      LOG_LEVEL: "debug",
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", onLog);
  }
  const closed = once(child, "close");
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    await closed;
    return child.exitCode;
  };
  return {
    holdings: () => holdingsOf(child),
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function holdingsOf({ pid }: ChildProcess): Holdings | undefined {
  const home = `/proc/${pid}`;
  if (!existsSync(`${home}/status`)) return undefined;
  const [, kilobytes = "0"] =
    /^VmRSS:\s*(\d+) kB$/mu.exec(readFileSync(`${home}/status`, "utf8")) ?? [];
  return {
    memoryMegabytes: Math.round(Number(kilobytes) / 1024),
    openHandles: readdirSync(`${home}/fd`).length,
  };
}

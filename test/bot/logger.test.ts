import { describe, expect, test } from "vitest";
import { createLogger } from "../../bot/logger.ts";

const token = `123456789:${"Ab-_1".repeat(7)}`;

function linesOf(act: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  act(createLogger({ level: "info", secrets: ["hush-hush"], write: (line) => lines.push(line) }));
  return lines;
}

describe("createLogger", () => {
  test("writes one JSON line with level, time, message and fields", () => {
    const [line] = linesOf((logger) => logger.info("loaded", { documents: 3 }));

    expect(JSON.parse(line ?? "")).toMatchObject({ level: "info", msg: "loaded", documents: 3 });
  });

  test("hides tokens and secrets in messages, nested fields and errors", () => {
    const failure = new Error(`GET https://api.telegram.org/bot${token}/getMe`, {
      cause: new Error("key sk-abcdefghijklmnopqrst"),
    });
    const lines = linesOf((logger) => {
      logger.warn(`token ${token}`, { deep: { url: `https://x/bot${token}` }, word: "hush-hush" });
      logger.error("failed", { error: failure });
    });

    expect(lines).toHaveLength(2);
    expect(lines.join("")).not.toMatch(/Ab-_1Ab|hush-hush|sk-abc/u);
    expect(lines[1]).toContain("/getMe");
  });

  test("leaves out lines below its level", () => {
    expect(linesOf((logger) => logger.debug("detail"))).toEqual([]);
  });
});

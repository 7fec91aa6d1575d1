import { describe, expect, test } from "vitest";
import { createLogger } from "../../bot/logger.ts";
import { rememberTroubles } from "../../bot/recent-troubles.ts";
import { RetrievalError } from "../../retrieval/errors.ts";

function remember() {
  const lines: string[] = [];
  const logger = createLogger({ level: "info", secrets: [], write: (line) => lines.push(line) });
  let nowMs = 0;
  const troubles = rememberTroubles(logger, () => (nowMs += 1000));
  return { ...troubles, lines };
}

describe("rememberTroubles", () => {
  test("keeps warnings and errors, newest first, and logs all as before", () => {
    const { logger, recent, lines } = remember();
    logger.info("all is well");
    logger.warn("slow");
    logger.error("broken", { error: new RetrievalError("E_NO_CORPUS", "at /srv/secret") });
    expect(lines).toHaveLength(3);
    expect(recent()).toEqual([
      { at: new Date(2000), message: "broken", code: "E_NO_CORPUS", count: 1 },
      { at: new Date(1000), message: "slow", code: undefined, count: 1 },
    ]);
  });

  test("counts what comes again, at its last time", () => {
    const { logger, recent } = remember();
    for (const message of ["slow", "broken", "slow"]) logger.warn(message);
    expect(recent()).toMatchObject([
      { message: "slow", count: 2, at: new Date(3000) },
      { message: "broken", count: 1 },
    ]);
  });

  test("forgets the oldest of many", () => {
    const { logger, recent } = remember();
    for (let n = 1; n <= 25; n++) logger.warn(`trouble ${n}`);
    expect(recent()).toHaveLength(20);
    expect(recent().at(-1)?.message).toBe("trouble 6");
  });
});

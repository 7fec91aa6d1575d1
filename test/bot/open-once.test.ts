import { describe, expect, test } from "vitest";
import { openOnce } from "../../bot/open-once.ts";

describe("openOnce", () => {
  test("opens once for all who ask, and not before", async () => {
    let openings = 0;
    const once = openOnce(() => Promise.resolve({ number: ++openings }));

    expect(once.current).toBeUndefined();
    const [first, second] = await Promise.all([once.open(), once.open()]);
    expect(first).toEqual({ number: 1 });
    expect(second).toBe(first);
    expect(await once.open()).toBe(first);
    expect(once.current).toBe(first);
  });

  test("tries again after a failure", async () => {
    let openings = 0;
    const once = openOnce(async () => {
      openings += 1;
      if (openings === 1) throw new Error("not yet");
      return "open";
    });

    await expect(once.open()).rejects.toThrow("not yet");
    expect(await once.open()).toBe("open");
  });
});

import { describe, expect, test } from "vitest";
import { createCallGate } from "../../../retrieval/store/call-gate.ts";

describe("createCallGate", () => {
  test("frees once, when the last call has ended", async () => {
    const events: string[] = [];
    const gate = createCallGate(() => events.push("freed"));
    let finish = () => {};
    const slow = gate.run(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const failing = gate.run(() => Promise.reject(new Error("failed")));
    gate.close();
    gate.close();
    await expect(failing).rejects.toThrow("failed");
    expect(events).toEqual([]);
    finish();
    await slow;
    expect(events).toEqual(["freed"]);
    await expect(gate.run(() => Promise.resolve())).rejects.toThrow(TypeError);
  });

  test("frees at once where nothing runs", async () => {
    let isFreed = false;
    const gate = createCallGate(() => {
      isFreed = true;
    });
    await gate.run(() => Promise.resolve());
    expect(isFreed).toBe(false);
    gate.close();
    expect(isFreed).toBe(true);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CorpusSnapshot, CorpusStore } from "../../retrieval/corpus-store.ts";
import { type LiveSnapshot, openLiveSnapshot } from "../../retrieval/live-snapshot.ts";
import { openLanceStore } from "../../retrieval/store/open-lance-store.ts";
import { tempFolder } from "./loading/temp-folder.ts";
import { prepareDocument, smallSpace } from "./store/prepare-document.ts";

interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

function gate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe("openLiveSnapshot", () => {
  let store: CorpusStore;
  let live: LiveSnapshot;
  /** Numbers of the generations whose snapshots were closed, in order. */
  let closed: number[];
  let opened: number[];

  beforeEach(async () => {
    store = await openLanceStore({ folder: await tempFolder() });
    closed = [];
    opened = [];
    live = openLiveSnapshot(watched(store));
  });
  afterEach(async () => {
    await live.close();
    store.close();
  });

  /** The real store, telling when its snapshots open and close. */
  function watched(inner: CorpusStore): CorpusStore {
    return {
      ...inner,
      async snapshot() {
        const snapshot = await inner.snapshot();
        const { number } = snapshot.generation;
        opened.push(number);
        return {
          ...snapshot,
          close() {
            closed.push(number);
            snapshot.close();
          },
        };
      },
    };
  }

  async function publish(text: string): Promise<void> {
    const writer = await store.openWriter(smallSpace);
    await writer.replaceDocuments([await prepareDocument("a.txt", text)]);
    await writer.publish();
    writer.close();
  }

  async function textOf(snapshot: CorpusSnapshot): Promise<string | undefined> {
    const [summary] = await snapshot.listDocuments();
    return (await snapshot.document(summary?.id ?? ""))?.text.trim();
  }

  test("says that there is no corpus until there is one", async () => {
    await expect(live.use(textOf)).rejects.toMatchObject({ code: "E_NO_CORPUS" });
    await publish("第一句话。");
    expect(await live.use(textOf)).toBe("第一句话。");
  });

  test("opens each generation once and closes the old one", async () => {
    await publish("第一句话。");
    expect(await Promise.all([live.use(textOf), live.use(textOf)])).toEqual([
      "第一句话。",
      "第一句话。",
    ]);
    await publish("第二句话。");
    expect(await Promise.all([live.use(textOf), live.use(textOf)])).toEqual([
      "第二句话。",
      "第二句话。",
    ]);
    expect(opened).toEqual([1, 2]);
    expect(closed).toEqual([1]);
  });

  test("work that runs keeps its generation to the end", async () => {
    await publish("第一句话。");
    const started = gate();
    const finish = gate();
    const long = live.use(async (snapshot) => {
      started.open();
      await finish.opened;
      return textOf(snapshot);
    });
    await started.opened;
    await publish("第二句话。");
    expect(await live.use(textOf)).toBe("第二句话。");
    expect(closed).toEqual([]);
    finish.open();
    expect(await long).toBe("第一句话。");
    expect(closed).toEqual([1]);
  });

  test("frees the generation when the work fails", async () => {
    await publish("第一句话。");
    await expect(live.use(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    await publish("第二句话。");
    await live.use(textOf);
    expect(closed).toEqual([1]);
  });

  test("goes on with what it has when a newer generation cannot be opened", async () => {
    await publish("第一句话。");
    const causes: unknown[] = [];
    let isBroken = false;
    const fragile = openLiveSnapshot(
      {
        ...store,
        snapshot: () => (isBroken ? Promise.reject(new Error("broken")) : store.snapshot()),
      },
      { onWarning: (cause) => causes.push(cause) },
    );
    expect(await fragile.use(textOf)).toBe("第一句话。");
    await publish("第二句话。");
    isBroken = true;
    expect(await fragile.use(textOf)).toBe("第一句话。");
    expect(causes).toEqual([new Error("broken")]);
    isBroken = false;
    expect(await fragile.use(textOf)).toBe("第二句话。");
    await fragile.close();
  });

  test("closing waits for the work and refuses more", async () => {
    await publish("第一句话。");
    const started = gate();
    const finish = gate();
    const long = live.use(async (snapshot) => {
      started.open();
      await finish.opened;
      return textOf(snapshot);
    });
    await started.opened;
    const closing = live.close();
    await expect(live.use(textOf)).rejects.toThrow(TypeError);
    expect(closed).toEqual([]);
    finish.open();
    expect(await long).toBe("第一句话。");
    await closing;
    expect(closed).toEqual([1]);
  });
});

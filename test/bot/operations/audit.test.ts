import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Audit } from "../../../bot/operations/audit.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

let temporary: TemporaryOperations;
let audit: Audit;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  ({ audit } = await temporary.open());
});
afterEach(() => temporary.close());

describe("publisherOf", () => {
  const longAgo = new Date(0);
  const load = (who: string, details: Readonly<Record<string, unknown>>) =>
    audit.append({ who, act: "load", details });

  test("is who loaded or brought back a generation, and nobody who found nothing new", async () => {
    await load("li", { generation: 1 });
    await load("mo", { generation: 1, published: false });
    await audit.append({ who: "wu", act: "rollback", details: { generation: 2, to: 1 } });
    await audit.append({ who: "mo", act: "scope", details: { generation: 3 } });
    const publisher = (number: number) => audit.publisherOf({ number, publishedAt: longAgo });

    expect([await publisher(1), await publisher(2), await publisher(3)]).toEqual([
      "li",
      "wu",
      undefined,
    ]);
    expect(await audit.count()).toBe(4);
  });

  test("is not who published another generation of that number before", async () => {
    await load("li", { generation: 1 });
    const later = new Date(Date.now() + 60_000);

    expect(await audit.publisherOf({ number: 1, publishedAt: later })).toBe(undefined);
  });
});

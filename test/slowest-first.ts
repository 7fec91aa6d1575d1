/** Begins with the tests that start processes and wait for them, so that none of them comes last alone. */

import { BaseSequencer, type TestSpecification } from "vitest/node";

const slow = [
  "bot/telegram/crowd.test.ts",
  "bot/telegram/reload/real-reload.test.ts",
  "retrieval/loading/kill.test.ts",
  "bot/cli/command-line.test.ts",
  "bot/loading/load-in-own-process.test.ts",
  "bot/telegram/delivery/kill.test.ts",
  "bot/uploads/kill.test.ts",
  "bot/cli/object-storage.test.ts",
  "conversations/conversations.test.ts",
];

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = slow.findIndex((path) => moduleId.endsWith(`/test/${path}`));
      return at < 0 ? slow.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

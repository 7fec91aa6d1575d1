import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Each file would load the store, the dictionaries and the parsers anew: a third of the time.
    isolate: false,
    // Left to itself vitest keeps one processor free.
    maxWorkers: "100%",
    // The load and kill tests start real processes; nothing here asserts on time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    env: { LANCEDB_LOG: "error" },
  },
});

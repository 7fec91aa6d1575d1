import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The load and kill tests start real processes; nothing here asserts on time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { LANCEDB_LOG: "error" },
  },
});

import { defineConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** The kill test with more rounds; `npm test` runs its small form. */
export default defineConfig({
  test: {
    ...config.test,
    include: ["test/retrieval/loading/kill.test.ts"],
    env: { ...config.test?.env, WENJU_KILLED_LOADS: "60" },
  },
});

import { defineConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** The kill tests with more rounds, and the whole crowd; `npm test` runs their small forms. */
export default defineConfig({
  test: {
    ...config.test,
    include: ["test/**/kill.test.ts", "test/bot/telegram/crowd.test.ts"],
    env: {
      ...config.test?.env,
      WENJU_KILLED_LOADS: "60",
      WENJU_KILLED_UPLOADS: "30",
      WENJU_KILLED_BOTS: "30",
      WENJU_CROWD: "full",
    },
  },
});

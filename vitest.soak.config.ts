import { mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** The same tests with more rounds: `npm test` runs their small form. */
export default mergeConfig(config, {
  test: { include: ["test/retrieval/loading/kill.test.ts"], env: { WENJU_KILLED_LOADS: "60" } },
});

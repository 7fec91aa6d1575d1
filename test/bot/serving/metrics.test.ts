import { describe, expect, test } from "vitest";
import { createMetrics } from "../../../bot/serving/metrics.ts";

describe("createMetrics", () => {
  test("tells counters, buckets and gauges as Prometheus reads them", async () => {
    const metrics = createMetrics();
    const questions = metrics.counter({ name: "questions_total", help: "Questions." });
    const seconds = metrics.histogram({ name: "seconds", help: "Time.", bounds: [0.5, 2] });
    metrics.gauge({ name: "waiting", help: "Waiting.", read: async () => 3 });
    metrics.gauge({ name: "unknown", help: "Nobody knows.", read: async () => undefined });
    questions.add({ outcome: "answered" });
    questions.add({ outcome: "answered" });
    questions.add({ outcome: 'a "quoted"\\\n' }, 4);
    for (const value of [0.5, 1, 7]) seconds.observe(value);

    expect(await metrics.render()).toMatchInlineSnapshot(`
      "# HELP questions_total Questions.
      # TYPE questions_total counter
      questions_total{outcome="answered"} 2
      questions_total{outcome="a \\"quoted\\"\\\\\\n"} 4
      # HELP seconds Time.
      # TYPE seconds histogram
      seconds_bucket{le="0.5"} 1
      seconds_bucket{le="2"} 2
      seconds_bucket{le="+Inf"} 3
      seconds_sum 8.5
      seconds_count 3
      # HELP waiting Waiting.
      # TYPE waiting gauge
      waiting 3
      # HELP unknown Nobody knows.
      # TYPE unknown gauge
      "
    `);
  });
});

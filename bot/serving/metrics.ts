/**
 * Figures for operators, in the text format of Prometheus.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */

export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  /** @param by default: 1 */
  add(labels?: Labels, by?: number): void;
}

export interface Histogram {
  observe(value: number): void;
}

interface Described {
  /** With its unit at the end, and `_total` where it only grows. */
  readonly name: string;
  readonly help: string;
}

export interface Metrics {
  counter(described: Described): Counter;
  /** @param bounds upper bounds of its buckets, ascending */
  histogram(described: Described & { readonly bounds: readonly number[] }): Histogram;
  /** @param read asked when the figures are; undefined where there is none right now */
  gauge(described: Described & { readonly read: () => Promise<number | undefined> }): void;
  /** All figures, in the order in which they were made. */
  render(): Promise<string>;
}

/** What Prometheus wants to be told the text is. */
export const metricsContentType = "text/plain; version=0.0.4; charset=utf-8";

export function createMetrics(): Metrics {
  const families: (() => Promise<readonly string[]>)[] = [];

  const addFamily = (
    { name, help }: Described,
    type: "counter" | "histogram" | "gauge",
    lines: () => Promise<readonly string[]> | readonly string[],
  ): void => {
    families.push(async () => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...(await lines()),
    ]);
  };

  return {
    counter: (described) => {
      const values = new Map<string, number>();
      addFamily(described, "counter", () =>
        [...values].map(([labels, value]) => `${described.name}${labels} ${value}`),
      );
      return {
        add: (labels = {}, by = 1) => {
          const key = renderLabels(labels);
          values.set(key, (values.get(key) ?? 0) + by);
        },
      };
    },
    histogram: ({ bounds, ...described }) => {
      const counts = bounds.map(() => 0);
      let count = 0;
      let sum = 0;
      const { name } = described;
      addFamily(described, "histogram", () => [
        ...bounds.map((bound, index) => `${name}_bucket{le="${bound}"} ${counts[index]}`),
        `${name}_bucket{le="+Inf"} ${count}`,
        `${name}_sum ${sum}`,
        `${name}_count ${count}`,
      ]);
      return {
        observe: (value) => {
          count += 1;
          sum += value;
          // Buckets hold all that is not above their bound.
          for (const [index, bound] of bounds.entries()) {
            if (value <= bound) counts[index] = (counts[index] ?? 0) + 1;
          }
        },
      };
    },
    gauge: ({ read, ...described }) => {
      addFamily(described, "gauge", async () => {
        const value = await read();
        return value === undefined ? [] : [`${described.name} ${value}`];
      });
    },
    render: async () => {
      const lines = [];
      for (const family of families) lines.push(...(await family()));
      return `${lines.join("\n")}\n`;
    },
  };
}

function renderLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escape(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

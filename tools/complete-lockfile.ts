/**
 * Adds to `package-lock.json` the native parts for platforms that npm left out, which `npm ci` then
 * misses: it leaves out what it could not look up when the file was made.
 *
 *   npx tsx tools/complete-lockfile.ts
 */

import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

const packageSchema = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), packageSchema) });

const systems = [
  "darwin",
  "linux",
  "win32",
  "android",
  "freebsd",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "aix",
];
const processors = [
  "arm64",
  "arm",
  "x64",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
];
const libraries: Readonly<Record<string, string>> = {
  gnu: "glibc",
  gnueabihf: "glibc",
  musl: "musl",
  musleabihf: "musl",
};
const exactVersion = /^\d+\.\d+\.\d+\S*$/u;

/** Platform of a native package, read off its name: `jieba-linux-arm64-gnu`. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.split(/[-/]/u);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = Object.entries(libraries).find(([word]) => words.includes(word))?.[1];
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== "linux" ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

const file = new URL("../package-lock.json", import.meta.url);
const lock = lockSchema.parse(JSON.parse(await readFile(file, "utf8")));
const added: string[] = [];
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    const isKnown = Object.keys(lock.packages).some((key) => key.endsWith(place));
    if (isKnown || platform.os === undefined || !exactVersion.test(version)) continue;
    lock.packages[place] = {
      version,
      ...(dev === true ? { dev } : {}),
      optional: true,
      ...platform,
    };
    added.push(`${name}@${version}`);
  }
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) =>
  one.localeCompare(other, "en"),
);
await writeFile(
  file,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`,
);
console.log(`added ${added.length}: ${added.join(" ")}`);

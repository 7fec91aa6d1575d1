/**
 * Writes the JSON schema of the Bot API that the fake server of the tests enforces: arguments and
 * result of every method, and `Update`, walked out of the types that grammY ships.
 *
 * `npx tsx tools/generate-bot-api-schema.ts` writes; with `--check` it exits 1 where the file differs.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript5";
import { z } from "zod";

export const botApiSchemaPath = fileURLToPath(
  new URL("../test/bot-api/schema.generated.json", import.meta.url),
);

type Schema = Readonly<Record<string, unknown>>;

/** The types are asked through a module of our own, which is never written to disk. */
const entryPath = fileURLToPath(new URL("bot-api-schema-entry.ts", import.meta.url));
const entryText = `
import type { ApiMethods, Opts } from "@grammyjs/types/methods.js";
export type { Update } from "@grammyjs/types/update.js";
export interface UploadedFile { upload: string }
export type Arguments = Opts<UploadedFile>;
export type Results = {
  [M in keyof ApiMethods<UploadedFile>]: ReturnType<ApiMethods<UploadedFile>[M]>;
};
`;

const compilerOptions: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/** Ranges meant for the text that is left after entities are parsed; the fake's own rules hold those. */
const parsedLater = /after entit(y|ies) parsing/u;
const documentedRange = /\b(\d+)-(\d+) (characters|bytes)\b([^.]*)/u;

/** Inline schemas longer than this are written once, under `$defs`. */
const longestInline = 120;

/**
 * Types → JSON schema (draft 07 words plus `minBytes` and `maxBytes`), the same text on every run.
 * Objects admit no further properties; files stand as `{ upload: string }`.
 * @returns JSON with a line for each method and definition:
 * `{ typesVersion, methods: { name: { args, result } }, update, $defs }`
 */
export function generateBotApiSchema(): string {
  const { checker, entry } = openTypes();
  const definitions = new Map<string, Schema>();
  const nameOfType = new Map<ts.Type, string>();
  const nameOfText = new Map<string, string>();
  const openUnions = new Set<ts.Type>();

  const convert = (type: ts.Type, place: string): Schema => {
    const { flags } = type;
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral)
      return { const: checker.typeToString(type) === "true" };
    if (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: "string" };
    if (flags & ts.TypeFlags.Number) return { type: "number" };
    if (flags & ts.TypeFlags.Boolean) return { type: "boolean" };
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) return never;
    if (type.isUnion()) return convertUnionOnce(type, place);
    if (checker.isArrayType(type)) {
      const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      if (element === undefined) throw new TypeError(`Expected an element type at ${place}.`);
      return { type: "array", items: convert(element, place) };
    }
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))
      return convertObject(type, place);
    throw new TypeError(
      `Expected a type that JSON can hold at ${place}, found ${checker.typeToString(type)}.`,
    );
  };

  /** Gives a union that holds itself a name at the moment it is met inside itself. */
  const convertUnionOnce = (type: ts.UnionType, place: string): Schema => {
    const known = nameOfType.get(type);
    if (known !== undefined) return reference(known);
    if (openUnions.has(type)) {
      const name = freeName(type.aliasSymbol?.name ?? place, definitions);
      nameOfType.set(type, name);
      definitions.set(name, {});
      return reference(name);
    }
    openUnions.add(type);
    const schema = convertUnion(type, place);
    openUnions.delete(type);
    const nameWithin = nameOfType.get(type);
    if (nameWithin === undefined) return hoist(schema, type.aliasSymbol?.name ?? place);
    definitions.set(nameWithin, schema);
    return reference(nameWithin);
  };

  const convertUnion = (type: ts.UnionType, place: string): Schema => {
    const values = new Set<unknown>();
    const others = new Map<string, Schema>();
    const admit = (schema: Schema): void => void others.set(JSON.stringify(schema), schema);
    for (const member of type.types) {
      const schema = convert(member, place);
      if (schema === never) continue;
      if ("const" in schema) values.add(schema["const"]);
      else admit(schema);
    }
    if (values.has(true) && values.has(false)) {
      values.delete(true);
      values.delete(false);
      admit({ type: "boolean" });
    }
    if (values.size === 1) admit({ const: [...values][0] });
    if (values.size > 1) admit({ enum: [...values].sort(compareText) });
    const alternatives = Object.values(sortKeys(Object.fromEntries(others)));
    const [first] = alternatives;
    if (first === undefined) return never;
    return alternatives.length === 1 ? first : { anyOf: alternatives };
  };

  const convertObject = (type: ts.Type, place: string): Schema => {
    const known = nameOfType.get(type);
    if (known !== undefined) return reference(known);
    const found = checker.getPropertiesOfType(type).map((property) => ({
      property,
      propertyType: checker.getTypeOfSymbolAtLocation(property, entry),
      isOptional: (property.flags & ts.SymbolFlags.Optional) !== 0,
    }));
    // An intersection of two kinds of chat, whose `type` can be no value.
    if (type.isIntersection() && found.length === 0) return never;
    const name = freeName(declaredName(checker, type) ?? place, definitions);
    nameOfType.set(type, name);
    // Taken before the properties are walked: types refer back to themselves.
    definitions.set(name, {});
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const { property, propertyType, isOptional } of found) {
      const schema = convert(propertyType, `${name}.${property.name}`);
      if (schema === never) continue;
      properties[property.name] = withRange(schema, property, checker);
      if (!isOptional) required.push(property.name);
    }
    definitions.set(name, {
      type: "object",
      properties: sortKeys(properties),
      ...(required.length > 0 ? { required: required.sort(compareText) } : {}),
      additionalProperties: false,
    });
    return reference(name);
  };

  const hoist = (schema: Schema, wantedName: string): Schema => {
    const text = JSON.stringify(schema);
    if (text.length <= longestInline || "$ref" in schema) return schema;
    const name = nameOfText.get(text) ?? freeName(wantedName, definitions);
    nameOfText.set(text, name);
    definitions.set(name, schema);
    return reference(name);
  };

  const results = exportedType(checker, entry, "Results");
  const methods: Record<string, { readonly args: Schema; readonly result: Schema }> = {};
  const methodArguments = checker
    .getPropertiesOfType(exportedType(checker, entry, "Arguments"))
    .sort((left, right) => compareText(left.name, right.name));
  for (const method of methodArguments) {
    const result = results.getProperty(method.name);
    if (result === undefined) throw new TypeError(`Expected a result type for ${method.name}.`);
    methods[method.name] = {
      args: convert(checker.getTypeOfSymbolAtLocation(method, entry), `${method.name}.args`),
      result: convert(checker.getTypeOfSymbolAtLocation(result, entry), `${method.name}.result`),
    };
  }
  const update = convert(exportedType(checker, entry, "Update"), "Update");

  const lines = (record: Readonly<Record<string, unknown>>): string =>
    Object.entries(record)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(",\n");
  return [
    `{"typesVersion":${JSON.stringify(typesVersion())},`,
    `"update":${JSON.stringify(update)},`,
    `"methods":{\n${lines(methods)}\n},`,
    `"$defs":{\n${lines(sortKeys(Object.fromEntries(definitions)))}\n}}\n`,
  ].join("\n");
}

/** Stands for `undefined` and `never`: a property of this type is left out. */
const never: Schema = { not: {} };

function reference(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

function openTypes(): { readonly checker: ts.TypeChecker; readonly entry: ts.SourceFile } {
  const host = ts.createCompilerHost(compilerOptions);
  const onDisk = { ...host };
  host.fileExists = (file) => file === entryPath || onDisk.fileExists(file);
  host.readFile = (file) => (file === entryPath ? entryText : onDisk.readFile(file));
  host.getSourceFile = (file, languageVersion, ...rest) =>
    file === entryPath
      ? ts.createSourceFile(file, entryText, languageVersion)
      : onDisk.getSourceFile(file, languageVersion, ...rest);
  const program = ts.createProgram([entryPath], compilerOptions, host);
  const entry = program.getSourceFile(entryPath);
  if (entry === undefined) throw new TypeError(`Expected the program to hold ${entryPath}.`);
  const [problem] = program.getSemanticDiagnostics(entry);
  if (problem !== undefined) {
    throw new TypeError(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
  }
  return { checker: program.getTypeChecker(), entry };
}

function exportedType(checker: ts.TypeChecker, entry: ts.SourceFile, name: string): ts.Type {
  const module = checker.getSymbolAtLocation(entry);
  const symbol = module && checker.getExportsOfModule(module).find((found) => found.name === name);
  if (symbol === undefined) throw new TypeError(`Expected the entry to export ${name}.`);
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return checker.getDeclaredTypeOfSymbol(target);
}

/** `Message.TextMessage` for a member of a namespace; undefined for types written in place. */
function declaredName(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  const symbol =
    type.aliasSymbol !== undefined && type.aliasTypeArguments === undefined
      ? type.aliasSymbol
      : type.symbol;
  if (symbol === undefined || symbol.name.startsWith("__")) return undefined;
  const name = checker.getFullyQualifiedName(symbol).replace(/^".*"\./u, "");
  return /^[\w.]+$/u.test(name) ? name : undefined;
}

function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}.${count}`)) count += 1;
  return `${wanted}.${count}`;
}

function withRange(schema: Schema, property: ts.Symbol, checker: ts.TypeChecker): Schema {
  if (schema["type"] !== "string") return schema;
  const documentation = ts.displayPartsToString(property.getDocumentationComment(checker));
  const [, least, most, unit, rest] = documentedRange.exec(documentation) ?? [];
  if (rest === undefined || parsedLater.test(rest)) return schema;
  const range = { least: Number(least), most: Number(most) };
  return unit === "bytes"
    ? { ...schema, minBytes: range.least, maxBytes: range.most }
    : { ...schema, minLength: range.least, maxLength: range.most };
}

function sortKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).sort(([left], [right]) => compareText(left, right)),
  );
}

/** By code units, so that the order depends on no locale. */
function compareText(left: unknown, right: unknown): number {
  const [leftText, rightText] = [String(left), String(right)];
  if (leftText === rightText) return 0;
  return leftText < rightText ? -1 : 1;
}

function typesVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)("@grammyjs/types/package.json");
  return z.object({ version: z.string() }).parse(manifest).version;
}

function main(): void {
  const generated = generateBotApiSchema();
  if (!process.argv.includes("--check")) {
    writeFileSync(botApiSchemaPath, generated);
    console.log(
      `${path.relative(process.cwd(), botApiSchemaPath)}: ${generated.length} characters`,
    );
    return;
  }
  if (readFileSync(botApiSchemaPath, "utf8") !== generated) {
    console.error(
      "The schema differs from the types: run npx tsx tools/generate-bot-api-schema.ts",
    );
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

/** Holds calls, results and updates against the JSON schema generated from grammY's types. */

import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { ApiMethods, Opts } from "grammy/types";
import { z } from "zod";

export type MethodName = keyof ApiMethods;

export interface SchemaValidation {
  /** The method's name as documented, from any casing; undefined where there is no such method. */
  methodNamed(name: string): MethodName | undefined;
  /** True where the arguments fit; else `lastProblem` tells what does not. */
  acceptsArguments<M extends MethodName>(method: M, args: unknown): args is Opts<M>;
  acceptsResult(method: MethodName, result: unknown): boolean;
  acceptsUpdate(update: unknown): boolean;
  /** What broke the schema in the last check that failed: `/entities/0/type must be …`. */
  lastProblem(): string;
  /** JSON types that an argument may have, for reading it from a form; empty for an unknown one. */
  typesOfArgument(method: MethodName, name: string): ReadonlySet<string>;
}

const schemaId = "bot-api";
const longestProblems = 3;

const nodeSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
const fileSchema = z.looseObject({
  methods: z.record(z.string(), z.object({ args: z.unknown(), result: z.unknown() })),
  $defs: z.record(z.string(), z.unknown()),
});

export function createSchemaValidation(): SchemaValidation {
  const path = new URL("schema.generated.json", import.meta.url);
  const schema = fileSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const names = new Map(Object.keys(schema.methods).map((name) => [name.toLowerCase(), name]));
  // Optimizing the checks takes longer than a test file runs them.
  const ajv = new Ajv({ strict: false, allErrors: true, code: { optimize: false } });
  ajv.addKeyword({
    keyword: "maxBytes",
    type: "string",
    validate: (limit: number, text: string) => Buffer.byteLength(text) <= limit,
    error: { message: "has too many bytes" },
  });
  ajv.addKeyword({
    keyword: "minBytes",
    type: "string",
    validate: (limit: number, text: string) => Buffer.byteLength(text) >= limit,
    error: { message: "has too few bytes" },
  });
  ajv.addSchema({ ...schema, $id: schemaId });

  let problem = "";
  const accepts = (pointer: string, value: unknown): boolean => {
    const validate: ValidateFunction | undefined = ajv.getSchema(`${schemaId}#/${pointer}`);
    if (validate === undefined) throw new TypeError(`Expected the schema to hold ${pointer}.`);
    if (validate(value)) return true;
    problem = explainErrors(validate.errors ?? []);
    return false;
  };

  const typesOf = (node: unknown): readonly string[] => {
    const { $ref: reference, type, anyOf, enum: values, const: only } = nodeSchema.parse(node);
    if (reference !== undefined) return typesOf(schema.$defs[reference.slice("#/$defs/".length)]);
    if (anyOf !== undefined) return anyOf.flatMap(typesOf);
    if (type !== undefined) return [type];
    return (values ?? [only]).map((value) => typeof value);
  };

  return {
    methodNamed: (name) => {
      const documented = names.get(name.toLowerCase());
      return isMethodName(documented) ? documented : undefined;
    },
    acceptsArguments: <M extends MethodName>(method: M, args: unknown): args is Opts<M> =>
      accepts(`methods/${method}/args`, args),
    acceptsResult: (method, result) => accepts(`methods/${method}/result`, result),
    acceptsUpdate: (update) => accepts("update", update),
    lastProblem: () => problem,
    typesOfArgument: (method, name) => {
      const args = nodeSchema.parse(schema.methods[method]?.args);
      const node = nodeSchema.parse(schema.$defs[args.$ref?.slice("#/$defs/".length) ?? ""] ?? {});
      const argument = node.properties?.[name];
      return new Set(argument === undefined ? [] : typesOf(argument));
    },
  };
}

/** The schema is generated from the same types, so each of its names is one of them. */
function isMethodName(name: string | undefined): name is MethodName {
  return name !== undefined;
}

/** Of a union every alternative complains; those that looked deepest into the value say the most. */
function explainErrors(errors: readonly ErrorObject[]): string {
  const depth = (error: ErrorObject): number => error.instancePath.split("/").length;
  const deepest = Math.max(...errors.map(depth));
  const problems = errors
    .filter((error) => depth(error) === deepest || error.keyword === "additionalProperties")
    .filter((error) => error.keyword !== "anyOf")
    .map((error) => {
      const unknown: unknown = error.params["additionalProperty"];
      const name = typeof unknown === "string" ? ` (${unknown})` : "";
      return `${error.instancePath || "/"} ${error.message ?? error.keyword}${name}`;
    });
  return [...new Set(problems)].slice(0, longestProblems).join("; ");
}

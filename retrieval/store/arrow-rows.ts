/** The border to Arrow: plain values become columns, rows come back checked. */

import type { QueryBase } from "@lancedb/lancedb";
import {
  DataType,
  type Field,
  Float32,
  makeData,
  makeVector,
  type Schema,
  Table,
  vectorFromArray,
} from "apache-arrow";
import { z } from "zod";
import { RetrievalError } from "../errors.ts";
import { takeTurns } from "../take-turns.ts";

const rowsPerTurn = 500;

/** Values of one column. */
export type Column =
  | readonly (string | number | null)[]
  | readonly Uint8Array[]
  | readonly Float32Array[];

/** A table of the schema's columns, all of one length. */
export function arrowTable(schema: Schema, columns: Readonly<Record<string, Column>>): Table {
  const vectors = schema.fields.map((field) => {
    const column = columns[field.name];
    if (column === undefined) throw new TypeError(`Column ${field.name} is missing.`);
    return [field.name, arrowVector(field, column)];
  });
  return new Table(schema, Object.fromEntries(vectors));
}

/** The same, in parts between which the event loop goes on: for many rows of strings. */
export async function arrowTableInTurns(
  schema: Schema,
  columns: Readonly<Record<string, Column>>,
): Promise<Table> {
  const turn = takeTurns();
  const rows = Object.values(columns)[0]?.length ?? 0;
  const parts: Table[] = [];
  for (let at = 0; at < rows; at += rowsPerTurn) {
    await turn();
    const part = Object.entries(columns).map(([name, column]) => [
      name,
      column.slice(at, at + rowsPerTurn),
    ]);
    parts.push(arrowTable(schema, Object.fromEntries(part)));
  }
  const [first = arrowTable(schema, columns), ...rest] = parts;
  return first.concat(...rest);
}

function arrowVector(field: Field, column: Column) {
  if (!DataType.isFixedSizeList(field.type)) return vectorFromArray(column, field.type);
  const { listSize } = field.type;
  const values = new Float32Array(column.length * listSize);
  column.forEach((vector, row) => {
    if (!(vector instanceof Float32Array)) throw new TypeError(`${field.name} holds no vector.`);
    values.set(vector, row * listSize);
  });
  const child = makeData({ type: new Float32(), length: values.length, data: values });
  return makeVector(makeData({ type: field.type, length: column.length, nullCount: 0, child }));
}

type AnyQuery = Pick<QueryBase<never>, "toArrow">;

/**
 * The query's rows as plain objects with the schema's keys; between parts of many the event loop
 * goes on.
 *
 * @throws {RetrievalError} `E_STATE_BROKEN` where a row is of another format
 */
export async function readRows<Row>(query: AnyQuery, schema: z.ZodType<Row>): Promise<Row[]> {
  const turn = takeTurns();
  const table = await query.toArrow();
  if (table.numRows <= rowsPerTurn) return checkedRows(table, schema);
  const rows: Row[] = [];
  for (let at = 0; at < table.numRows; at += rowsPerTurn) {
    await turn();
    rows.push(...checkedRows(table.slice(at, at + rowsPerTurn), schema));
  }
  return rows;
}

function checkedRows<Row>(table: ColumnTable, schema: z.ZodType<Row>): Row[] {
  const parsed = z.array(schema).safeParse(plainRows(table));
  if (parsed.success) return parsed.data;
  throw new RetrievalError(
    "E_STATE_BROKEN",
    `Expected rows of this version's format, found others: ${z.prettifyError(parsed.error)} ` +
      "Load the documents again; if that does not help, delete the store's folder first.",
    { cause: parsed.error },
  );
}

type ColumnTable = Pick<Table, "numRows" | "schema" | "getChild">;

/** Column by column: Arrow's own row objects look each column up again for each row. */
function plainRows(table: ColumnTable): readonly object[] {
  const rows: Record<string, unknown>[] = Array.from({ length: table.numRows }, () => ({}));
  for (const { name } of table.schema.fields) {
    let at = 0;
    for (const value of table.getChild(name) ?? []) {
      const row = rows[at++];
      if (row !== undefined) row[name] = value;
    }
  }
  return rows;
}

/** A stored vector; LanceDB gives an Arrow vector over its own memory. */
export const storedVectorSchema = z
  .custom<{ toArray(): Float32Array }>(
    (value) => typeof value === "object" && value !== null && "toArray" in value,
  )
  .transform((vector) => Float32Array.from(vector.toArray()));

const columnSchema: z.ZodType<Column> = z.union([
  z.array(z.union([z.string(), z.number(), z.null()])),
  z.array(z.instanceof(Uint8Array)),
  z.array(storedVectorSchema),
]);

/**
 * A column as it came, ready to be written again: LanceDB's Arrow objects are of another copy of the
 * package than ours.
 */
export function plainColumn(column: Iterable<unknown> | null): Column {
  return columnSchema.parse([...(column ?? [])]);
}

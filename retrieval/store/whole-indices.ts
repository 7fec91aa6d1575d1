/** Brings a table's indices up to its rows before readers see it. */

import { Index, type Table } from "@lancedb/lancedb";
import { RetrievalError } from "../errors.ts";

/** Up to here every vector is looked at: with 7,300 of 1,024 numbers that takes 13 ms, an index 8. */
const flatSearchMaxRows = 5_000;
const rowsPerPartition = 1000;
const fewestPartitions = 16;
/** The clusters of a vector index fit the rows it was built on; beyond this growth they no longer do. */
const rebuildGrowth = 2;
/** The full text knows no longer tokens, in bytes of UTF-8. */
export const tokenMaxBytes = 64;
/**
 * Up to here the full-text index is built anew each time: with 7,300 chunks that takes 1 s where
 * extending it takes 1.7 s, and scores then know nothing of deleted chunks.
 */
const fullTextRebuildMaxRows = 50_000;
/**
 * Tables of more rows bear some that no index covers: searching the full text of 40,000 chunks takes
 * 3 ms longer with 100 of them, where building its index anew takes many seconds.
 */
const alwaysWholeMaxRows = 10_000;
const bearableRows = 100;

export interface WantedIndex {
  readonly column: string;
  /** Anew each time: LanceDB uses up what it is given. */
  readonly config: () => Index;
  /** Build anew although it is there. Default false. */
  readonly rebuild?: boolean;
  /** Where no index of the table lacks more rows, all are left as they are. Absent: never. */
  readonly bears?: number | undefined;
  /** Its scores count rows that are gone, of which it must not know more either. Default false. */
  readonly countsGone?: boolean;
}

function bearable(rows: number): number | undefined {
  return rows > alwaysWholeMaxRows ? bearableRows : undefined;
}

/** @param rows of the table */
export function documentIndices(rows: number): readonly WantedIndex[] {
  return [{ column: "id", config: () => Index.btree(), bears: bearable(rows) }];
}

/**
 * Full text over ready tokens, which the index must not change; the document's id for replacing.
 *
 * @param rows of the table
 */
export function chunkIndices(rows: number): readonly WantedIndex[] {
  const bears = bearable(rows);
  const rebuild = rows <= fullTextRebuildMaxRows;
  return [
    { column: "document_id", config: () => Index.btree(), bears },
    { column: "tokens", config: fullTextIndex, rebuild, bears, countsGone: true },
  ];
}

function fullTextIndex(): Index {
  return Index.fts({
    baseTokenizer: "whitespace",
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    lowercase: false,
    maxTokenLength: tokenMaxBytes,
    withPosition: false,
  });
}

export const embeddingIndices: readonly WantedIndex[] = [
  { column: "text_hash", config: () => Index.btree() },
];

/**
 * The vector index for so many rows, and on how many rows it is or was built; none where searching
 * one by one is quick enough.
 *
 * @param builtOn rows under the index the served generation has, 0 for none
 */
export function vectorIndex(
  rows: number,
  builtOn: number,
): { readonly wanted: readonly WantedIndex[]; readonly builtOn: number } {
  if (rows <= flatSearchMaxRows) return { wanted: [], builtOn: 0 };
  const rebuild = builtOn === 0 || rows > builtOn * rebuildGrowth;
  const numPartitions = Math.max(fewestPartitions, Math.round(rows / rowsPerPartition));
  const config = () => Index.ivfRq({ distanceType: "cosine", numPartitions });
  const bears = rebuild ? undefined : bearable(rows);
  const wanted = [{ column: "vector", config, rebuild, bears }];
  return { wanted, builtOn: rebuild ? rows : builtOn };
}

export interface WholeIndicesOptions {
  /** Versions committed before are freed; absent leaves all. */
  readonly cleanupOlderThan: Date | undefined;
  readonly onWarning: (message: string) => void;
}

/**
 * Joins small files, frees old versions, extends each index to all rows and builds missing ones
 * (LanceDB drops an index when all rows under it are rewritten). Does nothing of that while searches
 * bear what the indices lack.
 *
 * @throws {RetrievalError} `E_LEG_UNHEALTHY` where an index stays behind its rows
 */
export async function makeIndicesWhole(
  table: Table,
  wanted: readonly WantedIndex[],
  options: WholeIndicesOptions,
): Promise<void> {
  const { cleanupOlderThan, onWarning } = options;
  const borne = await Promise.all(wanted.map((index) => isBorne(table, index)));
  if (borne.length > 0 && borne.every(Boolean)) return;
  for (const { column, rebuild } of wanted) {
    // Gone before the files are joined, or it would be rewritten for nothing.
    if (rebuild === true) await dropIndex(table, column);
  }
  // The epoch frees nothing; left out, LanceDB would free by its own rule.
  await table.optimize({ cleanupOlderThan: cleanupOlderThan ?? new Date(0) });
  if ((await table.countRows()) === 0) return;
  for (const { column, config, countsGone } of wanted) {
    const before = await uncoveredRows(table, column);
    if (before === 0) continue;
    if (before !== undefined) {
      onWarning(`The index on ${table.name}.${column} missed ${before} rows and was built anew.`);
    }
    await dropIndex(table, column);
    const name = `${column}_${await table.countRows()}`;
    await table.createIndex(column, { config: config(), ...(countsGone === true ? { name } : {}) });
    const left = await uncoveredRows(table, column);
    if (left !== 0) {
      throw new RetrievalError(
        "E_LEG_UNHEALTHY",
        `Expected the index on ${table.name}.${column} to cover all rows, found ` +
          `${left === undefined ? "no index" : `${left} rows missing`}. Load again.`,
      );
    }
  }
}

async function findIndex(table: Table, column: string) {
  return (await table.listIndices()).find(({ columns }) => columns.includes(column));
}

async function dropIndex(table: Table, column: string): Promise<void> {
  const index = await findIndex(table, column);
  if (index !== undefined) await table.dropIndex(index.name);
}

async function isBorne(table: Table, index: WantedIndex): Promise<boolean> {
  const { column, bears, countsGone = false } = index;
  if (bears === undefined) return false;
  const found = await findIndex(table, column);
  const stats = found && (await table.indexStats(found.name));
  if (stats === undefined || stats.numUnindexedRows > bears) return false;
  if (!countsGone) return true;
  // Built by a version that gave it no such name, it is built anew.
  const builtOn = Number(/_(\d+)$/u.exec(found?.name ?? "")?.[1] ?? Number.POSITIVE_INFINITY);
  return builtOn - stats.numIndexedRows <= bears;
}

/** Rows the index does not cover; undefined where there is no index. */
async function uncoveredRows(table: Table, column: string): Promise<number | undefined> {
  const index = await findIndex(table, column);
  if (index === undefined) return undefined;
  return (await table.indexStats(index.name))?.numUnindexedRows;
}

/** Reads Excel workbooks: each row of each sheet, as the program shows it. */

import { brokenDocument, openParts } from "../../archives/open-parts.ts";
import { readProperties } from "../office/read-properties.ts";
import type { ParseBytes } from "../parsers.ts";
import { createTextBuilder } from "../text-builder.ts";
import { addTable } from "./add-table.ts";
import { readWorkbook, type Sheet } from "./read-workbook.ts";
import { tooManyRows } from "./too-many-rows.ts";

/** A workbook of several sheets without a title is named by so many of them. */
const namesInTitle = 3;

/** 1. open the parts, 2. read sheets, 3. put the ones that are shown into words. */
export const parseXlsx: ParseBytes = async (bytes, { path, limits }) => {
  const parts = await openParts(bytes, { path, limits });
  const properties = await readProperties(parts);

  let rows = 0;
  const sheets = await readWorkbook(parts, {
    path,
    onRow() {
      rows += 1;
      if (rows > limits.maxRows) throw tooManyRows(path, limits.maxRows);
    },
  });
  if (sheets.length === 0) {
    throw brokenDocument(path, { expected: "sheets", found: "none that can be read" });
  }

  const builder = createTextBuilder();
  const filled = sheets.filter(({ table }) => table.rows.length > 0);
  const shown = filled.filter(({ isHidden }) => !isHidden);
  const hasSeveral = shown.length > 1;
  for (const sheet of filled) {
    if (sheet.isHidden) dropSheet(builder, sheet);
    else addSheet(builder, sheet, hasSeveral);
  }
  const title = properties.title ?? (hasSeveral ? titleOf(shown) : undefined);
  return {
    ...builder.build(),
    ...(title === undefined ? {} : { title }),
    ...(properties.byline === undefined ? {} : { byline: properties.byline }),
  };
};

type Builder = ReturnType<typeof createTextBuilder>;

function addSheet(builder: Builder, { name, table }: Sheet, hasSeveral: boolean): void {
  if (hasSeveral) builder.addHeading(2, name);
  addTable(builder, table, {
    titleLevel: hasSeveral ? 3 : 1,
    placeOf: (row) => ({ kind: "row", row, ...(hasSeveral ? { sheet: name } : {}) }),
  });
}

function dropSheet(builder: Builder, { name, table }: Sheet): void {
  const texts = table.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
  builder.drop([name, ...texts].join(" | "), "hidden sheet");
}

/** The first sheet's name alone would pass for the title of all of them. */
function titleOf(sheets: readonly Sheet[]): string {
  const names = sheets.slice(0, namesInTitle).map(({ name }) => name);
  return `${names.join("、")}${sheets.length > namesInTitle ? "……" : ""}`;
}

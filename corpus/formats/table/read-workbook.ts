/** Reads an Excel workbook: its sheets, with what cells name by number. */

import { posix } from "node:path";
import { brokenDocument, type DocumentParts } from "../../archives/open-parts.ts";
import { builtinFormats } from "./builtin-formats.ts";
import { numberFormat, type ShowNumber } from "./number-format.ts";
import { readSheet, unescapeText } from "./read-sheet.ts";
import type { Table } from "./table.ts";
import { xmlAttribute, xmlTags } from "../xml/xml-tags.ts";

export interface Sheet {
  readonly name: string;
  /** Whether the program shows it only on demand. */
  readonly isHidden: boolean;
  readonly table: Table;
}

export interface ReadWorkbookOptions {
  /** Error messages name it. */
  readonly path: string;
  /** Called for each row that has a cell; may throw. */
  readonly onRow: () => void;
}

/**
 * The sheets in their order, without charts.
 *
 * @throws {CorpusError} `E_FILE_DAMAGED`, and those of `parts`
 */
export async function readWorkbook(
  parts: DocumentParts,
  options: ReadWorkbookOptions,
): Promise<readonly Sheet[]> {
  const workbook = await parts.text("xl/workbook.xml");
  if (workbook === undefined) {
    throw brokenDocument(options.path, {
      expected: "an Excel workbook",
      found: "no list of sheets",
    });
  }
  const relations = await readRelations(parts);
  const partOf = (type: string, usual: string): Promise<string | undefined> =>
    parts.text(relations.find((relation) => relation.type === type)?.part ?? usual);
  const isFrom1904 = [...xmlTags(workbook)].some(
    (tag) => tag.name === "workbookPr" && /^(?:1|true)$/u.test(xmlAttribute(tag, "date1904") ?? ""),
  );
  const strings = readStrings((await partOf("sharedStrings", "xl/sharedStrings.xml")) ?? "");
  const formats = readFormats((await partOf("styles", "xl/styles.xml")) ?? "", isFrom1904);

  const sheets: Sheet[] = [];
  for (const tag of xmlTags(workbook)) {
    if (tag.name !== "sheet" || tag.kind === "close") continue;
    const id = xmlAttribute(tag, "id");
    const sheet = relations.find((relation) => relation.id === id && relation.type === "worksheet");
    const source = sheet === undefined ? undefined : await parts.text(sheet.part);
    if (source === undefined) continue;
    sheets.push({
      name: unescapeText(xmlAttribute(tag, "name") ?? "").trim(),
      isHidden: xmlAttribute(tag, "state")?.toLowerCase().includes("hidden") === true,
      table: readSheet(source, { strings, formats, onRow: options.onRow }),
    });
  }
  return sheets;
}

interface Relation {
  readonly id: string | undefined;
  /** The last word of it. */
  readonly type: string;
  readonly part: string;
}

/** Which parts belong to the workbook. */
async function readRelations(parts: DocumentParts): Promise<readonly Relation[]> {
  const source = (await parts.text("xl/_rels/workbook.xml.rels")) ?? "";
  return [...xmlTags(source)].flatMap((tag) => {
    const target = xmlAttribute(tag, "Target");
    if (tag.name !== "Relationship" || target === undefined) return [];
    const type = (xmlAttribute(tag, "Type") ?? "").split("/").at(-1) ?? "";
    // From the workbook's folder unless it begins at the root.
    const part = target.startsWith("/") ? target.slice(1) : posix.join("xl", target);
    return [{ id: xmlAttribute(tag, "Id"), type, part }];
  });
}

/** Readings printed above the words are left out. */
function readStrings(source: string): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let isPhonetic = false;
  for (const tag of xmlTags(source)) {
    if (tag.name === "rPh") isPhonetic = tag.kind === "open";
    if (tag.name === "t") isText = tag.kind === "open" && !isPhonetic;
    if (isText) text += tag.text;
    if (tag.name !== "si" || tag.kind === "open") continue;
    strings.push(unescapeText(text));
    text = "";
  }
  return strings;
}

function readFormats(source: string, isFrom1904: boolean): readonly ShowNumber[] {
  const codes = new Map<number, string>(
    Object.entries(builtinFormats).map(([id, code]) => [Number(id), code]),
  );
  const known = new Map<number, ShowNumber>();
  const formats: ShowNumber[] = [];
  let isInCellFormats = false;
  for (const tag of xmlTags(source)) {
    if (tag.name === "cellXfs") isInCellFormats = tag.kind === "open";
    if (tag.name === "numFmt") {
      codes.set(Number(xmlAttribute(tag, "numFmtId")), xmlAttribute(tag, "formatCode") ?? "");
    }
    if (tag.name !== "xf" || tag.kind === "close" || !isInCellFormats) continue;
    const id = Number(xmlAttribute(tag, "numFmtId") ?? 0);
    const format = known.get(id) ?? numberFormat(codes.get(id) ?? "General", isFrom1904);
    known.set(id, format);
    formats.push(format);
  }
  return formats;
}

/** Finds the blocks of an HTML page: what a reader sees of its article. */

import { parse } from "parse5";
import { addHtml } from "./add-html.ts";
import { readHtmlMetadata } from "./html-metadata.ts";
import type { ParsedDocument } from "../parsed-document.ts";
import { createTextBuilder } from "../text-builder.ts";

/** Menus, scripts, forms and hidden parts are dropped, each with its reason. */
export function parseHtml(source: string): ParsedDocument {
  const page = parse(source);
  const builder = createTextBuilder();
  addHtml(builder, page);
  return { ...builder.build(), ...readHtmlMetadata(page) };
}

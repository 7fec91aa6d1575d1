/** Reads what a PDF says about itself, as far as somebody said it and not a program. */

import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";
import { hasWord } from "../../text/characters.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { ParsedDocument } from "../parsed-document.ts";

const infoSchema = z.object({
  Title: z.string().optional().catch(undefined),
  Author: z.string().optional().catch(undefined),
});

const fileName =
  /\.(?:docx?|dotx?|odt|rtf|txt|wps|pages|tex|dvi|indd|qxd|pmd|fbd?|cdr|ai|psd|pptx?|xlsx?|pdf|html?|tiff?|jpe?g|png)$/iu;
const madeByProgram =
  /^(?:microsoft (?:word|powerpoint|excel|publisher) ?[-–]|(?:microsoft )?powerpoint (?:presentation|演示文稿)$|(?:untitled|document|doc|无标题|未命名|文档|幻灯片|演示文稿|slide|print|scan|title|about:blank)[ _-]?\d*$|[a-z]+:\/\/)/iu;
const nobody =
  /^(?:admin(?:istrator)?|(?:windows )?user|owner|root|unknown|anonymous|author|微软用户|用户|管理员|匿名|未知|作者|\S+\\\S+|\d+)$/iu;

/** Title and author; the dates a PDF carries are its file's and no evidence of publication. */
export async function readPdfMetadata(
  document: PDFDocumentProxy,
): Promise<Pick<ParsedDocument, "title" | "byline">> {
  const { info } = await document.getMetadata();
  const { Title, Author } = infoSchema.catch({}).parse(info);
  const title = visibleText(Title ?? "");
  const author = visibleText(Author ?? "");
  return {
    ...(isTitle(title) ? { title } : {}),
    ...(hasWord(author) && !nobody.test(author) ? { byline: author } : {}),
  };
}

function isTitle(title: string): boolean {
  return hasWord(title) && !fileName.test(title) && !madeByProgram.test(title);
}

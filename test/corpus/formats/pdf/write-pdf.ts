/** Writes small PDF files by hand, for what no program at hand would make. */

export interface WrittenPdf {
  /** Drawing operators of each page; fonts are F (Helvetica), G, U and V. */
  readonly pages: readonly string[];
  readonly info?: Readonly<Record<string, string>>;
  /** Of each page, in degrees clockwise. */
  readonly rotate?: number;
}

/** Chinese fonts that are named and not embedded, each with the encoding of its strings. */
const encodings = { G: "GBK-EUC-H", U: "UniGB-UCS2-H", V: "UniGB-UCS2-V" } as const;

/** A page measures 400 by 600 points. */
export function writePdf({ pages, info = {}, rotate = 0 }: WrittenPdf): Uint8Array {
  const objects: string[] = [];
  function add(body: string): number {
    objects.push(body);
    return objects.length;
  }
  const root = add("");
  const tree = add("");
  const ligatures = "<< /Type /Encoding /Differences [1 /fi /ffi] >>";
  const latin = add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding ${ligatures} >>`,
  );
  const descriptor = add(
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontBBox [-25 -254 1000 880] >>",
  );
  const glyphs = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor ${descriptor} 0 R >>`,
  );
  const chinese = Object.entries(encodings).map(([name, encoding]) => {
    const font = add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${glyphs} 0 R] >>`,
    );
    return `/${name} ${font} 0 R`;
  });
  const fonts = `/F ${latin} 0 R ${chinese.join(" ")}`;
  const kids = pages.map((drawing) => {
    const content = add(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 400 600] /Rotate ${rotate} /Contents ${content} 0 R /Resources << /Font << ${fonts} >> >> >>`,
    );
  });
  objects[root - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`;
  const entries = Object.entries(info).map(([key, value]) => `/${key} <feff${ucs2(value)}>`);
  const infoNumber = add(`<< ${entries.join(" ")} >>`);

  let file = "%PDF-1.7\n";
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R /Info ${infoNumber} 0 R >>\n`;
  file += `startxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Text as a PDF's hexadecimal string holds it. */
export function ucs2(text: string): string {
  return [...text].map((it) => it.charCodeAt(0).toString(16).padStart(4, "0")).join("");
}

/** Drawing operators that set a text with its base line's start at a point from the lower left. */
export function setAt(x: number, y: number, text: string, font = "U", size = 12): string {
  const isLatin = font === "F";
  const string = isLatin ? `(${text})` : `<${ucs2(text)}>`;
  return `BT /${font} ${size} Tf ${x} ${y} Td ${string} Tj ET`;
}

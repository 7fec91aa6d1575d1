/** As much of XML as S3 speaks. */

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export function element(name: string, text: string): string {
  return `<${name}>${text.replaceAll(/[&<>]/gu, (sign) => entities[sign] ?? sign)}</${name}>`;
}

export function xml(root: string, elements: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${elements.join("")}</${root}>`;
}

/** The texts of all elements of that name. */
export function textsOf(document: string, name: string): readonly string[] {
  const found = document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "gu"));
  return [...found].map(([, text = ""]) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}

/** Finds the card that a government's or archive's page shows above a document: number, office, subject. */

/** So many fields one below the other are a card; one alone may be text. */
const leastFields = 2;
const maxLength = 80;

/** Names of fields that say nothing a reader asks for. */
const field =
  /^(?:索引号|信息索引号?|发文机关|发布机构|发文单位|制发机关|发文字号|文号|文件编号|主题分类|信息分类|信息类别|公开类别|公开方式|公开形式|公开范围|公开时限|服务对象|体裁分类|主题词|关键词|有效性|效力状态|时效|文件状态|失效日期|废止日期|生效日期|信息名称|信息来源|组配分类|所属类别|责任部门|标题|名称)[:：]/u;
/** A date of making, which counts only where none of publishing stands. */
const making = /^(?:成文|生成|形成|制定)(?:日期|时间)[:：]/u;
const publishing = /^(?:发布|公布|公开|发文)(?:日期|时间)[:：]/u;

/** Indices of the lines of such cards. */
export function recordFields(lines: readonly string[]): readonly number[] {
  const words = lines.map((line) => (line.length > maxLength ? "" : line.replace(/\s/gu, "")));
  const isPublished = words.some((line) => publishing.test(line));
  const isDropped = (line: string): boolean =>
    field.test(line) || (isPublished && making.test(line));
  const found: number[] = [];
  let run: number[] = [];
  let ofRun = 0;
  const close = (): void => {
    if (ofRun >= leastFields) found.push(...run);
    run = [];
    ofRun = 0;
  };
  for (const [index, line] of words.entries()) {
    if (isDropped(line)) run.push(index);
    if (field.test(line) || making.test(line) || publishing.test(line)) ofRun += 1;
    else close();
  }
  close();
  return found;
}

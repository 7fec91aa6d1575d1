/** The office whose holder a question asks for: 检察长 in 青山湖区检察院检察长是谁. */

/** Offices that texts name by their own word, and not by what their holders do: 执导 for 导演. */
const office =
  "(?:董事|检察|审判|秘书|理事|[省市县区镇乡村院校厂局处科部厅司会社团队班馆所站行园总])长|主任|书记|经理|总裁|主席|总统|总理|首相|司令|大使|发言人|主教练";
const deputy = "(?:副|代|前|原)?";
const asksBehind = new RegExp(
  `(${deputy}(?:${office}))(?:的?名字)?(?:是|叫|为|由)?(?:谁|哪位|什么名字|什么人|什么[？?]?$)`,
  "u",
);
const asksBefore = new RegExp(
  `(?:谁|哪位)(?:是|任|当|出任|担任|当选)(?:了|上)?[^，。？?]{0,12}?(${deputy}(?:${office}))[？?]?$`,
  "u",
);

/** @param question normalised Chinese; undefined where it asks for no office of these */
export function askedOffice(question: string): string | undefined {
  return (asksBehind.exec(question) ?? asksBefore.exec(question))?.[1];
}

/** Whether the text names the office: 主任 is not named by 副主任. @param text normalised */
export function namesOffice(text: string, asked: string): boolean {
  for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + 1)) {
    if (!/[副代]$/u.test(text.slice(0, at))) return true;
  }
  return false;
}

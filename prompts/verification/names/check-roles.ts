/** Catches another office for a person: 局长 for 副局长, 院长 for 主任. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { possiblePersons } from "./chinese-names.ts";

const office =
  /(?:(?<deputy>副|代理|代|原|前|常务副|名誉|助理)(?:总)?)?(?<role>[省市县区镇乡村局处科部厅院校会社厂行馆所站段队班组司厅庭州盟]长|书记|主任|教授|研究员|主席|经理|总裁|总监|总编辑?|主编|秘书长|董事长|理事长|检察长|站长|工程师|医师|护士长?|教练|队员|裁判|总理|总统|首相|律师|法官|会计|记者|司机|厨师|志愿者)/u;
const offices = new RegExp(office, "gu");
const officeAtEnd = new RegExp(`${office.source}[、]?$`, "u");

/** The office that stands right before a name; empty where none does. */
function officesBefore(name: string, text: string): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const words = officeAtEnd.exec(text.slice(0, at))?.[0];
    if (words !== undefined) found.push(words);
  }
  return found;
}

function rolesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(offices)].map(([words]) => words));
}

export function checkRoles(statement: ReadText, cited: CitedText): Finding {
  const known = rolesIn(cited.context);
  const problems: Problem[] = [];
  for (const role of rolesIn(statement.plain)) {
    if (known.has(role)) continue;
    const other = [...known].find((one) => one.endsWith(role) || role.endsWith(one));
    if (other === undefined) continue;
    const message = `the cited sentences say "${other}", not "${role}".`;
    problems.push({ kind: "name", found: role, message });
  }
  if (problems.length > 0) return { problems, rules: [] };
  for (const name of possiblePersons(statement.plain)) {
    const own = officesBefore(name, cited.context);
    const said = officesBefore(name, statement.plain)[0];
    if (said === undefined || own.length === 0 || known.has(said)) continue;
    const message = `the cited sentences call ${name} "${own[0]}".`;
    problems.push({ kind: "name", found: said, message });
  }
  return { problems, rules: [] };
}

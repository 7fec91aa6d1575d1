/** Conditions for LanceDB, which has no bound parameters. */

/** Longer lists are cheaper in several questions. */
export const maxListed = 1000;

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** @param column a name from `tables.ts`, never a user's */
export function equals(column: string, value: string): string {
  return `${column} = ${quoted(value)}`;
}

/** Conditions that together hold for rows whose column has one of the values. */
export function isOneOf(column: string, values: readonly string[]): string[] {
  const conditions: string[] = [];
  for (let at = 0; at < values.length; at += maxListed) {
    const listed = values.slice(at, at + maxListed).map(quoted);
    conditions.push(`${column} IN (${listed.join(", ")})`);
  }
  return conditions;
}

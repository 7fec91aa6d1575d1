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

/**
 * Holds for rows whose column is a path in one of the folders, however deep.
 *
 * @param column a name from `tables.ts`, never a user's
 */
export function isInFolders(column: string, folders: readonly string[]): string {
  if (folders.length === 0) return "false";
  // Paths in a folder lie between it with a stroke and it with the character after the stroke.
  const conditions = folders.map(
    (folder) => `(${column} >= ${quoted(`${folder}/`)} AND ${column} < ${quoted(`${folder}0`)})`,
  );
  return `(${conditions.join(" OR ")})`;
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

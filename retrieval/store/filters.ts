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
 * Holds for rows whose column is one of the paths, or a path in a folder at one of them, however deep.
 * For few paths: each costs two comparisons a row.
 *
 * @param column a name from `tables.ts`, never a user's
 */
export function isAtOrIn(column: string, paths: readonly string[]): string {
  if (paths.length === 0) return "false";
  // Paths in a folder lie between it with a stroke and it with the character after the stroke.
  const folders = paths.map(
    (path) => `(${column} >= ${quoted(`${path}/`)} AND ${column} < ${quoted(`${path}0`)})`,
  );
  return `(${[...isOneOf(column, paths), ...folders].join(" OR ")})`;
}

/** Holds for rows whose column is one of the values, however many they are. */
export function isAmong(column: string, values: readonly string[]): string {
  return values.length === 0 ? "false" : `(${isOneOf(column, values).join(" OR ")})`;
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

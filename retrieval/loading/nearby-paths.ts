/** Finds what somebody may have meant who named a path that does not exist. */

const mostShown = 5;
/** Of the pairs of letters in two names; below it they have nothing in common. */
const smallestLikeness = 0.3;

/**
 * At most five paths, the likeliest first: files and folders of a like name wherever they stand, then
 * what the last folder of the path that does exist holds. Folders end with a slash.
 *
 * @param wanted without a slash at its end
 * @param files all that there are
 */
export function nearbyPaths(wanted: string, files: readonly string[]): readonly string[] {
  const folders = foldersOf(files);
  const all = [...[...folders].map((folder) => `${folder}/`), ...files];
  const name = nameOf(wanted);
  const alike = all
    .map((path) => ({ path, likeness: likeness(name, nameOf(path)) }))
    .filter((found) => found.likeness >= smallestLikeness)
    .sort((one, other) => other.likeness - one.likeness || (one.path < other.path ? -1 : 1))
    .map(({ path }) => path);
  const around = all.filter((path) => parentOf(path) === deepestFolder(wanted, folders)).sort();
  return [...new Set([...alike, ...around])].slice(0, mostShown);
}

function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let at = file.indexOf("/"); at >= 0; at = file.indexOf("/", at + 1)) {
      folders.add(file.slice(0, at));
    }
  }
  return folders;
}

/** The last folder on the way to the path that exists; empty for the root. */
function deepestFolder(path: string, folders: ReadonlySet<string>): string {
  let folder = parentOf(path);
  while (folder !== "" && !folders.has(folder)) folder = parentOf(folder);
  return folder;
}

function parentOf(path: string): string {
  const bare = path.replace(/\/$/u, "");
  return bare.slice(0, Math.max(0, bare.lastIndexOf("/")));
}

function nameOf(path: string): string {
  const bare = path.replace(/\/$/u, "");
  return bare.slice(bare.lastIndexOf("/") + 1).toLowerCase();
}

/** Dice's coefficient over pairs of neighbouring letters, 0…1. */
function likeness(one: string, other: string): number {
  const [pairs, otherPairs] = [pairsOf(one), pairsOf(other)];
  const shared = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  return (2 * shared) / (pairs.size + otherPairs.size);
}

/** With the edges of the name, so that names of one letter have some too. */
function pairsOf(name: string): ReadonlySet<string> {
  const letters = ["^", ...name, "$"];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

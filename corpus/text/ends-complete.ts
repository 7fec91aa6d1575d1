/** Tells whether a line stops where a sentence does. */

/** Whether the line ends with a sentence mark and what may close behind it. */
export function endsComplete(line: string): boolean {
  return /[。！？；｡!?;.…][”’」』）)》】\]"']*$/u.test(line.slice(-8));
}

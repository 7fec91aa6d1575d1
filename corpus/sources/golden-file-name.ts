/** The file in a documents folder that asks about the documents and is none of them. */

/** One question a line; stands in the folder itself, not in one of its subfolders. */
export const goldenFileName = "golden.jsonl";

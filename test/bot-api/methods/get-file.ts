/** `getFile`: where a kept file can be downloaded, or read from the disk. */

import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { badRequest } from "../api-refusal.ts";
import { fileFields, type StoredFile } from "../stored-files.ts";
import { modelledMethod } from "./modelled-method.ts";

const maxDownloadBytes = 20 * 1024 * 1024;

export const getFile = modelledMethod({
  name: "getFile",
  options: ["file_id"],
  run: ({ world, args }) => {
    const file = world.files.get(args.file_id);
    if (file === undefined) {
      throw badRequest("wrong file_id or the file is temporarily unavailable");
    }
    const { filesFolder } = world.rules;
    if (filesFolder !== undefined) {
      return { ...fileFields(file), file_path: writeLocally(filesFolder, file) };
    }
    if (file.sizeBytes > maxDownloadBytes) throw badRequest("file is too big");
    return { ...fileFields(file), file_path: file.path };
  },
});

/** One of which only the size is told is full of zeros. */
function writeLocally(folder: string, { path, bytes, sizeBytes }: StoredFile): string {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes ?? "");
  if (bytes === undefined) truncateSync(place, sizeBytes);
  return place;
}

/** `getFile`: where a kept file can be downloaded. */

import { badRequest } from "../api-refusal.ts";
import { fileFields } from "../stored-files.ts";
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
    if (file.sizeBytes > maxDownloadBytes) throw badRequest("file is too big");
    return { ...fileFields(file), file_path: file.path };
  },
});

/** A small corpus for answers that a model writes, loaded once a test file. */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import {
  createEvidenceFinder,
  type FindEvidence,
} from "../../../prompts/answering/find-evidence.ts";
import type { CorpusSnapshot } from "../../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";

export const townDocuments: Readonly<Record<string, string>> = {
  "museum.md":
    "---\ntitle: 青石县博物馆开馆\ndate: 2024-03-05\n---\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。该馆每逢周一闭馆。\n\n讲解员周兰说，木船是2019年从青石河里捞起来的。\n",
  "reprint.txt": "今日转载\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n",
  "school.txt": "青石一中搬了家\n\n青石一中2022年迁到城南，新校园占地96亩。学校有教师210名。\n",
  "trees.txt": "种树的人\n\n东湖林场2023年种下杉树12万棵，成活率达到95%。\n",
  "bridge.md":
    "---\ntitle: 东湖大桥通车\ndate: 2023-10-01\n---\n\n东湖大桥全长1860米，总投资4.2亿元，2023年9月28日通车。\n",
};

export interface ModelCorpus {
  readonly snapshot: CorpusSnapshot;
  readonly findEvidence: FindEvidence;
  close(): Promise<void>;
}

/** @param documents text by path */
export async function openModelCorpus(
  documents: Readonly<Record<string, string>> = townDocuments,
): Promise<ModelCorpus> {
  const folder = await mkdtemp(join(tmpdir(), "wenju-model-"));
  for (const [path, text] of Object.entries(documents)) {
    const file = join(folder, "documents", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const embedder = createHashedEmbedder();
  const store = await openLanceStore({ folder: join(folder, "corpus") });
  await loadCorpus({ source: openFolder(join(folder, "documents")), store, embedder });
  const snapshot = await store.snapshot();
  return {
    snapshot,
    findEvidence: createEvidenceFinder(embedder),
    close: async () => {
      snapshot.close();
      store.close();
      await rm(folder, { recursive: true });
    },
  };
}

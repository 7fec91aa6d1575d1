/** How families of sentence models want to be used; their weights do not say it, their names do. */

import type { EmbeddingRole } from "./embedder.ts";

/** How one vector is made of those of the tokens: their mean, or that of the first token alone. */
export type Pooling = "mean" | "cls";

export interface ModelFamily {
  readonly pooling: Pooling;
  /** What the model was trained to see before a text. */
  readonly prefix: Readonly<Record<EmbeddingRole, string>>;
}

const plain: ModelFamily = { pooling: "mean", prefix: { question: "", passage: "" } };

/** First match counts. From the model cards of intfloat, BAAI and Alibaba-NLP. */
const families: readonly (ModelFamily & { readonly named: RegExp })[] = [
  {
    named: /\be5\b.*\binstruct\b/iu,
    pooling: "mean",
    prefix: {
      question:
        "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ",
      passage: "",
    },
  },
  {
    named: /\be5\b/iu,
    pooling: "mean",
    prefix: { question: "query: ", passage: "passage: " },
  },
  {
    named: /\bbge\b.*\bzh\b/iu,
    pooling: "cls",
    prefix: { question: "为这个句子生成表示以用于检索相关文章：", passage: "" },
  },
  {
    named: /\bbge\b.*\ben\b/iu,
    pooling: "cls",
    prefix: {
      question: "Represent this sentence for searching relevant passages: ",
      passage: "",
    },
  },
  {
    named: /\bbge\b|\bgte\b.*\b(zh|multilingual)\b/iu,
    pooling: "cls",
    prefix: { question: "", passage: "" },
  },
];

/** @param model its name, without owner or folder; one of no known family is used plainly */
export function modelFamily(model: string): ModelFamily {
  const { pooling, prefix } = families.find(({ named }) => named.test(model)) ?? plain;
  return { pooling, prefix };
}

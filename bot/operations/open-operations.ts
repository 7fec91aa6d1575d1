/** Opens the operational database: what conversations and loads need besides the corpus. */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, type Client } from "@libsql/client";
import { z } from "zod";
import { OperationsError } from "../errors.ts";
import {
  answersIndices,
  answersTable,
  askedBeforeColumn,
  createAnswers,
  type Answers,
} from "./answers.ts";
import { askedIndex, askedTable, createAsked, type Asked } from "./asked.ts";
import { auditTable, createAudit, type Audit } from "./audit.ts";
import { chatsIndex, chatsTable, createChats, type Chats } from "./chats.ts";
import { closedChatsTable, createClosedChats, type ClosedChats } from "./closed-chats.ts";
import { confirmationsTable, createConfirmations, type Confirmations } from "./confirmations.ts";
import {
  createDocumentChanges,
  documentChangesTable,
  type DocumentChanges,
} from "./document-changes.ts";
import {
  createDocumentSearches,
  documentSearchesTable,
  type DocumentSearches,
} from "./document-searches.ts";
import { createDigests, digestsTable, type Digests } from "./digests.ts";
import {
  createGoldenQuestions,
  goldenQuestionsIndex,
  goldenQuestionsTable,
  type GoldenQuestions,
} from "./golden-questions.ts";
import { createHistory, historyIndices, type History } from "./history.ts";
import { createInbox, inboxClaims, inboxIndex, inboxTable, type Inbox } from "./inbox.ts";
import { createLanguages, languagesTable, type Languages } from "./languages.ts";
import { createLeases, leasesTable, type Leases } from "./leases.ts";
import { createLoads, type Loads } from "./loads.ts";
import { loadsTables } from "./loads-table.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { outboxIndices, outboxTable } from "./outbox-table.ts";
import {
  createRemovedDocuments,
  removedDocumentsTable,
  type RemovedDocuments,
} from "./removed-documents.ts";
import { createCounting, lateAnswersIndex, type Counting } from "./period-counts.ts";
import { createScopes, scopesTable, type Scopes } from "./scopes.ts";
import { createTags, tagsTable, type Tags } from "./tags.ts";
import { createTokenDays, tokenDaysTable, type TokenDays } from "./token-days.ts";
import { uploadsTables } from "./upload-rows.ts";
import { createUploads, type Uploads } from "./uploads.ts";
import {
  createUnanswered,
  refusalsIndex,
  settledAnswersTable,
  type Unanswered,
} from "./unanswered.ts";
import { createVotes, votesIndices, votesTable, type Votes } from "./votes.ts";
import {
  createWaitingQuestions,
  waitingQuestionsIndex,
  waitingQuestionsTable,
  type WaitingQuestions,
} from "./waiting-questions.ts";
import { createWorkers, workersTable, type Workers } from "./workers.ts";

export interface Operations {
  readonly leases: Leases;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly workers: Workers;
  readonly answers: Answers;
  readonly votes: Votes;
  readonly history: History;
  readonly audit: Audit;
  readonly tokenDays: TokenDays;
  readonly chats: Chats;
  readonly closedChats: ClosedChats;
  readonly scopes: Scopes;
  readonly confirmations: Confirmations;
  readonly asked: Asked;
  readonly languages: Languages;
  readonly removedDocuments: RemovedDocuments;
  readonly documentChanges: DocumentChanges;
  readonly documentSearches: DocumentSearches;
  readonly tags: Tags;
  readonly uploads: Uploads;
  readonly goldenQuestions: GoldenQuestions;
  readonly unanswered: Unanswered;
  readonly waitingQuestions: WaitingQuestions;
  readonly digests: Digests;
  readonly counting: Counting;
  readonly loads: Loads;
  close(): void;
}

/** Each list brings the schema up by one version; a published list is never edited. */
const migrations: readonly (readonly string[])[] = [
  [leasesTable, inboxTable, inboxIndex, answersTable, ...answersIndices, auditTable],
  [tokenDaysTable],
  [votesTable, ...votesIndices, ...historyIndices],
  [chatsTable, chatsIndex, scopesTable, askedTable, askedIndex],
  [outboxTable, ...outboxIndices, workersTable, ...inboxClaims],
  [closedChatsTable],
  [confirmationsTable],
  [languagesTable],
  [removedDocumentsTable, documentChangesTable, documentSearchesTable, tagsTable],
  uploadsTables,
  [
    goldenQuestionsTable,
    goldenQuestionsIndex,
    waitingQuestionsTable,
    waitingQuestionsIndex,
    settledAnswersTable,
    refusalsIndex,
    digestsTable,
    askedBeforeColumn,
    lateAnswersIndex,
  ],
  loadsTables,
];

/** How long one process waits for another one's write. */
const busyTimeoutMs = 10_000;

/**
 * Opens the database, creating file, folder and tables where they are missing.
 *
 * @throws {OperationsError} `E_OPERATIONS_UNREACHABLE`; `E_OPERATIONS_BROKEN` where the file is no
 *   database or was written by a newer version
 */
export async function openOperations(options: { readonly url: string }): Promise<Operations> {
  const isFile = options.url.startsWith("file:");
  let client: Client | undefined;
  try {
    if (isFile) await mkdir(dirname(fileURLToPath(options.url)), { recursive: true });
    client = createClient({ url: options.url, timeout: busyTimeoutMs });
    // Readers then never wait for the writer, and a commit is one write to the disk.
    if (isFile) await client.execute("PRAGMA journal_mode = WAL");
    await migrate(client);
  } catch (error) {
    client?.close();
    throw asOperationsError(error);
  }
  const open = client;
  return {
    leases: createLeases(open),
    inbox: createInbox(open),
    outbox: createOutbox(open),
    workers: createWorkers(open),
    answers: createAnswers(open),
    votes: createVotes(open),
    history: createHistory(open),
    audit: createAudit(open),
    tokenDays: createTokenDays(open),
    chats: createChats(open),
    closedChats: createClosedChats(open),
    scopes: createScopes(open),
    confirmations: createConfirmations(open),
    asked: createAsked(open),
    languages: createLanguages(open),
    removedDocuments: createRemovedDocuments(open),
    documentChanges: createDocumentChanges(open),
    documentSearches: createDocumentSearches(open),
    tags: createTags(open),
    uploads: createUploads(open),
    goldenQuestions: createGoldenQuestions(open),
    unanswered: createUnanswered(open),
    waitingQuestions: createWaitingQuestions(open),
    digests: createDigests(open),
    counting: createCounting(open),
    loads: createLoads(open),
    close: () => open.close(),
  };
}

async function migrate(client: Client): Promise<void> {
  if ((await schemaVersion(client)) === migrations.length) return;
  const transaction = await client.transaction("write");
  try {
    // Read again: another process may have brought it up while this one waited.
    const version = await schemaVersion(transaction);
    if (version > migrations.length) {
      throw new OperationsError(
        "E_OPERATIONS_BROKEN",
        `Expected an operational database of version ${migrations.length} or older, found version` +
          ` ${version}. A newer program wrote it: update this one, or set another DATABASE_URL.`,
      );
    }
    for (const statements of migrations.slice(version)) {
      for (const statement of statements) await transaction.execute(statement);
    }
    await transaction.execute(`PRAGMA user_version = ${migrations.length}`);
    await transaction.commit();
  } finally {
    transaction.close();
  }
}

async function schemaVersion(on: Pick<Client, "execute">): Promise<number> {
  const { rows } = await on.execute("PRAGMA user_version");
  return z.object({ user_version: z.number().int() }).parse(rows[0]).user_version;
}

function asOperationsError(error: unknown): OperationsError {
  if (error instanceof OperationsError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed/iu.test(reason)) {
    return new OperationsError(
      "E_OPERATIONS_BROKEN",
      `Expected a libSQL database, found something else (${reason}). Move the file away, or set` +
        " another DATABASE_URL; the corpus itself is not touched.",
      { cause: error },
    );
  }
  return new OperationsError(
    "E_OPERATIONS_UNREACHABLE",
    `Expected to open the operational database, found: ${reason}. Check DATABASE_URL and that the` +
      " data folder can be written.",
    { cause: error, retryable: true },
  );
}

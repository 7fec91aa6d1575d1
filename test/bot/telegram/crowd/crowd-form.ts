/** How large a crowd is, and how bad its day: a small one for every run, the full one for `npm run soak`. */

export interface CrowdForm {
  readonly seed: number;
  readonly questions: number;
  readonly kills: number;
  readonly people: number;
  /** Of the first of the people. */
  readonly privateChats: number;
  /** Supergroups, plain groups and forums in turn, of the people after those. */
  readonly groups: number;
  readonly membersPerGroup: number;
  /** Of the questions, those asked in groups: they may be written to less often. */
  readonly shareOfGroups: number;
  /** How many different questions are asked. */
  readonly wordings: number;
  /** Of the calls, those that each kind of fault hits. */
  readonly faultShare: number;
  readonly isReported: boolean;
  readonly longestMs: number;
}

/** Fewer faults: each costs seconds, for the bot keeps its true pace. */
const smallForm: CrowdForm = {
  seed: 7,
  questions: 30,
  kills: 1,
  people: 12,
  privateChats: 12,
  groups: 3,
  membersPerGroup: 4,
  shareOfGroups: 0.2,
  wordings: 12,
  faultShare: 0.02,
  isReported: false,
  longestMs: 60_000,
};

const fullForm: CrowdForm = {
  seed: 7,
  questions: 2_000,
  kills: 10,
  people: 200,
  privateChats: 20,
  groups: 20,
  membersPerGroup: 9,
  shareOfGroups: 0.35,
  wordings: 41,
  faultShare: 0.05,
  isReported: true,
  longestMs: 900_000,
};

export function crowdForm(): CrowdForm {
  return process.env["WENJU_CROWD"] === "full" ? fullForm : smallForm;
}

/**
 * Telegram's limits and the budgets kept inside them.
 *
 * Lengths are UTF-16 units, as entity offsets are; Telegram itself counts a message in code points,
 * so a budget kept here is kept there.
 *
 * @see https://core.telegram.org/bots/api#sendmessage (4,096 characters; 100 entities count)
 * @see https://core.telegram.org/bots/api#inlinekeyboardbutton (callback data: 1–64 bytes)
 * @see https://core.telegram.org/bots/api#copytextbutton (1–256 characters)
 */

/** Of one message, with room below Telegram's 4,096. */
export const maxMessageUnits = 3_800;
/** Of one message, with room below the 100 that Telegram keeps. */
export const maxEntities = 60;
/** Sources quoted in one message of an answer; the others stand behind its button. */
export const maxSources = 5;
/** Of the statements together in one message; those above follow behind its button. */
export const maxStatementUnits = 1_300;
/** A longer sentence is not quoted in an answer but opened by its button: a quote is never cut. */
export const maxQuoteUnits = 1_500;
/** A longer neighbour is not shown beside the quote that leans on it. */
export const maxNeighbourUnits = 300;
/** A longer quote is folded, and so is every quote from the third on. */
export const openQuoteUnits = 160;
/** The same where the quotes are the answer itself. */
export const openAnswerUnits = 500;
export const openQuotes = 2;
/** Of one title, section or path in a source line. */
export const maxTitleUnits = 90;
/** Of one line of a list: a conflict, a failed file. */
export const maxLineUnits = 200;
/** Disagreements of sources told in one answer. */
export const maxConflicts = 2;
/** Choices of a question asked back. */
export const maxChoices = 8;
/** Links on the numbers behind statements; further numbers are plain text. */
export const maxMarkerLinks = 40;
/** Of the callback data of a button. */
export const maxCallbackBytes = 64;
/** Of the text that a button copies. */
export const maxCopyUnits = 256;
/** Sentences offered for an inline query; Telegram takes 50. */
export const maxInlineResults = 10;
/** A list shows about so much of a result's first and second line. */
export const maxInlineTitleUnits = 60;
export const maxInlineDescriptionUnits = 120;
/** Telegram answers the same query by itself for so long, also after a reload. */
export const inlineCacheSeconds = 30;
/** Sentences shown on each side of a source. */
export const sourceNeighbours = 3;
/** Sentences on one page of an article. */
export const pageSentences = 2 * sourceNeighbours + 1;
/** A longer sentence is read in parts. */
export const maxPartUnits = 1_500;
/** Articles, and sections of one article, listed in the outline of a document. */
export const maxOutlineArticles = 12;
export const maxOutlineSections = 15;

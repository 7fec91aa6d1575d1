/** Name of the lease that whoever changes the corpus holds. */
export const corpusLease = "corpus";

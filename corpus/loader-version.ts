/** Tells whether stored documents were made by the loader of today. */

/** Changes whenever the same bytes may give another {@link Document}; everything is then re-read. */
export const loaderVersion = "5";

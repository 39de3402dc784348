// What fits a terminal, by name.

/** Longer lines than this are hard to read, however wide the window is. */
export const MAX_WIDTH = 120;
/** Narrower than this, nothing can be laid out. */
export const MIN_WIDTH = 20;
/** Through a pipe prose is left unwrapped, but a table still needs a width. */
export const PIPED_TABLE_WIDTH = MAX_WIDTH;
/** A table column narrower than this is unreadable: the rows are then drawn below each other. */
export const MIN_CELL = 8;
/** More source lines than this bury the answer; the rest is counted. */
export const MAX_SOURCES = 5;
/** More completions than this are no help. */
export const MAX_COMPLETIONS = 30;
/** Example questions on the first screen. */
export const FIRST_EXAMPLES = 3;
/** How many words before the cursor may belong to one name. */
export const MAX_NAME_WORDS = 6;

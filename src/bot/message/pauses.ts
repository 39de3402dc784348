// Where somebody pauses in a message: at each pause it may be read anew, so only so many are looked at.

/** People pause less often around one question. Each pause costs two or three readings of the message. */
const MOST_PAUSES = 6;

/**
 * The last pauses of a message, in the order in which they stand.
 * @param sign what a pause is written as: a pattern with the flag `g`
 */
export const lastPauses = (text: string, sign: RegExp): readonly RegExpExecArray[] =>
  [...text.matchAll(sign)].slice(-MOST_PAUSES);

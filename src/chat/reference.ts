// A reference that a person can read out and an operator can find in the log.
import { randomBytes } from 'node:crypto';

/** Eight hexadecimal digits, new each time. */
export const referenceFor = (): string => randomBytes(4).toString('hex');

// A reference that a person can read out and an operator can find in the log.
import { randomUUID } from 'node:crypto';

/** Eight hexadecimal digits, new each time. A UUID begins with as many random ones, and Node draws them in stock. */
export const referenceFor = (): string => randomUUID().slice(0, 8);

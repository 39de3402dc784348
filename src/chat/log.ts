// One line of the log for each thing that happened: a name and plain fields.

export type Level = 'info' | 'warn' | 'error';
/** Writes a line; never a user's words, never a token. An `error` among the fields is told with its cause. */
export type Log = (level: Level, event: string, fields?: Readonly<Record<string, unknown>>) => void;

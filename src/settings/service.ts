// Settings of the program as a service: where its state is kept, its port, its log, its limits.
import { z } from 'zod';
import { STORE_ACCEPTED, type StoreAddress, storeAddress } from '../state/address.ts';

export type ServiceSettings = {
  readonly store: StoreAddress;
  /** Of the HTTP port; absent, it is opened only where an adapter needs it. */
  readonly port?: number;
  readonly logLevel: LogLevel;
  /** Keep the words of questions that could not be answered. */
  readonly recordQuestions: boolean;
  /** Questions a minute; 0 is no limit. */
  readonly limits: { readonly person: number; readonly workspace: number };
};

const LEVELS = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** A variable that is set to nothing counts as not set. */
const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value?.trim()));

const LIMIT_ACCEPTED = 'a whole number of questions a minute from 1 to 100000, or 0 for no limit';
const limit = (usual: number) =>
  optional
    .transform((value) => value ?? String(usual))
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) <= 100_000, {
      error: ({ input }) => `"${input}" is no limit; accepted: ${LIMIT_ACCEPTED}`,
    })
    .transform(Number);

/** The variables, as they stand in the environment. @param root a relative path of a file counts from here */
export const serviceEnvironment = (root: string) => ({
  STORE_URL: optional
    // What was given may hold a password: it is not repeated.
    .refine((value) => storeAddress(value, root) !== undefined, {
      error: `this is no address of a store; accepted: ${STORE_ACCEPTED}`,
    })
    .transform((value) => storeAddress(value, root) ?? ({ kind: 'memory' } as const)),
  PORT: optional
    .refine((value) => value === undefined || (/^\d{1,5}$/.test(value) && Number(value) <= 65_535), {
      error: ({ input }) => `"${input}" is no port; accepted: a whole number from 1 to 65535, or 0 for any free one`,
    })
    .transform((value) => (value === undefined ? undefined : Number(value))),
  LOG_LEVEL: optional
    .transform((value) => value?.toLowerCase() ?? 'info')
    .pipe(z.enum(LEVELS, { error: ({ input }) => `"${input}" is no level; accepted: ${LEVELS.join(', ')}` })),
  RECORD_QUESTIONS: optional
    .transform((value) => value?.toLowerCase() ?? 'off')
    .pipe(z.enum(['on', 'off'], { error: ({ input }) => `"${input}" is neither; accepted: on, off` })),
  RATE_LIMIT_PERSON: limit(20),
  RATE_LIMIT_WORKSPACE: limit(300),
});

type Read = z.infer<z.ZodObject<ReturnType<typeof serviceEnvironment>>>;

/** The settings, from the variables that were read. */
export const serviceSettings = (read: Read): ServiceSettings => ({
  store: read.STORE_URL,
  logLevel: read.LOG_LEVEL,
  recordQuestions: read.RECORD_QUESTIONS === 'on',
  limits: { person: read.RATE_LIMIT_PERSON, workspace: read.RATE_LIMIT_WORKSPACE },
  ...(read.PORT === undefined ? {} : { port: read.PORT }),
});

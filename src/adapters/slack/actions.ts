// What can be pressed: the ids that Slack sends back, and what a press carries, so that it works after a restart and on any replica.
import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** `callback_id`s of the modal that asks why, and of the message shortcut. */
export const WHY_MODAL = 'why';
export const ASK_ABOUT_SHORTCUT = 'ask-about-this';
/** Where the modal's text stands in `view.state.values`: block, then action. */
export const WHY_INPUT = { block: 'why', action: 'words' } as const;

/** Matches the `action_id` of everything that `readPress` reads. */
export const PRESSES = /^press:/;

/** Longest question behind a button, in characters. */
const MOST_ASK = 500;
/** Changes when a value's form does: what an older version sent reads as nothing. */
const VERSION = 1;

/** Longest reference, and longest id of a person. */
const MOST_ID = 64;
const id = z.string().min(1).max(MOST_ID);
/** `reference` is the answer's (`Outcome.reference`), `asker` the Slack id of the person who asked. */
const base = { v: z.literal(VERSION), reference: id, asker: id };
const press = z.discriminatedUnion('kind', [
  /** Another page, from 1, of the answer that is kept under the reference. */
  z.object({ ...base, kind: z.literal('more'), page: z.int().min(1).max(999) }),
  /** A question to ask: a way on from the answer, what a clarifying question may have meant, or an example. */
  z.object({
    ...base,
    kind: z.literal('ask'),
    ask: z.string().min(1).max(MOST_ASK),
    leads: z.enum(['sheet', 'compare', 'variant', 'choice', 'example']),
  }),
  z.object({ ...base, kind: z.literal('share') }),
  z.object({ ...base, kind: z.literal('delete') }),
  z.object({ ...base, kind: z.literal('feedback'), helpful: z.boolean() }),
]);

type Versioned = z.infer<typeof press>;
type Unversioned<One> = One extends unknown ? Omit<One, 'v'> : never;
/** What was pressed, with all that is needed to act on it. */
export type Press = Unversioned<Versioned>;
export type Leads = Extract<Press, { kind: 'ask' }>['leads'];

const holds = (text: string, most: number): boolean => text !== '' && text.length <= most;

/** The value of a button; nothing when it does not fit, or would not be read when it comes back: the button is then left out. */
export function encodePress(value: Press): string | undefined {
  if (!holds(value.reference, MOST_ID) || !holds(value.asker, MOST_ID)) return undefined;
  if (value.kind === 'ask' && !holds(value.ask, MOST_ASK)) return undefined;
  const text = JSON.stringify({ v: VERSION, ...value });
  return text.length <= LIMITS.buttonValue.most ? text : undefined;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a button's value says; nothing when it is not one of ours. */
export function decodePress(value: unknown): Press | undefined {
  if (typeof value !== 'string' || value.length > LIMITS.buttonValue.most) return undefined;
  const read = press.safeParse(parsed(value));
  if (!read.success) return undefined;
  const { v: _, ...rest } = read.data;
  return rest;
}

/** A unique `action_id`: within one message no two may be alike. @param index distinguishes those of one name */
export const actionId = (name: string, index = 0): string => `press:${name}:${index}`;

/**
 * A menu's options hold 75 characters, too few for a whole press: what they share stands in the block's id,
 * the question alone in the option.
 */
export const menuBlockId = (shared: { reference: string; asker: string; leads: Leads }): string =>
  `${VERSION}|${shared.leads}|${shared.reference}|${shared.asker}`;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
/** What was pressed may come back escaped: github.com/slackapi/bolt-python/issues/513 */
const unescaped = (text: string): string => text.replace(/&(?:lt|gt|amp);/g, (found) => ENTITIES[found] ?? found);

const action = z.object({
  action_id: z.string(),
  block_id: z.string().optional(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/**
 * What one element of a `block_actions` payload's `actions` says, be it a button, a menu or feedback buttons.
 * Nothing when it is malformed, of another version, or not one of ours.
 */
export function readPress(element: unknown): Press | undefined {
  const read = action.safeParse(element);
  if (!read.success || !PRESSES.test(read.data.action_id)) return undefined;
  const { value, selected_option: option, block_id: block = '' } = read.data;
  if (!option) return value === undefined ? undefined : decodePress(unescaped(value));
  const [version, leads, reference, asker] = block.split('|');
  const ask = unescaped(option.value);
  return decodePress(JSON.stringify({ v: Number(version), kind: 'ask', leads, reference, asker, ask }));
}

const why = z.object({
  v: z.literal(VERSION),
  reference: id,
  channel: id.optional(),
  thread: id.optional(),
  language: z.string().max(10).optional(),
});
/** What the modal that asks why must know when it comes back: the answer, and where to say thank you. */
export type Why = Omit<z.infer<typeof why>, 'v'>;

export const encodeWhy = (value: Why): string => JSON.stringify({ v: VERSION, ...value });

/** What `private_metadata` says; nothing when it is not ours. */
export function decodeWhy(metadata: unknown): Why | undefined {
  if (typeof metadata !== 'string' || metadata.length > LIMITS.privateMetadata.most) return undefined;
  const read = why.safeParse(parsed(metadata));
  if (!read.success) return undefined;
  const { v: _, ...rest } = read.data;
  return rest;
}

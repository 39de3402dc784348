// What Discord would refuse: the validators of its official specification, and the limits that those cannot see.
import { isDeepStrictEqual } from 'node:util';
import type { APIEmbed } from 'discord.js';
import * as official from 'discord-api-spec/zod';
import { CONTENT, EMBEDS_TOGETHER, NONCE, ROWS } from '../../../src/adapters/discord/limits.ts';
import type { Body } from '../../../src/adapters/discord/reply.ts';
import { faultsOfCommands } from './check-commands.ts';

type Schema = (typeof official)['MessageCreateRequestSchema'];
type Message = Partial<Body> & { readonly nonce?: string | number };

const SUPPRESS_EMBEDS = 4;

/** What the specification has against a value; a key that it does not know counts too. */
function faultsOfForm(schema: Schema, value: unknown): string[] {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  const read = schema.safeParse(plain);
  if (/\\ud[89a-f]/.test(JSON.stringify(value))) return ['holds half a character'];
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return isDeepStrictEqual(read.data, plain) ? [] : ['holds keys that Discord does not know'];
}

const lengthOf = ({ title = '', description = '', fields = [], footer, author }: APIEmbed): number =>
  [
    title,
    description,
    footer?.text ?? '',
    author?.name ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ].join('').length;

const repeated = (values: readonly string[]): string[] => values.filter((one, index) => values.indexOf(one) < index);

function faultsOfComponents(components: NonNullable<Message['components']>): string[] {
  const rows = components.map(({ components: own }) => own);
  const mixed = rows.filter((own) => own.some(({ type }) => type !== 2) && own.length > 1);
  const ids = rows.flat().flatMap((one) => ('custom_id' in one ? [one.custom_id] : []));
  const bare = rows
    .flat()
    .filter((one) => one.type === 2 && !('label' in one && one.label) && !('emoji' in one && one.emoji));
  const menus = rows.flat().flatMap((one) => (one.type === 3 ? [one.options] : []));
  return [
    ...(rows.length > ROWS ? [`components: ${rows.length} rows`] : []),
    ...(mixed.length > 0 ? ['components: a menu shares its row'] : []),
    ...(bare.length > 0 ? ['components: a button with neither label nor emoji'] : []),
    ...repeated(ids).map((id) => `components: ${id} twice`),
    ...menus.flatMap((options) => repeated(options.map(({ value }) => value)).map((value) => `option ${value} twice`)),
    ...menus.flat().flatMap(({ label }) => (label.trim() === '' ? ['an option without label'] : [])),
  ];
}

/** What is wrong with a message beyond its form. */
function faultsOfMessage({ content = '', embeds = [], components = [], flags = 0, nonce, ...rest }: Message): string[] {
  const together = embeds.reduce((sum, one) => sum + lengthOf(one), 0);
  const blank = embeds.flatMap(({ fields = [] }) => fields.filter(({ name, value }) => !name.trim() || !value.trim()));
  return [
    ...(content.length > CONTENT ? [`content: ${content.length} characters`] : []),
    ...(content.trim() === '' && embeds.length === 0 ? ['an empty message'] : []),
    ...(together > EMBEDS_TOGETHER ? [`embeds: ${together} characters together`] : []),
    ...(embeds.some((one) => lengthOf({ ...one, footer: { text: '' } }) === 0) ? ['an embed of nothing'] : []),
    ...(blank.length > 0 ? ['a field without name or value'] : []),
    ...(embeds.length > 0 && (flags & SUPPRESS_EMBEDS) !== 0 ? ['embeds that are hidden by its flags'] : []),
    ...(isDeepStrictEqual(rest.allowed_mentions, { parse: [] }) ? [] : ['allowed_mentions: may ping']),
    ...(String(nonce ?? '').length > NONCE ? ['nonce: too many characters'] : []),
    ...faultsOfComponents(components),
  ];
}

const unless = (faults: readonly string[], what: unknown): void => {
  if (faults.length > 0)
    throw new Error(`Discord would refuse this:\n${faults.join('\n')}\n${JSON.stringify(what).slice(0, 2000)}`);
};

/** @throws Error that names each fault of a message */
export const assertValidBody = (body: Message): void =>
  unless([...faultsOfForm(official.MessageCreateRequestSchema, body), ...faultsOfMessage(body)], body);

/** @throws Error that names each fault of a list of commands to register */
export const assertValidCommands = (commands: readonly unknown[]): void =>
  unless(
    [
      ...commands.flatMap((one) => faultsOfForm(official.ApplicationCommandUpdateRequestSchema, one)),
      ...faultsOfCommands(commands),
    ],
    commands,
  );

/** By kind of response, https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object */
const CALLBACKS: Readonly<Record<number, Schema>> = {
  4: official.CreateMessageInteractionCallbackRequestSchema,
  5: official.CreateMessageInteractionCallbackRequestSchema,
  6: official.UpdateMessageInteractionCallbackRequestSchema,
  7: official.UpdateMessageInteractionCallbackRequestSchema,
  8: official.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: official.ModalInteractionCallbackRequestSchema,
};

/** @throws Error that names each fault of the response to an interaction */
export function assertValidResponse(response: { readonly type: number; readonly data?: unknown }): void {
  const { type, data } = response;
  const schema = CALLBACKS[type];
  const faults = schema ? faultsOfForm(schema, response) : type === 1 ? [] : [`type ${type} of a response`];
  unless([...faults, ...(type === 4 || type === 7 ? faultsOfMessage(data as Message) : [])], response);
}

/** What is checked of which request: its method, its path without "/api/v10", the form of its body, and whether that is a message. */
const REQUESTS: readonly {
  readonly method: string;
  readonly path: RegExp;
  readonly schema: Schema;
  readonly says: boolean;
}[] = [
  { method: 'POST', path: /^\/channels\/\d+\/messages$/, schema: official.MessageCreateRequestSchema, says: true },
  {
    method: 'PATCH',
    path: /^\/channels\/\d+\/messages\/\d+$/,
    schema: official.MessageEditRequestPartialSchema,
    says: true,
  },
  {
    method: 'POST',
    path: /^\/webhooks\/\d+\/[^/]+$/,
    schema: official.IncomingWebhookRequestPartialSchema,
    says: true,
  },
  {
    method: 'PATCH',
    path: /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/,
    schema: official.IncomingWebhookUpdateRequestPartialSchema,
    says: true,
  },
  {
    method: 'POST',
    path: /^\/channels\/\d+\/messages\/\d+\/threads$/,
    schema: official.CreateTextThreadWithMessageRequestSchema,
    says: false,
  },
];

/**
 * Checks the body of a request to the REST API; of requests that carry none of our own bodies, nothing.
 * @throws Error that names each fault
 */
export function assertValidRequest(method: string, path: string, body: unknown): void {
  const request = REQUESTS.find((one) => one.method === method && one.path.test(path));
  if (/^\/interactions\/\d+\/[^/]+\/callback$/.test(path)) assertValidResponse(body as { type: number });
  else if (method === 'PUT' && /^\/applications\/\d+\/(guilds\/\d+\/)?commands$/.test(path))
    assertValidCommands(body as unknown[]);
  else if (request)
    unless([...faultsOfForm(request.schema, body), ...(request.says ? faultsOfMessage(body as Message) : [])], body);
}

// Takes out of a log line what must never stand there, wherever it came from.

/** Each form of a secret, with what stands in its place. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // https://docs.slack.dev/authentication/tokens
  [/\bx(?:ox[a-z]|app|wfp)(?:[.-][\w%-]+)+/gi, '[slack token]'],
  [/hooks\.slack\.com\/[\w/.-]+/gi, 'hooks.slack.com/[address]'],
  // https://docs.discord.com/developers/reference#authentication
  [/\b[\w-]{23,32}\.[\w-]{6,7}\.[\w-]{27,45}\b/g, '[discord token]'],
  [/\/(webhooks|interactions)\/(\d+)\/[\w.-]+/g, '/$1/$2/[token]'],
  [/\b(rediss?|https?):\/\/[^\s/@"']*@/gi, '$1://[user]@'],
  [/\b(Bearer|Bot|Basic)\s+[\w.~+/=-]{16,}/g, '$1 [token]'],
];

/** A line without tokens and passwords. */
export const scrub = (line: string): string =>
  SECRETS.reduce((text, [secret, instead]) => text.replace(secret, instead), line);

/** Fields whose value may be somebody's words or a secret, whoever logs them. */
const UNSPOKEN: ReadonlySet<string> = new Set([
  'text',
  'content',
  'question',
  'input',
  'body',
  'words',
  'why',
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'clientSecret',
  'password',
  'authorization',
  'url',
]);

type Fields = Readonly<Record<string, unknown>>;
const isPlainObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Error);

/**
 * Fields of a line without what is not spoken of, a level down, too. pino's own redaction does the same by paths, and takes
 * twice as long as writing the whole line.
 */
export function redacted(fields: Fields, deep = true): Record<string, unknown> {
  const spoken: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    spoken[name] = UNSPOKEN.has(name) ? '[redacted]' : deep && isPlainObject(value) ? redacted(value, false) : value;
  return spoken;
}

/** What a log line says of an error: never what a platform's SDK hangs on it, such as the body of the request. */
export function plainError(error: unknown, depth = 0): Record<string, unknown> | string {
  if (!(error instanceof Error)) return String(error).slice(0, 500);
  const { name, stack, cause } = error;
  // The parser of JSON quotes what it could not read: somebody's words.
  const message = /JSON/.test(error.message) && name === 'SyntaxError' ? 'not valid JSON' : error.message;
  const frames = stack?.match(/^ {4}at .*$/gm)?.join('\n');
  const { code, status } = error as { code?: unknown; status?: unknown };
  const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
  return {
    name,
    message: message.slice(0, 500),
    ...(isPlain(code) ? { code } : {}),
    ...(isPlain(status) ? { status } : {}),
    ...(frames === undefined ? {} : { stack: frames.slice(0, 4000) }),
    ...(cause === undefined || depth > 2 ? {} : { cause: plainError(cause, depth + 1) }),
  };
}

// What a person sees of a message that was sent: its text and cards, and what can be pressed.
import type { Sent } from './rest.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies of every form
type Any = any;

/** The payload of a message, or of the response to an interaction. */
export const payloadOf = ({ body }: Sent): Any => body?.data ?? body;

/** All text of it, in reading order. */
export function shown(sent: Sent): string {
  const { content = '', embeds = [] } = payloadOf(sent);
  const cards = embeds.flatMap(({ title, description, fields = [], footer }: Any) => [
    title,
    description,
    ...fields.flatMap(({ name, value }: Any) => [name, value]),
    footer?.text,
  ]);
  return [content, ...cards].filter(Boolean).join('\n');
}

/** The custom_ids of its buttons, and the values of its menus. */
export const pressable = (sent: Sent): string[] =>
  (payloadOf(sent).components ?? []).flatMap(({ components = [] }: Any) =>
    components.flatMap(({ custom_id: id, options }: Any) => (options ? options.map(({ value }: Any) => value) : [id])),
  );

/** The first of them that begins so. */
export const pressableAs = (sent: Sent, kind: string): string =>
  pressable(sent).find((id) => id.includes(`:${kind}:`)) ?? `no ${kind} among ${pressable(sent).join(' ')}`;

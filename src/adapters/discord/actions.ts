// What a button, a menu or a modal stands for ⇄ its custom_id. All that a press needs is in it, so that it outlives a restart.
import { CUSTOM_ID } from './limits.ts';

export type Menu = 'compare' | 'variant' | 'choice';
export type Action =
  /** Another page of an answer that is kept under its reference. */
  | { readonly kind: 'more'; readonly reference: string; readonly page: number; readonly asker: string }
  /** A question of its own, asked by whoever presses. */
  | { readonly kind: 'ask'; readonly ask: string }
  /** The choice at this place of a kept answer, where its question is too long to be carried. */
  | { readonly kind: 'choice'; readonly reference: string; readonly index: number }
  /** A menu itself; what was picked is an `ask` or a `choice` in its value. */
  | { readonly kind: 'menu'; readonly menu: Menu }
  | { readonly kind: 'delete'; readonly reference: string; readonly asker: string }
  | { readonly kind: 'feedback'; readonly reference: string; readonly helpful: boolean }
  /** The modal that asks why. */
  | { readonly kind: 'why'; readonly reference: string };

/** Ids of another version are of an older program: what they stood for has expired. */
const VERSION = '1';
const REFERENCE = /^[\w-]{1,40}$/;
const SNOWFLAKE = /^\d{1,20}$/;
const MENUS: ReadonlySet<string> = new Set<Menu>(['compare', 'variant', 'choice']);

/**
 * The custom_id of an action.
 * @throws RangeError when it has more than 100 characters: a question that long is carried as a `choice`
 */
export function encodeAction(action: Action): string {
  const id = [VERSION, action.kind, ...partsOf(action)].join(':');
  if (id.length > CUSTOM_ID) throw new RangeError(`A custom_id of ${id.length} characters: ${action.kind}`);
  return id;
}

/** Whether a question can be carried in a custom_id. */
export const canCarry = (ask: string): boolean => `${VERSION}:ask:${ask}`.length <= CUSTOM_ID && ask.trim() !== '';

function partsOf(action: Action): (string | number)[] {
  switch (action.kind) {
    case 'more':
      return [action.reference, action.page, action.asker];
    case 'ask':
      return [action.ask];
    case 'choice':
      return [action.reference, action.index];
    case 'menu':
      return [action.menu];
    case 'delete':
      return [action.reference, action.asker];
    case 'feedback':
      return [action.reference, action.helpful ? 'yes' : 'no'];
    case 'why':
      return [action.reference];
  }
}

const whole = (text: string): number | undefined => (/^\d{1,4}$/.test(text) ? Number(text) : undefined);

/** The action of a custom_id or of a menu's value; undefined for what this program did not write. */
export function decodeAction(id: string): Action | undefined {
  const [version, kind, ...parts] = id.split(':');
  if (version !== VERSION || id.length > CUSTOM_ID) return undefined;
  const [first = '', second = '', third = ''] = parts;
  if (kind === 'ask') {
    const ask = parts.join(':');
    return ask.trim() === '' ? undefined : { kind, ask };
  }
  if (kind === 'menu') return parts.length === 1 && MENUS.has(first) ? { kind, menu: first as Menu } : undefined;
  if (!REFERENCE.test(first)) return undefined;
  const number = whole(second);
  switch (`${kind}/${parts.length}`) {
    case 'more/3':
      return number !== undefined && SNOWFLAKE.test(third)
        ? { kind: 'more', reference: first, page: number, asker: third }
        : undefined;
    case 'choice/2':
      return number === undefined ? undefined : { kind: 'choice', reference: first, index: number };
    case 'delete/2':
      return SNOWFLAKE.test(second) ? { kind: 'delete', reference: first, asker: second } : undefined;
    case 'feedback/2':
      return second === 'yes' || second === 'no'
        ? { kind: 'feedback', reference: first, helpful: second === 'yes' }
        : undefined;
    case 'why/1':
      return { kind: 'why', reference: first };
    default:
      return undefined;
  }
}

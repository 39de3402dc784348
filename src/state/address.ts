// STORE_URL: where the state is kept, as an address.
import { resolve } from 'node:path';

export type StoreAddress =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'redis'; readonly url: string };

/** What may be given, for whoever gave something else. */
export const STORE_ACCEPTED =
  'sqlite:PATH (a file of this machine), redis://[user:password@]host[:port][/number] or rediss://… with TLS; unset, memory';

/**
 * Reads an address.
 * @param root a relative path of a file counts from here
 * @returns nothing for one that cannot be used
 */
export function storeAddress(text: string | undefined, root: string): StoreAddress | undefined {
  if (text === undefined || text === '') return { kind: 'memory' };
  const sqlite = /^sqlite:(?:\/\/)?(.+)$/i.exec(text);
  if (sqlite?.[1]) return { kind: 'sqlite', file: resolve(root, sqlite[1]) };
  if (!/^rediss?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { hostname, pathname } = new URL(text);
  return hostname !== '' && /^\/?\d{0,4}$/.test(pathname) ? { kind: 'redis', url: text } : undefined;
}

/** An address as it may be shown: without user and password. */
export function shownAddress(address: StoreAddress): string {
  if (address.kind === 'memory') return 'memory';
  if (address.kind === 'sqlite') return address.file;
  const { protocol, host, pathname } = new URL(address.url);
  return `${protocol}//${host}${pathname}`;
}

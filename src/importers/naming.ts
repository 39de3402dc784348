// Names of products as a catalogue writes them: their brand, their Chinese form and their id.
import { fold } from '../knowledge/text.ts';
import type { Brand } from './contract.ts';

/** The brand whose name a product's name begins with, and what follows it. */
export function brandOf(name: string, brands: readonly Brand[]): { brand: Brand; rest: string } | undefined {
  const brand = brands.find(({ en }) => fold(name).startsWith(`${fold(en)} `));
  return brand && { brand, rest: name.slice(brand.en.length + 1).trim() };
}

/**
 * The name with the brand's Chinese name, where it begins with the brand's full name; where it begins with a short one, the
 * Chinese form is but another name: what the short name and the full one stand for may be two products.
 */
export function chineseNames(name: string, brands: readonly Brand[]): { zh: string; aliases?: string[] } {
  const found = brandOf(name, brands);
  if (!found) return { zh: name };
  const zh = `${found.brand.zh} ${found.rest}`;
  return found.brand.short ? { zh: name, aliases: [zh] } : { zh };
}

/** An id of a name: lower-case words joined by "-"; "+" is told apart from nothing. At most 64 characters. */
export const idOf = (name: string): string =>
  fold(name)
    .replaceAll('+', ' plus ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');

// A made-up catalogue of any size, the same at every run: families of siblings that differ by a number or a word, as real ones do.
import { brands, cyrillic, kinds, phones, randomFrom, traits, variants, type Word } from './lookup-words.ts';

export type Product = {
  readonly slug: string;
  /** Brand, then the rest, as it is written in full. */
  readonly brand: string;
  readonly name: string;
  readonly chinese: string;
  readonly codename?: string;
  readonly model?: string;
  readonly russian?: string;
  /** The name without its brand, where nothing else is called so. */
  readonly short?: string;
};

const SEED = 20_261_122;
const SHARE = { codename: 0.6, model: 0.2, russian: 0.2, short: 0.15 };
/** The first so many brands make phones. */
const PHONE_BRANDS = 6;
const SYLLABLES = [
  'ra',
  'lo',
  'mi',
  'ven',
  'tu',
  'ka',
  'sor',
  'pel',
  'du',
  'nix',
  'gar',
  'be',
  'fo',
  'lis',
  'qua',
  'zi',
  'ter',
  'ho',
  'jun',
  'way',
];
const LETTERS = 'ABCDEFGHKLNPRSTUX';

/** All names of a product, the full one first. */
export const namesOf = ({ slug, name, chinese, codename, model, russian, short }: Product): string[] =>
  [name, slug, chinese, codename, model, russian, short].filter((one) => one !== undefined);

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\+/g, '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const plain = (name: string): string => name.toLowerCase().replace(/\+/g, 'plus').replace(/\s+/g, '');

/** @returns as many products as asked for, each with names that no other has */
export function makeCatalogue(size: number): Product[] {
  const random = randomFrom(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const taken = new Set<string>();
  const products: Product[] = [];
  while (products.length < size) {
    const family = makeFamily(pick, random);
    for (const { latin, chinese } of family.models) {
      if (products.length >= size) break;
      const [brand, brandChinese] = family.brand;
      const name = `${brand} ${latin}`;
      if (taken.has(plain(name)) || taken.has(plain(brandChinese + chinese))) continue;
      const free = (one: string): string | undefined => {
        if (taken.has(plain(one))) return undefined;
        taken.add(plain(one));
        return one;
      };
      free(name);
      const chineseName = free(`${brandChinese}${/^[A-Za-z0-9]/.test(chinese) ? ' ' : ''}${chinese}`) ?? name;
      const codename = random() < SHARE.codename ? free(word(random, pick)) : undefined;
      const model = random() < SHARE.model ? free(modelNumber(random, pick)) : undefined;
      const russian = random() < SHARE.russian ? free(name.split(' ').map(cyrillic).join(' ')) : undefined;
      const short = random() < SHARE.short && latin.length > 4 ? free(latin) : undefined;
      products.push({
        slug: slugOf(name),
        brand,
        name,
        chinese: chineseName,
        ...(codename && { codename }),
        ...(model && { model }),
        ...(russian && { russian }),
        ...(short && { short }),
      });
    }
  }
  return products;
}

type Model = { readonly latin: string; readonly chinese: string };

/** One brand's line over the years: some generations, each with some variants. */
function makeFamily(
  pick: <T>(list: readonly T[]) => T,
  random: () => number,
): { readonly brand: Word; readonly models: readonly Model[] } {
  const isPhone = random() < 0.25;
  const brand = pick(isPhone ? brands.slice(0, PHONE_BRANDS) : brands);
  const models: Model[] = [];
  const [line, lineChinese] = isPhone ? pick(phones) : pick(kinds);
  const [trait, traitChinese] = !isPhone && random() < 0.6 ? pick(traits) : ['', ''];
  const first = 1 + Math.floor(random() * 24);
  for (let generation = first; generation < first + 6; generation++) {
    // "K30" and "Note 12": one letter sticks to its number.
    const number = line.length === 1 ? `${line}${generation}` : `${line} ${generation}`.trim();
    const chineseNumber = line.length === 1 ? number : `${lineChinese}${isPhone && line ? ' ' : ''}${generation}`;
    for (const variant of new Set(['', pick(variants), pick(variants), pick(variants), pick(variants)])) {
      // "9A", "10T Pro": a lone letter sticks to the number before it.
      const ending = variant === '' || /^[A-Zi]( |$)/.test(variant) ? variant : ` ${variant}`;
      models.push({
        latin: `${trait} ${number}${ending}`.trim(),
        chinese: `${traitChinese}${chineseNumber}${ending}`,
      });
    }
  }
  return { brand, models };
}

const word = (random: () => number, pick: <T>(list: readonly T[]) => T): string =>
  Array.from({ length: 3 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');

const modelNumber = (random: () => number, pick: <T>(list: readonly T[]) => T): string => {
  const letters = Array.from({ length: 3 }, () => pick([...LETTERS])).join('');
  return `${20 + Math.floor(random() * 7)}${`${1 + Math.floor(random() * 12)}`.padStart(2, '0')}${letters}${Math.floor(random() * 90) + 10}G`;
};

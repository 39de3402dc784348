// What is asked of every engine, class by class, and when an answer to it is right: any product that what was typed fits as well
// as the one that it was made from.
import { editDistance } from '../src/lookup/edit-distance.ts';
import { makeCatalogue, namesOf, type Product } from './lookup-catalogue.ts';
import { mistypeIn, mistypeNumber, pickFrom, type Random } from './lookup-typing.ts';
import { cyrillic, fillers, randomFrom, strangers, unheardOf } from './lookup-words.ts';

export type Query = {
  readonly typed: string;
  /** A whole name, a half-typed one to be completed, or an unknown one to which near ones are offered. */
  readonly ask: Ask;
  /** No product is meant: right is to decline. */
  readonly unknown?: true;
  isRight(product: number): boolean;
};
export type Ask = 'resolve' | 'complete' | 'near';
export type QueryClass = { readonly name: string; readonly queries: readonly Query[] };

/** How names are compared when an answer is judged: letters and digits only. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+(?![a-z])/g, 'plus')
    .replace(/[^\p{L}\p{N}]+/gu, '');
const digits = (text: string): string => text.replace(/\D+/g, '');
const sorted = (text: string): string => text.toLowerCase().split(' ').sort().join(' ');

/** Products of one catalogue by what they are called. */
class Names {
  readonly products: readonly Product[];
  readonly own: readonly (readonly string[])[];
  readonly #by = new Map<string, Set<number>>();

  constructor(products: readonly Product[]) {
    this.products = products;
    this.own = products.map((product) => [...new Set(namesOf(product).map(plain))]);
    this.own.forEach((names, product) => {
      for (const name of names) this.#add(name, product);
      const { name, brand } = products[product] as Product;
      this.#add(`words ${sorted(name)}`, product);
      this.#add(`brandless ${plain(name.slice(brand.length))}`, product);
    });
  }
  #add(key: string, product: number): void {
    this.#by.set(key, (this.#by.get(key) ?? new Set()).add(product));
  }
  has = (name: string): boolean => this.#by.has(plain(name)) || this.#by.has(`brandless ${plain(name)}`);
  called = (name: string) => this.#owns(plain(name));
  reordered = (name: string) => this.#owns(`words ${sorted(name)}`);
  brandless = (rest: string) => this.#owns(`brandless ${plain(rest)}`, plain(rest));
  #owns(...keys: string[]): (product: number) => boolean {
    return (product) => keys.some((key) => this.#by.get(key)?.has(product) === true);
  }
  /** Names at most so many slips away, with the same numbers. `open`: names that begin so. */
  within =
    (typed: string, slips: number, open = false) =>
    (product: number): boolean =>
      (this.own[product] ?? []).some(
        (name) =>
          (open ? digits(name).startsWith(digits(typed)) : digits(name) === digits(typed)) &&
          editDistance(plain(typed), name, slips, open) <= slips,
      );
  /** Names with a word for each that was typed, which begins so. */
  holding =
    (typed: string) =>
    (product: number): boolean => {
      const own = (this.products[product]?.name ?? '').toLowerCase().split(' ');
      return typed.split(' ').every((word) => own.some((other) => other.startsWith(word)));
    };
  starting =
    (typed: string) =>
    (product: number): boolean =>
      (this.own[product] ?? []).some((name) => name.startsWith(plain(typed)));
}

type Made = Omit<Query, 'ask'> | undefined;
/** Makes one query about a product, or none where the product does not lend itself to it. */
type Maker = (product: Product, names: Names, random: Random, number: number) => Made;

const known = (typed: string | undefined, names: Names): Made =>
  typed === undefined ? undefined : { typed, isRight: names.called(typed) };
const slipped = (typed: string | undefined, names: Names, slips: number): Made =>
  typed === undefined || names.has(typed) ? undefined : { typed, isRight: names.within(typed, slips) };
const never = (): boolean => false;
const unknown = (typed: string | undefined, names: Names): Made =>
  typed === undefined || names.has(typed) ? undefined : { typed, isRight: never, unknown: true };

const whole: Readonly<Record<string, Maker>> = {
  'exact name': ({ name }, names) => known(name, names),
  slug: ({ slug }, names) => known(slug, names),
  codename: ({ codename, model }, names) => known((codename ?? model)?.toLowerCase(), names),
  alias: ({ short }, names) => known(short?.toLowerCase(), names),
  'one typo': ({ name }, names, random) => slipped(mistypeIn(name.toLowerCase(), 1, 4, random), names, 1),
  'two typos': ({ name }, names, random) => slipped(mistypeIn(name.toLowerCase(), 2, 5, random), names, 2),
  'swapped words': ({ name }, names, random) => {
    const words = name.toLowerCase().split(' ');
    if (words.length < 3) return undefined;
    const first = 1 + Math.floor(random() * (words.length - 1));
    const typed = [...words.slice(first), ...words.slice(0, first)].join(' ');
    return names.has(typed) ? undefined : { typed, isRight: names.reordered(name) };
  },
  joined: ({ name }, names) => known(name.toLowerCase().replaceAll(' ', ''), names),
  'glued pair': ({ name }, names, random) => {
    const words = name.toLowerCase().split(' ');
    const at = 1 + Math.floor(random() * (words.length - 1));
    return known([...words.slice(0, at - 1), `${words[at - 1]}${words[at]}`, ...words.slice(at + 1)].join(' '), names);
  },
  'split letter and digit': ({ name }, names) => {
    const typed = name.toLowerCase().replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$1$2 ');
    return typed === name.toLowerCase() ? undefined : known(typed, names);
  },
  'brand left out': ({ name, brand }, names) => {
    const typed = name.slice(brand.length + 1).toLowerCase();
    return typed.length < 4 || !/[a-z]/.test(typed) ? undefined : { typed, isRight: names.brandless(typed) };
  },
  'filler words': ({ name }, names, random) => {
    const [before, after] = pickFrom(fillers, random);
    return { typed: `${before} ${name.toLowerCase()} ${after}`.trim(), isRight: names.called(name) };
  },
  Chinese: ({ chinese }, names, random) => {
    const typed =
      random() < 0.5 ? chinese.replaceAll(' ', '').toLowerCase() : chinese.replace(/(\p{Script=Han})(?=[\w])/gu, '$1 ');
    return known(typed, names);
  },
  Cyrillic: ({ name, russian }, names, random) => {
    if (russian === undefined) return undefined;
    // By ear altogether, or some words of it only.
    const all = random() < 0.5;
    const typed = name
      .toLowerCase()
      .split(' ')
      .map((word) => (all || random() < 0.5 ? cyrillic(word) : word))
      .join(' ');
    return { typed, isRight: names.called(name) };
  },
  'mistyped digit': ({ name }, names, random) => unknown(mistypeNumber(name.toLowerCase(), random), names),
  'unknown sibling': ({ name }, names, random) => {
    const ending = pickFrom(unheardOf, random).toLowerCase();
    return unknown(
      ending.length > 1
        ? `${name.toLowerCase()} ${ending}`
        : /\d$/.test(name)
          ? name.toLowerCase() + ending
          : undefined,
      names,
    );
  },
  'nothing found': ({ name, brand }, names, random) => {
    const stranger = pickFrom(strangers, random);
    const kind = random();
    if (kind < 0.4) return unknown(`${stranger} ${name.slice(brand.length + 1).toLowerCase()}`, names);
    if (kind < 0.7) return unknown(`${stranger} ${1 + Math.floor(random() * 40)}`, names);
    return unknown(`${stranger} ${pickFrom(strangers, random)}`, names);
  },
}; // prettier-ignore

/** A beginning of a name: at least so many letters, and not all of it. */
const LEAST_BEGUN = 3;
const begin = (name: string, random: Random): string =>
  name.slice(0, LEAST_BEGUN + Math.floor(random() * (name.length - LEAST_BEGUN))).trim();

const half: Readonly<Record<string, Maker>> = {
  prefix: ({ name }, names, random) => {
    const typed = begin(name.toLowerCase(), random);
    return { typed, isRight: names.starting(typed) };
  },
  'typo in a half-typed word': ({ name }, names, random) => {
    const words = begin(name.toLowerCase(), random).split(' ');
    const last = words.pop() as string;
    const wrong = mistypeIn(last, 1, LEAST_BEGUN, random);
    if (wrong === undefined || wrong.length < LEAST_BEGUN || wrong.startsWith(last)) return undefined;
    const typed = [...words, wrong].join(' ');
    const [nearly, holding] = [names.within(typed, 1, true), names.holding(typed)];
    return { typed, isRight: (product) => nearly(product) || holding(product) };
  },
};

const near: Readonly<Record<string, Maker>> = {
  'near ones of a mistyped digit': ({ name }, names, random, number) => {
    const typed = mistypeNumber(name.toLowerCase(), random);
    return typed === undefined || names.has(typed) ? undefined : { typed, isRight: (product) => product === number };
  },
};

/** The catalogue of a size and what is asked of it; the same at every call. */
export function makeQueries(
  size: number,
  each: number,
): { readonly products: readonly Product[]; readonly classes: readonly QueryClass[] } {
  const products = makeCatalogue(size);
  const names = new Names(products);
  const makers = Object.entries({ resolve: whole, complete: half, near }).flatMap(([ask, some]) =>
    Object.entries(some).map(([name, make]) => ({ ask: ask as Ask, name, make })),
  );
  return {
    products,
    classes: makers.map(({ ask, name, make }, index) => {
      const random = randomFrom(size + index);
      const queries: Query[] = [];
      for (let tries = 0; queries.length < each && tries < each * 40; tries++) {
        const number = Math.floor(random() * products.length);
        const made = make(products[number] as Product, names, random, number);
        if (made && (made.unknown || made.isRight(number))) queries.push({ ...made, ask });
      }
      return { name, queries };
    }),
  };
}

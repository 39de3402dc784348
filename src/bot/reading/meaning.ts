// What a word or a phrase can mean: the words that the whole reading of a question shares.

type Named<K> = K extends string ? { readonly kind: K; readonly id: string } : never;
/** What a phrase can mean. One phrase may mean several things; understanding decides by what stands around it. */
export type Meaning =
  | Named<'subject' | 'attribute' | 'class' | 'unit' | 'currency' | 'place' | 'concept'>
  | Named<'question' | 'comparator' | 'operator' | 'offer' | 'period' | 'pronoun' | 'smalltalk'>
  | {
      readonly kind: 'superlative';
      readonly pick: 'max' | 'min';
      readonly attribute?: string | undefined;
      readonly instead?: string | undefined;
    }
  | { readonly kind: 'scale'; readonly factor: number }
  | { readonly kind: 'numeral'; readonly value: number }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'followup' | 'function' | 'light' | 'outsider' | 'suffix' };
export type MeaningKind = Meaning['kind'];

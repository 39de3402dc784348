// What comes in: one question, from wherever it was asked.

/** What is asked for: free text, or a command whose fields are already filled. All become the same Query. */
export type Request =
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'sheet'; readonly product: string }
  | {
      readonly kind: 'lookup';
      readonly subject: string;
      readonly attributes: readonly string[];
      readonly rest?: string;
    }
  | { readonly kind: 'compare'; readonly subjects: readonly string[]; readonly attribute?: string }
  | { readonly kind: 'sources' }
  | { readonly kind: 'help' };

export type Question = {
  /** Free text, or a typed command such as "/spec poco-x3"; or a request that an adapter has already taken apart. */
  readonly input: string | Request;
  /** Answer in this language instead of the question's own: "en", "zh", … */
  readonly language?: string;
  /** Whose follow-ups belong together, e.g. "terminal" or a thread and person; without it nothing is remembered. */
  readonly conversation?: string;
};

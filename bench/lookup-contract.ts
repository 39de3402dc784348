// What every measured way of looking names up gives, and what is measured of it.

export const engineNames = ['ours', 'fuse', 'minisearch', 'orama', 'flexsearch', 'ufuzzy', 'fuzzysort', 'map'] as const;
export type EngineName = (typeof engineNames)[number];

/** A name and whose it is. */
export type NameEntry = { readonly name: string; readonly product: number };

/** Products by number, best first; none: declined. */
export type Reply = readonly number[];

/** An index, built. `limit` products at most. */
export type Searcher = {
  /** What a whole typed name means. */
  resolve(typed: string, limit: number): Reply;
  /** What a half-typed name may become. */
  complete(typed: string, limit: number): Reply;
  /** What to offer where nothing was found, where an engine has that. */
  near?(typed: string, limit: number): Reply;
};

export type Engine = {
  /** As tables and reports name it, with the settings that are not its own defaults. */
  readonly label: string;
  readonly settings: string;
  build(entries: readonly NameEntry[]): Searcher | Promise<Searcher>;
};

/** What a child process is told to measure. */
export type Order = {
  readonly engine: EngineName;
  readonly size: number;
  readonly queries: number;
  readonly seconds: number;
};

export type ClassResult = {
  readonly name: string;
  readonly asked: number;
  /** Shares, 0 to 1. */
  readonly top1: number;
  readonly top5: number;
  readonly medianMs: number;
  readonly p99Ms: number;
};

export type Run = {
  readonly engine: EngineName;
  readonly label: string;
  readonly settings: string;
  readonly size: number;
  readonly names: number;
  readonly buildMs: number;
  /** Of the processor, all threads: what the build takes on a machine of its own, or less. */
  readonly buildCpuMs: number;
  readonly memoryMb: number;
  readonly classes: readonly ClassResult[];
};

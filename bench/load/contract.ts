// What the load is made of: what is driven, and what was measured.

/** A delivery as it goes over the wire, and the name under which its answer is counted. */
export type Delivery = {
  readonly id: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Where answers to Slack's commands arrive: the counterpart of the programs. */
export type Counts = { readonly answered: readonly string[] };

/** Something that is driven: one process or several, all alike. */
export type Target = {
  readonly name: string;
  readonly platform: 'slack' | 'discord';
  readonly store: string;
  readonly urls: readonly string[];
  /** Asked some hundred questions over and over, each time by somebody else; otherwise nothing twice in the same words. */
  readonly again: boolean;
  /** Seconds of processor time that its processes have used so far. */
  cpu(): Promise<number>;
};

export type Figures = {
  /** Requests a second that were accepted. */
  readonly rate: number;
  /** Until the acknowledgement, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Connections that broke, and answers other than 2xx. */
  readonly errors: number;
  readonly accepted: number;
  /** Accepted, but never answered. */
  readonly lost: number;
  /** Answered more than once. */
  readonly doubled: number;
  /** Processor time of the processes for each request, in milliseconds. */
  readonly cpu: number;
};

/** One line of the table. */
export type Row = { readonly target: Target; readonly asked?: number; readonly figures: Figures };

export type LoadReport = {
  readonly machine: string;
  /** Bare Bolt apps. */
  readonly echoes: {
    /** Acknowledges, then answers by the address that came with the command, as Bolt's documentation shows it: the target is a share of its rate. */
    readonly responding: Row;
    /** Answers in its acknowledgement. */
    readonly acknowledging: Row;
  };
  /** As many requests as there are answers. */
  readonly full: readonly Row[];
  /** At a fixed rate. */
  readonly steady: readonly Row[];
};

/** The load could not be measured; the message says why. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

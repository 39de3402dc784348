// What the store holds, and for how long: one line a namespace. Adapters add shelves of their own beside these.
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type Namespace = {
  /** In milliseconds; absent, until it is deleted. */
  readonly lifetime?: number;
  readonly holds: string;
  /** Whether `forget` looks here for a person. A workspace's own entries stay when one of its members goes. */
  readonly personal: boolean;
};

export const NAMESPACES = {
  conversation: {
    lifetime: 30 * MINUTE,
    holds: 'the last question of a conversation and what it was about',
    personal: true,
  },
  feedback: { lifetime: 90 * DAY, holds: 'whether an answer helped, why not, and who said so', personal: true },
  unanswered: {
    lifetime: 90 * DAY,
    holds: 'how a question that could not be answered was read; its words and who asked only with RECORD_QUESTIONS=on',
    personal: true,
  },
  settings: { holds: 'what was set for a workspace or server', personal: false },
  installations: { holds: 'the tokens of the workspaces in which the app was installed', personal: false },
} as const satisfies Record<string, Namespace>;

/** An event that was handled is known for so long: Slack sends delayed ones for up to a day. In milliseconds. @see https://docs.slack.dev/apis/events-api/ */
export const CLAIM_LIFETIME = DAY;
/** Limits count questions within this time, in seconds. */
export const LIMIT_PERIOD = 60;

/** Whether a person is looked for in a namespace; an adapter's own may always hold one. */
export const isPersonal = (namespace: string): boolean =>
  !Object.hasOwn(NAMESPACES, namespace) || NAMESPACES[namespace as keyof typeof NAMESPACES].personal;

// Where the manifest that Slack holds of the app differs from the one that it should have.
import { ASSISTANT_EVENTS, type Manifest, PATHS } from './commands.ts';

/** What Slack gives back; of more than is compared here. */
type Held = {
  readonly features?: {
    readonly slash_commands?: readonly { readonly command?: string }[];
    readonly shortcuts?: readonly { readonly callback_id?: string }[];
    readonly app_home?: { readonly home_tab_enabled?: boolean; readonly messages_tab_enabled?: boolean };
    readonly agent_view?: object;
    readonly assistant_view?: object;
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: {
    readonly event_subscriptions?: { readonly request_url?: string; readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled?: boolean; readonly request_url?: string };
    readonly socket_mode_enabled?: boolean;
  };
};

/** What is compared by name, each with what it is called on Slack's pages. */
const NAMED: readonly (readonly [what: string, names: (manifest: Held) => readonly (string | undefined)[]])[] = [
  ['slash command', ({ features }) => (features?.slash_commands ?? []).map(({ command }) => command)],
  ['shortcut', ({ features }) => (features?.shortcuts ?? []).map(({ callback_id }) => callback_id)],
  ['bot event', ({ settings }) => settings?.event_subscriptions?.bot_events ?? []],
  ['bot scope', ({ oauth_config }) => oauth_config?.scopes?.bot ?? []],
];

const SWITCHES: readonly (readonly [what: string, isOn: (manifest: Held) => boolean])[] = [
  ['the Home tab', ({ features }) => features?.app_home?.home_tab_enabled === true],
  ['the Messages tab', ({ features }) => features?.app_home?.messages_tab_enabled === true],
  ['the agent view', ({ features }) => Boolean(features?.agent_view ?? features?.assistant_view)],
  ['interactivity', ({ settings }) => settings?.interactivity?.is_enabled === true],
  ['Socket Mode', ({ settings }) => settings?.socket_mode_enabled === true],
];

/** Slack's events and interactions over HTTP must arrive at one path. */
function addresses({ settings }: Held): string[] {
  const urls = [settings?.event_subscriptions?.request_url, settings?.interactivity?.request_url];
  return urls
    .filter((url) => URL.parse(url ?? '')?.pathname !== PATHS.events)
    .map((url) => `a request URL is ${url ?? 'missing'}: it must end in ${PATHS.events}`);
}

/** An app with the earlier view of assistants hears of it in events of its own. */
const hasUseFor = (name: string | undefined, { features }: Held): boolean =>
  features?.assistant_view !== undefined && ASSISTANT_EVENTS.some((event) => event === name);

/** What differs, each in a few words; nothing where nothing does. @param held as `apps.manifest.export` gives it */
export function driftOf(held: unknown, wanted: Manifest): string[] {
  const has = (held ?? {}) as Held;
  const wants = wanted as Held;
  const named = NAMED.flatMap(([what, names]) => {
    const [hers, ours] = [names(has), names(wants)];
    const missing = ours.filter((name) => !hers.includes(name)).map((name) => `the ${what} ${name} is missing`);
    const unknown = hers.filter((name) => !ours.includes(name) && !hasUseFor(name, has));
    const extra = unknown.map((name) => `the ${what} ${name} is not needed`);
    return [...missing, ...extra];
  });
  const switched = SWITCHES.filter(([, isOn]) => isOn(has) !== isOn(wants)).map(
    ([what, isOn]) => `${what} must be ${isOn(wants) ? 'on' : 'off'}`,
  );
  return [...named, ...switched, ...(wants.settings?.socket_mode_enabled ? [] : addresses(has))];
}

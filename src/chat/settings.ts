// What was set for a workspace or server. Read at every question, changed once a year: kept in the process for half a minute.
import type { Shelf, State } from '../state/contract.ts';
import type { Chat, PlaceSettings } from './contract.ts';

/** In milliseconds. */
const FRESH = 30_000;
const MOST_PLACES = 1000;

export function placesOn(state: State): Pick<Chat, 'settings' | 'changeSettings'> {
  const shelf: Shelf<PlaceSettings> = state.shelf('settings');
  const read = new Map<string, { readonly settings: PlaceSettings; readonly until: number }>();
  const keep = (key: string, settings: PlaceSettings): PlaceSettings => {
    read.delete(key);
    read.set(key, { settings, until: performance.now() + FRESH });
    const [oldest] = read.keys();
    if (read.size > MOST_PLACES && oldest !== undefined) read.delete(oldest);
    return settings;
  };
  return {
    async settings(workspace, platform) {
      if (workspace === undefined) return {};
      const key = `${platform}:${workspace}`;
      const known = read.get(key);
      return known && known.until > performance.now() ? known.settings : keep(key, (await shelf.get(key)) ?? {});
    },
    async changeSettings(workspace, platform, change) {
      const key = `${platform}:${workspace}`;
      const merged = Object.entries({ ...(await shelf.get(key)), ...change });
      const settings: PlaceSettings = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
      await shelf.set(key, settings);
      return keep(key, settings);
    },
  };
}

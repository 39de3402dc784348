// What was set for a workspace or server.
import type { Shelf, State } from '../state/contract.ts';
import type { Chat, PlaceSettings } from './contract.ts';

/** Reads and changes settings; a store that is away is stood in for by what was read last. */
export function placesOn(state: State): Pick<Chat, 'settings' | 'changeSettings'> {
  const shelf: Shelf<PlaceSettings> = state.shelf('settings');
  return {
    settings: async (workspace, platform) =>
      workspace === undefined ? {} : ((await shelf.get(`${platform}:${workspace}`)) ?? {}),
    async changeSettings(workspace, platform, change) {
      const key = `${platform}:${workspace}`;
      const merged = Object.entries({ ...(await shelf.get(key)), ...change });
      const settings: PlaceSettings = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
      await shelf.set(key, settings);
      return settings;
    },
  };
}

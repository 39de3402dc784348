// Whether the program can be spoken to, and which part of it cannot.

/** One part: what is wrong with it in a few words, or nothing. */
export type Part = { readonly name: string; trouble(): string | undefined };
export type HealthState = { readonly ready: boolean; readonly parts: Readonly<Record<string, string>> };
export type Health = () => HealthState;

/**
 * Ready is who can answer somebody: at least one adapter is, and nobody is ending the program. A store that is away makes no
 * replica unready, because it answers all the same; it is named, as is every adapter that is down.
 */
export const healthOf =
  (adapters: () => readonly Part[], others: readonly Part[], ending: () => boolean): Health =>
  () => {
    const parts = [...adapters(), ...others].map(({ name, trouble }) => [name, trouble() ?? 'ready'] as const);
    const spoken = adapters().some(({ trouble }) => trouble() === undefined);
    return {
      ready: spoken && !ending(),
      parts: Object.fromEntries(ending() ? [...parts, ['program', 'ending']] : parts),
    };
  };

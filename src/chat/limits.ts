// How many questions are answered, per person and per workspace or server.
import type { State } from '../state/contract.ts';
import type { Asker } from './contract.ts';
import { LIMIT_PERIOD } from './namespaces.ts';

/** Questions a minute; 0 is no limit. */
export type Limits = { readonly person: number; readonly workspace: number };
/** A question that came too soon. `tell` is true for the first one only. */
export type Refusal = { readonly scope: keyof Limits; readonly tell: boolean; readonly seconds: number };

/** What stands against answering an asker now; nothing when all is well. A person's questions beyond the limit do not use up the others'. */
export function limitsOn(state: State, { person, workspace }: Limits): (asker: Asker) => Promise<Refusal | undefined> {
  const scopes = [
    { scope: 'person', most: person, keyOf: (asker: Asker) => asker.person },
    { scope: 'workspace', most: workspace, keyOf: (asker: Asker) => asker.workspace },
  ] as const;
  const limited = scopes
    .filter(({ most }) => most > 0)
    .map((one) => ({ ...one, limiter: state.limiter(one.scope, one.most, LIMIT_PERIOD) }));
  return async (asker) => {
    for (const { scope, limiter, keyOf } of limited) {
      const key = keyOf(asker);
      if (key === undefined) continue;
      const { allowed, first, wait } = await limiter.consume(`${asker.platform}:${key}`);
      if (!allowed) return { scope, tell: first, seconds: Math.max(1, Math.ceil(wait / 1000)) };
    }
    return undefined;
  };
}

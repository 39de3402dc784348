// What stands for several: a family of products for its models, a group of attributes for its members, a class for all things.
import type { Knowledge } from '../../knowledge/model.ts';

type Holder = { readonly members: readonly string[] };

/** The ids, each followed by its members. */
export const withMembers = (ids: readonly string[], of: ReadonlyMap<string, Holder>): string[] =>
  ids.flatMap((id) => [id, ...(of.get(id)?.members ?? [])]);

/** The class of everything: the one that is part of no other. */
export const classOfAll = ({ classes }: Knowledge): string | undefined =>
  [...classes.values()].find(({ parent }) => parent === undefined)?.id;

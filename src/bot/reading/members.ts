// What stands for several: a family of products for its models, a group of attributes for its members.
type Holder = { readonly members: readonly string[] };

/** The ids, each followed by its members. */
export const withMembers = (ids: readonly string[], of: ReadonlyMap<string, Holder>): string[] =>
  ids.flatMap((id) => [id, ...(of.get(id)?.members ?? [])]);

// What the checks of references share: the ids that exist, and a way to report a missing one.

/** All ids in the files, including the ids of records with other faults. */
export interface Ids {
  /** Includes the ids of drafts. */
  facts: ReadonlySet<string>;
  gaps: ReadonlySet<string>;
}

/** Reports a reference to something that does not exist. */
export type Lost = (keys: readonly PropertyKey[], what: string) => void;

/** The problem of a reference to a fact that does not exist. */
export const noFact = (id: string) => `"${id}" is not the id of a fact`;
/** The problem of a list that names a draft. */
export const unlisted = (id: string) => `"${id}" is still a draft, which cannot be listed`;

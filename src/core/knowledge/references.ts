// What the checks of references share: the ids that there are, and how a lost one is noted.

/** All ids in the files, including those of records with other faults. */
export interface Ids {
  /** Those of drafts too. */
  facts: ReadonlySet<string>;
  gaps: ReadonlySet<string>;
}

/** Notes a reference to something that does not exist. */
export type Lost = (keys: readonly PropertyKey[], what: string) => void;

export const noFact = (id: string) => `"${id}" is not the id of a fact`;
export const unlisted = (id: string) => `"${id}" is still a draft, which cannot be listed`;

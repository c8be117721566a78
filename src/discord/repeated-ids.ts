// Recognizes an interaction that arrives a second time.

/** Maximum number of interactions that are remembered; Discord sends one again within a few seconds. */
const REMEMBERED = 1_000;

/** Creates a function that says whether an id is new among the last thousand. */
export function createIsNew(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}

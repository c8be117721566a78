// Limits how often a person does something in a day, without knowing who they are.
import { createHmac, randomBytes } from 'node:crypto';

/** Maximum number of people counted at a time. Beyond it, the count of the first one begins anew. */
const MAX_PEOPLE = 10_000;

/**
 * Creates the limit. People are counted by a keyed hash. The key and the counts are only in memory, and are gone when
 * the day ends.
 *
 * @param most how often each person may do it in a day
 * @param today returns the day, such as "2026-03-01"
 * @returns a function that counts one more for a person, and says whether it is still allowed
 */
export function createDailyLimit(most: number, today: () => string): (personId: string) => boolean {
  let day = today();
  let key = randomBytes(32);
  const counts = new Map<string, number>();
  return (personId) => {
    if (today() !== day) {
      day = today();
      key = randomBytes(32);
      counts.clear();
    }
    const person = createHmac('sha256', key).update(personId).digest('base64url');
    const count = (counts.get(person) ?? 0) + 1;
    for (const [first] of counts)
      if (counts.size >= MAX_PEOPLE && !counts.has(person)) counts.delete(first);
      else break;
    counts.set(person, count);
    return count <= most;
  };
}

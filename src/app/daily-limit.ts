// Limits how often somebody does something in a day, without knowing who.
import { createHmac, randomBytes } from 'node:crypto';

/** Maximum number of people who are counted at a time. Beyond it, the first one's count begins anew. */
const MAX_PEOPLE = 10_000;

/**
 * Creates the limit. People are counted by a keyed hash; key and counts are only in memory, and gone when the day ends.
 * @param most how often a day each person may
 * @param today the day, such as "2026-03-01"
 * @returns a function that counts one more for a person, and says whether they still may
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

// Filters a short list by what a member has typed so far.
import type { Choice } from './command.ts';

/** A choice with further words that members may type for it. */
export interface SearchableChoice extends Choice {
  words?: readonly string[];
}

/**
 * The entry with exactly this value, or else all entries that contain every typed word. An empty text gives the whole
 * list.
 */
export function filterChoices<P extends SearchableChoice>(entries: readonly P[], typed: string): P[] {
  const exact = entries.filter((entry) => entry.value === typed);
  if (exact.length > 0) return exact;
  const wanted = typed.toLowerCase().split(/\s+/);
  return entries.filter(({ name, words = [] }) => {
    const text = [name, ...words].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

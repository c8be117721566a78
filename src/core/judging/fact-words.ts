// Which words the texts of a fact use, by the hashes of their stems. A claim about the fact may use these words
// freely.

import type { JudgingModel } from './judging-model.ts';

/** The words of every fact, as stored in the model. */
export type FactWordsModel = Pick<
  JudgingModel,
  'factIds' | 'factWordStarts' | 'factWordHashes' | 'factWordUses'
>;

export interface FactWords {
  /** How often the texts of a fact use a word, given the hash of its stem; 0 for an unknown fact. */
  uses(id: string, stem: number): number;
  /** How many facts use a word, given the hash of its stem. */
  factsUsing(stem: number): number;
}

/** Creates the lookup from the arrays of the model. */
export function createFactWords({
  factIds,
  factWordStarts,
  factWordHashes,
  factWordUses,
}: FactWordsModel): FactWords {
  const facts = new Map<string, Map<number, number>>();
  const counts = new Map<number, number>();
  factIds.forEach((id, i) => {
    const words = new Map<number, number>();
    for (let at = factWordStarts[i] as number; at < (factWordStarts[i + 1] as number); at += 1) {
      const word = factWordHashes[at] as number;
      words.set(word, (factWordUses[at] as number) / 2);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    facts.set(id, words);
  });
  return {
    uses: (id, word) => facts.get(id)?.get(word) ?? 0,
    factsUsing: (word) => counts.get(word) ?? 0,
  };
}

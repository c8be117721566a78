// Which words the texts of a fact use, by the hashes of their stems: what a claim may say in other words.

import type { JudgingModel } from './judging-model.ts';

/** The words of every fact, as they are kept with the model. */
export type FactWordsModel = Pick<
  JudgingModel,
  'factIds' | 'factWordStarts' | 'factWordHashes' | 'factWordUses'
>;

export interface FactWords {
  /** How often the texts of a fact use a word, by the hash of its stem; 0 for an unknown fact. */
  uses(id: string, stem: number): number;
  /** How many facts use it. */
  factsUsing(stem: number): number;
}

/** Makes the words of facts searchable. */
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

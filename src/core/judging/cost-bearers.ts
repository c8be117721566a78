// Tells who bears a cost: "it cost the city $3 million" is not what its bakers lost.
import type { Fact } from '../knowledge/schema.ts';
import type { JudgingData } from './judging-data.ts';
import type { AssertionReading } from './read-assertion.ts';

/** Maximum number of tokens between "cost" and its figure. */
const REACH = 6;
const IN_NAME = /^(?:DET|ADJ|NOUN|PROPN|PRON|PART|CCONJ)$/;

/** Whether a figure is said to be the cost of somebody else than the party whose loss the fact states. */
export function isCostOfOthers(
  { reading: { tokens, mentions } }: AssertionReading,
  { from }: { from: number },
  fact: Fact,
  { sideOf, sideOfConcept }: JudgingData,
): boolean {
  const actors = (fact.statements ?? []).flatMap(({ actor }) => actor ?? []);
  if (actors.length === 0) return false;
  const near = tokens.slice(Math.max(0, from - REACH), from);
  const cost = near.findLastIndex(({ lemma, norm }) => lemma === 'cost' || norm === 'costing');
  const bearer = near.slice(cost + 1);
  if (cost < 0 || !bearer.every(({ pos }) => IN_NAME.test(pos))) return false;
  if (!bearer.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')) return false;
  const start = from - bearer.length;
  // A party may be part of a longer phrase, such as "cost the bakers", so it is looked for among all that is named.
  const named = mentions.filter((mention) => mention.from >= start && mention.to <= from);
  return !named.some(({ concept }) =>
    actors.some((actor) => sideOf.get(actor) === sideOfConcept.get(concept)),
  );
}

// Whether a question takes something for granted that its fact contradicts, by its words: "why did the studios ask for a raise?"
import type { Fact } from '../knowledge/schema.ts';
import type { ReadSignals } from './claim-features.ts';
import { contradictionProbability } from './contradiction.ts';
import type { FalsePremiseModel } from './judging-model.ts';

/** Makes the function that tells whether a question is falsePremise about a fact. */
export function createFalsePremise(
  read: ReadSignals,
  weights: Int8Array,
  { polarity, least }: FalsePremiseModel,
): (question: string, fact: Fact) => boolean {
  const model = { ...polarity, weights };
  return (question, fact) => contradictionProbability(read(question)(fact), fact, model) >= least;
}

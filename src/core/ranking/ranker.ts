// The ranker: which fact or gap a question belongs to, learned from every wording that the curators collected.

import type { Words } from '../knowledge/schema.ts';
import { askingSentence } from '../text/asking-sentence.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { createVocabulary } from '../text/vocabulary.ts';
import { createFeatures } from './features.ts';
import type { Ranked } from './ranked.ts';
import type { RankerModel } from './ranker-model.ts';
import { softmaxInPlace } from './softmax.ts';
import { toVector } from './vectors.ts';

export interface Ranker {
  /** Whether this fact or gap was known when the ranker was trained. */
  knows(id: string): boolean;
  /** Facts and gaps that are at all likely, likeliest first; of equal ones the earlier in the knowledge. */
  rank(question: string): Ranked[];
}

/** What is less likely than this changes no decision: to sort all of it would be most of the work of ranking. */
const MIN_PROBABILITY = 1e-5;

/** A long message asks in one sentence and tells its story in the others: both count half. */
const SENTENCE_SHARE = 0.5;

/** Makes a ranker of a trained model and the field's words. */
export function createRanker(model: RankerModel, words: Words): Ranker {
  const read = createFeatures(words, createVocabulary(model.vocabulary));
  const space = {
    positionOf: { get: (feature: number) => positionIn(model.features, feature) },
    rarity: model.rarity,
    unseen: model.unseen,
  };

  const { starts, targets, weights } = model;

  function score(text: string): Float32Array {
    const scores = Float32Array.from(model.biases);
    const { positions, values } = toVector(read(text), space);
    for (let k = 0; k < positions.length; k += 1) {
      const position = positions[k] as number;
      const value = (values[k] as number) * model.step;
      const end = starts[position + 1] as number;
      for (let at = starts[position] as number; at < end; at += 1) {
        const target = targets[at] as number;
        scores[target] = (scores[target] as number) + value * (weights[at] as number);
      }
    }
    return scores;
  }

  const classes = new Set(model.classes);
  return {
    knows: (id) => classes.has(id),
    rank(question) {
      const scores = score(question);
      const asking = askingSentence(question);
      if (asking) {
        const focused = score(asking);
        for (let c = 0; c < scores.length; c += 1)
          scores[c] = (1 - SENTENCE_SHARE) * (scores[c] as number) + SENTENCE_SHARE * (focused[c] as number);
      }
      softmaxInPlace(scores);
      const ranked: Ranked[] = [];
      for (let c = 0; c < scores.length; c += 1) {
        const share = scores[c] as number;
        if (share >= MIN_PROBABILITY) ranked.push({ id: model.classes[c] as string, share });
      }
      return ranked.sort((a, b) => b.share - a.share);
    },
  };
}

/** Where a number stands in an ascending list; a Map of as many would take ten times the memory. */
function positionIn(ascending: Uint32Array, number: number): number | undefined {
  const position = lowerBound(ascending.length, (at) => (ascending[at] as number) < number);
  return ascending[position] === number ? position : undefined;
}

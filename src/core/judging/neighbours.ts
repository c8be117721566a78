// Compares a text with the right and wrong wordings of a fact: its nearest neighbours show what the rules cannot
// read.
import type { Ranked } from '../ranking/ranked.ts';
import { createPositions } from '../ranking/vectors.ts';
import { hash } from '../text/hash.ts';
import { stem, tokenize } from '../text/tokens.ts';

/** The wordings of every fact as vectors, as stored in the model. */
export interface NeighboursModel {
  /** The hashes of all words and pairs of words in the wordings, ascending. */
  neighbourFeatures: Uint32Array;
  /** The weight of each in a vector: the rarer, the higher. */
  neighbourWeights: Float32Array;
  /** The lengths of the vectors. */
  neighbourNorms: Float32Array;
  /** Where the features of each wording start, with one extra entry at the end. */
  neighbourStarts: Uint32Array;
  /** The features of each wording, as indexes into `neighbourFeatures`. */
  neighbourPostings: Uint32Array;
  /**
   * Where the wordings of each kind start, for each of `factIds` in the order of `KINDS`, with one extra entry at the
   * end.
   */
  neighbourBlocks: Uint32Array;
}

/** The kinds of wording: statements that a fact supports or contradicts, questions that it answers or corrects. */
export const KINDS = ['supported', 'contradicted', 'asked', 'falsePremise'] as const;
/** The right and the wrong wordings of each sort, as indexes into `KINDS`. */
const SORTS = { statement: [0, 1], question: [2, 3] } as const;

/** How similar a text is to the wrong wordings of a fact, compared with the right ones. */
export interface Likeness {
  /**
   * The logarithm of how much nearer the wrong wordings are than the right ones, all together; 0 where one of the two
   * is missing.
   */
  ratio: number;
  /**
   * By how much the nearest wrong wording is nearer than the nearest right one: a difference of cosines, from -1 to
   * 1.
   */
  difference: number;
  /** The similarity of the nearest wording, right or wrong: a cosine, from 0 to 1. */
  most: number;
}

export interface Neighbours {
  /** Compares a text with the wordings of the facts that it may be about, weighted by how likely each is meant. */
  compare(text: string, facts: readonly Ranked[], sort: keyof typeof SORTS): Likeness;
}

/** The weight of a pair of words, relative to a word that is as rare. */
const PAIR = 0.5;
/** How strongly the nearest wordings are preferred. 10 and 40 separated claims by other authors no better. */
const SHARPNESS = 20;

/** A word or a pair of words in a text. */
export interface NeighbourFeature {
  hash: number;
  /** Its weight relative to a word. */
  share: number;
}

/** The distinct words and pairs of words in a text. */
export function neighbourFeatures(text: string): NeighbourFeature[] {
  const words = tokenize(text).map(stem);
  const features = new Map<number, number>();
  for (const [i, word] of words.entries()) {
    features.set(hash(word), 1);
    const next = words[i + 1];
    if (next !== undefined) features.set(hash(`${word} ${next}`), PAIR);
  }
  return [...features].map(([value, share]) => ({ hash: value, share }));
}

/**
 * The weight of a feature.
 *
 * @param uses how many of the wordings use it
 * @param wordings how many wordings there are
 */
export const neighbourWeight = (share: number, uses: number, wordings: number): number =>
  share * Math.log((wordings + 1) / (uses + 1));

/** Creates the comparison from the arrays of the model. */
export function createNeighbours(model: NeighboursModel & { factIds: readonly string[] }): Neighbours {
  const { neighbourFeatures: features, neighbourWeights: weights, neighbourNorms: norms } = model;
  const { neighbourStarts: starts, neighbourPostings: postings, neighbourBlocks: blocks } = model;
  const positionOf = createPositions(features);
  const places = new Map(model.factIds.map((id, i) => [id, i]));
  /** The weights of the text being compared, by the index of their feature. All zero again afterwards. */
  const own = new Float32Array(features.length);

  /** The similarity of the text to each wording of one kind of a fact. */
  function cosines(fact: number, kind: number, norm: number): number[] {
    const block = fact * KINDS.length + kind;
    const alike: number[] = [];
    for (let text = blocks[block] as number; text < (blocks[block + 1] as number); text += 1) {
      let sum = 0;
      for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
        const feature = postings[at] as number;
        sum += (own[feature] as number) * (weights[feature] as number);
      }
      // A wording whose words have no weight is similar to none.
      alike.push(sum / (norm * (norms[text] || 1)));
    }
    return alike;
  }

  return {
    compare(text, facts, sort) {
      const seen: number[] = [];
      let squares = 0;
      for (const { hash: value, share } of neighbourFeatures(text)) {
        const position = positionOf(value);
        const weight = position < 0 ? neighbourWeight(share, 0, norms.length) : (weights[position] as number);
        squares += weight ** 2;
        if (position < 0) continue;
        own[position] = weight;
        seen.push(position);
      }
      const norm = Math.sqrt(squares) || 1;
      const [right, wrong] = SORTS[sort];
      const total = facts.reduce((sum, { probability }) => sum + probability, 0) || 1;
      const mean: Likeness = { ratio: 0, difference: 0, most: 0 };
      for (const { id, probability } of facts) {
        const fact = places.get(id);
        if (fact === undefined || blocks.length === 0) continue;
        const [rights, wrongs] = [cosines(fact, right, norm), cosines(fact, wrong, norm)];
        const share = probability / total;
        mean.most += share * most([...rights, ...wrongs]);
        if (rights.length === 0 || wrongs.length === 0) continue;
        mean.ratio += share * (nearness(wrongs) - nearness(rights));
        mean.difference += share * (most(wrongs) - most(rights));
      }
      for (const position of seen) own[position] = 0;
      return mean;
    },
  };
}

const most = (cosines: readonly number[]) => cosines.reduce((highest, one) => Math.max(highest, one), 0);

/** The logarithm of the mean of the exponentiated similarities, in which the highest count by far the most. */
const nearness = (cosines: readonly number[]) =>
  Math.log(cosines.reduce((sum, one) => sum + Math.exp(SHARPNESS * one), 0) / cosines.length);

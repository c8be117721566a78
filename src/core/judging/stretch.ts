// A stretch of words that says something, cut from a sentence.
import type { Token } from '../text/parse-sentences.ts';

/** Words in order; one that was put in has no place in the text. */
export type Stretch = readonly (Pick<Token, 'text'> & Partial<Token>)[];

export const isVerb = ({ pos }: Pick<Token, 'pos'>): boolean => pos === 'VERB' || pos === 'AUX';

// What comparing an assertion with a fact results in, and which rule found it.
import type { Fact } from '../knowledge/schema.ts';

/** The rules that compare, in the order of the features that count them. */
export const RULES = [
  'figure fits',
  'date fits',
  'affirmed',
  'opposite denied',
  'another figure',
  'another date',
  'opposed',
  'denied',
  'figure denied',
  'date denied',
  'another actor',
  'another sayer',
  'figure open',
  'date open',
  'date of nothing',
  'figure of nothing',
  'both affirmed and opposed',
  'denial unclear',
  'left to the figure',
  'wrong figure denied',
  'wrong date denied',
  'actor unclear',
  'of others',
  'needs a sayer',
] as const;

export type Rule = (typeof RULES)[number];

export interface Evidence {
  rule: Rule;
  /** Missing where a figure or a date belongs to no fact. */
  fact?: Fact;
  /** 1 supports the assertion, -1 contradicts it, 0 decides nothing. */
  sign: -1 | 0 | 1;
  /** The indexes of the tokens that it rests on. */
  tokens: readonly number[];
}

/**
 * Rules that are certain of a contradiction, if they read the claim correctly: they name the very thing that differs.
 */
export const CERTAIN: ReadonlySet<Rule> = new Set<Rule>([
  'another figure',
  'another date',
  'another sayer',
  'another actor',
  'figure denied',
]);

/** Rules that find a fact's figure or date in a statement. */
export const FITS: ReadonlySet<Rule> = new Set<Rule>(['figure fits', 'date fits']);

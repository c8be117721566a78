// What comparing an assertion with a fact comes to, and which rule said so.
import type { Fact } from '../knowledge/schema.ts';

/** The rules that compare; their order is that of the features that count them. */
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
  /** Missing where a figure or a date belongs to none. */
  fact?: Fact;
  /** 1 bears the assertion out, -1 contradicts it, 0 decides nothing. */
  sign: -1 | 0 | 1;
  /** The positions of the tokens that it rests on. */
  tokens: readonly number[];
}

/** Rules that contradict for certain where they are right: what is said otherwise can be pointed at. */
export const CERTAIN: ReadonlySet<Rule> = new Set<Rule>([
  'another figure',
  'another date',
  'another sayer',
  'another actor',
  'figure denied',
]);

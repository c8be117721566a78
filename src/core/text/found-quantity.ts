// A quantity among the tokens of a text, and what it counts.
import { readMembers, readNoun, readWhole } from './counted-things.ts';
import { isDenied } from './denial.ts';
import type { Tokens } from './placed-tokens.ts';
import type { Quantity } from './quantity.ts';

/** A quantity before its place in the text is looked up. */
export interface FoundQuantity {
  /** The index of its first token, its hedge included, and of the token after it. */
  from: number;
  next: number;
  quantity: Omit<Quantity, 'start' | 'end' | 'text'>;
}

/** What a quantity counts, and the index of the token after that. */
export interface Things {
  kind: Pick<Quantity, 'noun' | 'of'>;
  next: number;
}

/**
 * Puts a quantity together.
 *
 * @param place the index of its first token, its hedge included, and of the token after it
 */
export function toFound(
  tokens: Tokens,
  place: { from: number; next: number },
  values: Omit<FoundQuantity['quantity'], 'kind' | 'noun' | 'of' | 'negated'>,
  things: Things['kind'],
): FoundQuantity {
  return {
    ...place,
    quantity: { kind: 'quantity', ...values, ...things, negated: isDenied(tokens, place.from) },
  };
}

/** The group that a share is of: "of the eligible members". */
export function shareThings(tokens: Tokens, at: number): Things {
  const whole = readWhole(tokens, at);
  return { kind: whole ? { of: whole.text } : {}, next: whole?.next ?? at };
}

const DETERMINER = /^(?:the|all|its|their|our|my|your|his|her|these|those|them|us|you)$/;

/** The noun behind a count, and the group that it is part of: "6,310 barrels", "200 of the members". */
export function countThings(tokens: Tokens, at: number): Things {
  // "dozens of workers": not a part of a group that is known, as in "200 of the members".
  const isOf = tokens[at]?.text === 'of' && !DETERMINER.test(tokens[at + 1]?.text ?? '');
  const noun = readNoun(tokens, isOf ? at + 1 : at);
  if (isOf && noun) return { kind: { noun: noun.text }, next: noun.next };
  const behind = noun?.next ?? at;
  const whole = tokens[behind]?.text === 'of' ? readWhole(tokens, behind) : undefined;
  const kind = { ...(noun ? { noun: noun.text } : {}), ...(whole ? { of: whole.text } : {}) };
  return { kind, next: whole?.next ?? behind };
}

/** The members of the group that "everyone" or "no one" is: "of the members", "who took part". */
export function memberThings(tokens: Tokens, at: number, noun: string): Things {
  const members = readMembers(tokens, at, noun);
  return { kind: { noun, ...(members ? { of: members.text } : {}) }, next: members?.next ?? at };
}

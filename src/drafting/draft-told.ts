// Proposes how claims refer to a number in a draft: by the nouns next to it. A person adds other words for them.
import type { Value } from '../core/knowledge/schema.ts';
import { KNOWN_UNITS } from '../core/text/measure-units.ts';
import type { Token } from '../core/text/parse-sentences.ts';
import { stem } from '../core/text/tokens.ts';

type NumberValue = Extract<Value, { kind: 'number' }>;

/** Minimum number of nouns: by a single one, figures about something else would be compared with the value. */
const MIN_NOUNS = 2;

/** The key of concepts.yaml that is not a concept. */
const RESERVED = 'populations';

/**
 * Adds to a number the concepts by which claims refer to it, one for each noun of its clause, and what it counts.
 *
 * @param clause the tokens of the clause with the number
 * @returns the value, unchanged if there are too few nouns
 */
export function withTold(value: NumberValue, clause: readonly Token[]): NumberValue {
  const unit = value.unit.split(' ').map(stem);
  const nouns = new Map<string, string>();
  for (const { pos, norm } of clause)
    if (
      /^(?:NOUN|PROPN)$/.test(pos) &&
      /^[a-z]{3,}$/.test(norm) &&
      norm !== RESERVED &&
      !unit.includes(stem(norm))
    )
      nouns.set(stem(norm), nouns.get(stem(norm)) ?? norm);
  if (nouns.size < MIN_NOUNS || value.unit === 'count') return value;
  const counted = KNOWN_UNITS.includes(value.unit) ? undefined : value.unit.split(' ').at(-1);
  const told = { by: [...nouns.values()], ...(counted ? { nouns: [counted.replace(/s$/, '')] } : {}) };
  return { ...value, told };
}

/** The concepts by which claims refer to the numbers of drafts, each once. */
export const toldConcepts = (records: readonly { values: readonly Value[] }[]): string[] => [
  ...new Set(
    records.flatMap(({ values }) =>
      values.flatMap((value) => ('told' in value ? (value.told?.by ?? []) : [])),
    ),
  ),
];

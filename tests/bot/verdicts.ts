// Handmade verdicts on the small story, for tests of how they are told.

import type { Part, Verdict, VerdictKind } from '../../src/core/judging/verdict.ts';
import { factOf } from '../../src/core/knowledge/parse.ts';
import type { Fact } from '../../src/core/knowledge/schema.ts';
import { knowledge } from '../fixtures.ts';

export const fact = (id: string) => factOf(knowledge, id);
export const part = (text: string, verdict: VerdictKind, ...facts: Fact[]): Part => ({
  text,
  verdict,
  facts,
});

/** A verdict on a claim of these parts, as the judge combines them. */
export function judged(parts: readonly Part[], more: Partial<Verdict> = {}): Verdict {
  const kinds = parts.map((one) => one.verdict);
  const verdict = kinds.includes('contradicted')
    ? 'contradicted'
    : kinds.every((kind) => kind === 'supported')
      ? 'supported'
      : 'not_in_source';
  const facts = parts.flatMap((one) => (one.verdict === verdict ? one.facts : []));
  return { verdict, claim: parts.map(({ text }) => text).join(' and '), parts, facts, nearest: [], ...more };
}

/** A claim that facts bear out, one that they contradict, and one of which nothing is said. */
export const yes = (...facts: Fact[]) => judged([part('it is so', 'supported', ...facts)]);
export const no = (...facts: Fact[]) => judged([part('it is so', 'contradicted', ...facts)]);
export const unsaid = (more: Partial<Verdict> = {}) => judged([part('cats are pets', 'not_in_source')], more);

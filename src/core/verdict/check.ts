// Checks what a member claims against the knowledge, claim by claim.
import type { Knowledge } from '../knowledge.ts';
import { signsOf } from '../ranker/decision.ts';
import type { Ranked } from '../ranker/index.ts';
import type { RankerModel } from '../ranker/model.ts';
import type { Fact } from '../schema.ts';
import { tokenize } from '../tokens.ts';
import { MAX_CLAIMS, splitClaims } from './claims.ts';
import { decide } from './decision.ts';
import { type PolarityModel, polarityOf } from './polarity.ts';
import { createSignals } from './signals.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

/** So many of the likeliest facts have a say in whether a claim says otherwise. */
const SAYING = 3;
const NEAREST = 3;

/** What a decision on a claim looks at. */
export interface ClaimSigns {
  signs: number[];
  /** The likeliest fact, if any is known. */
  fact: Fact | undefined;
}

/**
 * Reads the signs of a claim: those of its ranking, how sure it is to be said otherwise, and whether it holds figures
 * that its likeliest fact has, has otherwise, or does not have.
 */
export function claimSigns(
  ranked: readonly Ranked[],
  { facts }: Knowledge,
  read: (fact: Fact) => readonly string[],
  model: PolarityModel,
): ClaimSigns {
  const likely = ranked.flatMap(({ id, share }) => {
    const fact = facts.get(id);
    return fact ? [{ fact, share }] : [];
  });
  const saying = likely.slice(0, SAYING).map((one) => ({ ...one, signals: read(one.fact) }));
  const [best] = saying;
  const shares = saying.reduce((sum, { share }) => sum + share, 0);
  const otherwise = saying.reduce(
    (sum, { fact, share, signals }) => sum + (share / shares) * polarityOf(signals, fact, model),
    0,
  );
  const bounded = Math.min(1 - 1e-3, Math.max(1e-3, otherwise));
  const named = best?.signals ?? [];
  const has = (name: string) => (named.includes(name) ? 1 : 0);
  const signs = [
    ...signsOf(ranked, (id) => facts.has(id)),
    Math.log(bounded / (1 - bounded)),
    has('figure differs'),
    has('figure same'),
    has('figure unrelated'),
    has('figure number unrelated'),
  ];
  return { signs, fact: best?.fact };
}

/** Makes the function that checks a message; a model without verdicts finds nothing in the article. */
export function createCheck(knowledge: Knowledge, model: RankerModel, rank: (text: string) => Ranked[]) {
  const read = createSignals(knowledge);
  const { facts, gaps } = knowledge;

  function judge(claim: string): Verdict {
    if (tokenize(claim).length === 0) return { verdict: 'not_in_source', claim, nearest: [] };
    const ranked = rank(claim);
    const { polarity, verdict } = model;
    if (polarity && verdict) {
      const { signs, fact } = claimSigns(ranked, knowledge, (one) => read(claim, one), {
        ...verdict.polarity,
        weights: polarity,
      });
      const decided = VERDICTS[decide(signs, verdict.decision)] ?? 'not_in_source';
      if (fact && decided !== 'not_in_source') return { verdict: decided, claim, fact };
    }
    const gap = gaps.get(ranked[0]?.id ?? '');
    const near = gap ? gap.nearest : ranked.filter(({ id }) => facts.has(id)).map(({ id }) => id);
    const nearest = near.slice(0, NEAREST).flatMap((id) => facts.get(id) ?? []);
    return { verdict: 'not_in_source', claim, ...(gap ? { gap } : {}), nearest };
  }

  return (text: string): Verdict[] => splitClaims(text).slice(0, MAX_CLAIMS).map(judge);
}

// Checks what a member claims against the knowledge, claim by claim.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Model } from '../model.ts';
import type { Ranked } from '../ranking/ranked.ts';
import { MAX_CLAIMS, splitClaims } from '../text/claims.ts';
import { tokenize } from '../text/tokens.ts';
import type { ReadSignals } from './claim-features.ts';
import { VERDICTS, type Verdict } from './verdict.ts';
import { decide } from './verdict-decision.ts';
import { readVerdictFeatures } from './verdict-features.ts';

const NEAREST = 3;

/**
 * Makes the function that checks a message, claim by claim.
 *
 * @param model one without verdicts finds every claim to be about no fact
 * @param rank ranks facts and gaps by how likely a text is about them
 * @param read reads a claim's signals
 */
export function createCheck(
  knowledge: Knowledge,
  { polarity, verdict }: Model,
  rank: (text: string) => readonly Ranked[],
  read: ReadSignals,
): (text: string) => Verdict[] {
  const { facts, gaps } = knowledge;

  /** Undefined where the claim is about no fact. */
  function judge(claim: string, ranked: readonly Ranked[]): Verdict | undefined {
    const fact = facts.get(ranked.find(({ id }) => facts.has(id))?.id ?? '');
    if (!fact || !polarity || !verdict) return undefined;
    const model = { ...verdict.polarity, weights: polarity };
    const signs = readVerdictFeatures(claim, ranked, knowledge, read, model, verdict.plausible);
    const decided = decide(signs, verdict.decision);
    if (decided === undefined) return { verdict: 'not_in_source', claim, about: fact, nearest: [] };
    const said = VERDICTS[decided] ?? 'not_in_source';
    return said === 'not_in_source' ? undefined : { verdict: said, claim, fact };
  }

  function check(claim: string): Verdict {
    if (tokenize(claim).length === 0) return { verdict: 'not_in_source', claim, nearest: [] };
    const ranked = rank(claim);
    const judged = judge(claim, ranked);
    if (judged) return judged;
    const gap = gaps.get(ranked[0]?.id ?? '');
    const near = gap ? gap.nearest : ranked.filter(({ id }) => facts.has(id)).map(({ id }) => id);
    const nearest = near.slice(0, NEAREST).flatMap((id) => facts.get(id) ?? []);
    return { verdict: 'not_in_source', claim, ...(gap ? { gap } : {}), nearest };
  }

  return (text) => splitClaims(text).slice(0, MAX_CLAIMS).map(check);
}

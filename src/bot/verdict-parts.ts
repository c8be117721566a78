// What a reply tells about a verdict: the parts of the claim that differ, with one fact for each.
import type { Verdict, VerdictKind } from '../core/judging/verdict.ts';
import type { Fact } from '../core/knowledge/schema.ts';

/** Parts of a claim with the same verdict by the same fact. */
export interface PartGroup {
  verdict: VerdictKind;
  texts: readonly string[];
  /** Undefined where the article doesn't say. */
  fact: Fact | undefined;
}

/** The order in which parts are told: wrong ones first. */
const ORDER: readonly VerdictKind[] = ['contradicted', 'supported', 'not_in_source'];

/** Whether the fact is shown without a verdict. */
export const isUndecided = ({ undecided, facts }: Verdict) => undecided === true && facts.length > 0;

/** Whether the article says nothing about a claim or a part of it, and contradicts nothing. */
export const isUnsaid = (verdict: Verdict) => verdict.verdict === 'not_in_source' && !isUndecided(verdict);

/** Whether the article supports a part of a claim and doesn't say the rest. */
export const isPartly = (verdict: Verdict) =>
  isUnsaid(verdict) && verdict.parts.some((part) => part.verdict === 'supported');

/**
 * The parts that are told one by one; empty for a claim that is told as a whole. Of a wrong claim, only the wrong and
 * the supported parts are told: that the article doesn't say the rest would be beside the point.
 */
export function differingParts(verdict: Verdict): PartGroup[] {
  if (isUndecided(verdict)) return [];
  const groups = new Map<string, PartGroup>();
  for (const { text, verdict: kind, facts } of verdict.parts) {
    const [fact] = facts;
    const key = `${kind} ${fact?.id}`;
    groups.set(key, { verdict: kind, fact, texts: [...(groups.get(key)?.texts ?? []), text] });
  }
  if (groups.size === 1) return [];
  return [...groups.values()]
    .filter((group) => verdict.verdict !== 'contradicted' || group.verdict !== 'not_in_source')
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

/** The facts that are told: one for each of the differing parts, or else the one that the verdict rests on. */
export function factsTold(verdict: Verdict): Fact[] {
  const parts = differingParts(verdict);
  return parts.length > 0 ? [...new Set(parts.flatMap(({ fact }) => fact ?? []))] : verdict.facts.slice(0, 1);
}

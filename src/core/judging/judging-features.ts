// Describes a claim in numbers: how many rules support and contradict it, what no evidence explains, what the ranker
// says, and how likely it contradicts a fact. None of them names a fact or a word, so weights fitted on them serve
// any article.
import { probabilityOf, type Ranked } from '../ranking/ranked.ts';
import { CERTAIN, RULES, type Rule } from './evidence.ts';
import type { Finding } from './gather-evidence.ts';
import type { Likeness } from './neighbours.ts';

/** What the features are computed from. */
export interface ClaimReading {
  findings: readonly Finding[];
  /** The probability of each fact and gap that the claim is about it. */
  ranked: readonly Ranked[];
  /** The same for each finding whose assertion has at least two content words. */
  parts: readonly { ranked: readonly Ranked[]; contradiction: number }[];
  /**
   * The part of speech of each content word that nothing explains and no fact in question uses, and the number of
   * facts that use it.
   */
  left: readonly { pos: string; facts: number }[];
  /** How likely each of the likeliest facts is meant, and how likely the claim contradicts it. */
  contradictions: readonly { probability: number; contradiction: number }[];
  /** How likely the claim contradicts the facts that the evidence supports it with. */
  contradictionsOfBorneOut: readonly number[];
  /** How similar the claim is to the statements about the likeliest facts. */
  likeness: Likeness;
  isFact: (id: string) => boolean;
}

/** Rules whose evidence counts more, the likelier their fact is meant. */
const DECIDING: readonly Rule[] = RULES.filter((rule) => !rule.endsWith('of nothing'));

/** Keeps the logarithm of zero finite. */
const LEAST = 1e-4;
const log = (probability: number) => Math.log(probability + LEAST);

/** The logarithm of the odds, within the odds of 0.02 and 0.98. */
export function logit(probability: number): number {
  const bounded = Math.min(0.98, Math.max(0.02, probability));
  return Math.log(bounded / (1 - bounded));
}

/** The probability of a contradiction where there is none to learn from. */
const NEUTRAL = 0.4;
/** The number of facts that the rarity of a word is relative to. */
const FACTS = 90;

const most = (list: readonly number[], otherwise: number) =>
  list.length > 0 ? Math.max(...list) : otherwise;
const mean = (list: readonly number[], otherwise: number) =>
  list.length > 0 ? list.reduce((sum, value) => sum + value, 0) / list.length : otherwise;

/** The features of a claim: always the same number of them, with the constant 1 first. */
export function judgingFeatures(reading: ClaimReading): number[] {
  const { findings, ranked, parts, left, contradictions, contradictionsOfBorneOut, likeness, isFact } =
    reading;
  const distinct = new Map(
    findings.flatMap(({ evidence }) =>
      evidence.map((item) => [`${item.fact?.id} ${item.rule}`, item] as const),
    ),
  );
  const evidence = [...distinct.values()];
  const speaksFor = evidence.filter(({ sign }) => sign > 0);
  const against = evidence.filter(({ sign }) => sign < 0);
  const certain = against.some(({ rule }) => CERTAIN.has(rule));
  const likeliest = (list: typeof evidence) =>
    Math.max(0, ...list.map(({ fact }) => probabilityOf(fact?.id, ranked)));
  const facts = ranked.filter(({ id }) => isFact(id));
  const fact = facts[0]?.probability ?? 0;
  const gap = ranked.find(({ id }) => !isFact(id))?.probability ?? 0;
  const any = facts.reduce((sum, { probability }) => sum + probability, 0);
  const content = findings.reduce((sum, one) => sum + one.content.length, 0);
  const likely = contradictions.reduce((sum, { probability }) => sum + probability, 0) || 1;
  const weighed = contradictions.reduce(
    (sum, { probability, contradiction }) => sum + (probability / likely) * contradiction,
    0,
  );
  const partFacts = parts.map((part) => part.ranked.find(({ id }) => isFact(id))?.probability ?? 0);
  const partGaps = parts.map((part) => part.ranked.find(({ id }) => !isFact(id))?.probability ?? 0);
  const partContradictions = parts.map(({ contradiction }) => contradiction);
  const open = findings.filter(
    (one) => one.uncovered.length > 0 && !one.evidence.some(({ sign }) => sign !== 0),
  ).length;
  const count = (pos: string) => left.filter((word) => word.pos === pos).length;
  const isTop = (list: typeof evidence) => list.some((item) => item.fact?.id === facts[0]?.id);
  return [
    1,
    ...RULES.map((rule) => Math.min(2, evidence.filter((item) => item.rule === rule).length)),
    ...DECIDING.map((rule) => likeliest(evidence.filter((item) => item.rule === rule))),
    Math.min(4, speaksFor.length),
    Math.min(4, against.length),
    Math.min(4, new Set(speaksFor.map((item) => item.fact)).size),
    speaksFor.length > 0 ? 0 : 1,
    certain ? 1 : 0,
    against.length > 0 && !certain ? 1 : 0,
    isTop(speaksFor) ? 1 : 0,
    isTop(against) ? 1 : 0,
    log(likeliest(speaksFor)),
    log(likeliest(against)),
    against.length > 0 && likeliest(against) < 0.02 ? 1 : 0,
    Math.min(6, left.length),
    left.length / (content || 1),
    left.length === 0 ? 1 : 0,
    left.length === 1 ? 1 : 0,
    left.length === 0 && speaksFor.length > 0 ? 1 : 0,
    Math.min(3, count('PROPN')),
    Math.min(3, count('VERB')),
    Math.min(3, count('ADJ')),
    count('NUM') > 0 ? 1 : 0,
    Math.min(4, left.filter((word) => word.facts === 0).length),
    Math.min(
      12,
      left.reduce((sum, word) => sum + Math.log(FACTS / (1 + word.facts)), 0),
    ),
    Math.min(3, open),
    Math.min(5, findings.length),
    Math.min(
      2,
      findings.reduce((sum, one) => sum + one.looseNegators, 0),
    ),
    findings.some(({ one }) => one.reading.isDeniedWhole) ? 1 : 0,
    findings.some(({ one }) => ['because', 'since'].includes(one.assertion.joint)) ? 1 : 0,
    Math.min(15, content),
    log(fact),
    log(any),
    log(gap),
    log(fact) - log(gap),
    logit(contradictions[0]?.contradiction ?? NEUTRAL),
    logit(contradictions.length > 0 ? weighed : NEUTRAL),
    logit(most(contradictionsOfBorneOut, NEUTRAL)),
    log(parts.length > 0 ? Math.min(...partFacts) : fact),
    most(
      partFacts.map((value, i) => log(partGaps[i] ?? 0) - log(value)),
      log(gap) - log(fact),
    ),
    logit(most(partContradictions, NEUTRAL)),
    logit(mean(partContradictions, NEUTRAL)),
    likeness.ratio,
    likeness.difference,
    likeness.most,
  ];
}

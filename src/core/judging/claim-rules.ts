// What the evidence on a claim decides by itself, whatever the weighing says: what is sure, what forbids a verdict.
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';
import { CERTAIN, type Evidence } from './evidence.ts';
import type { Finding } from './gather-evidence.ts';
import type { Reading } from './judge.ts';

/** From this probability on a fact is clearly what a claim is about. */
const CLEARLY_ABOUT = 0.35;
/** A fact this likely beside the likeliest is one that the claim is about. */
export const MEANT = 0.05;

/** The ids of what a claim is clearly about. */
const clearlyAbout = (ranked: readonly Ranked[]): ReadonlySet<string> =>
  new Set(ranked.flatMap(({ id, probability }) => (probability >= CLEARLY_ABOUT ? [id] : [])));

/**
 * Whether a rule alone contradicts a claim for certain: another figure than that of the fact that it is clearly about,
 * or "it is false that" before what that fact says.
 */
export function isSurelyContradicted({ findings, ranked }: Reading): boolean {
  const about = clearlyAbout(ranked);
  return findings.some(({ one, evidence }) =>
    evidence.some(
      ({ rule, fact, sign }) =>
        fact !== undefined &&
        about.has(fact.id) &&
        (rule === 'another figure' || (one.reading.isDeniedWhole && sign < 0)),
    ),
  );
}

/**
 * Whether the figures alone bear a claim out: each rule that compared something says so, a figure or date is that of the
 * fact that the claim is clearly about, and nothing is denied or left over. "Hardly anyone said no" is such a claim.
 */
export function isSurelyBorneOut({ findings, ranked, unexplained }: Reading): boolean {
  const about = clearlyAbout(ranked);
  const evidence = findings.flatMap((finding) => finding.evidence);
  return (
    unexplained.length === 0 &&
    findings.every(({ one, looseNegators }) => looseNegators === 0 && !one.reading.isDeniedWhole) &&
    evidence.every(({ rule, sign }) => sign > 0 || rule === 'left to the figure') &&
    evidence.some(({ rule, fact }) => rule.endsWith(' fits') && fact !== undefined && about.has(fact.id))
  );
}

/**
 * Whether a claim may be called supported, by its evidence alone. Never what a rule is sure to contradict, nor a figure
 * that no fact bears out, nor, where nothing was learned of contradictions, what no rule could compare.
 */
export function mayBeSupported(reading: Reading): boolean {
  const { findings, strangers, hasLearned } = reading;
  return (
    (hasLearned || isBorneOut(reading)) &&
    strangers.length === 0 &&
    !findings.some(addsCause) &&
    !findings.some(({ evidence }) => evidence.some(forbidsSupport)) &&
    !isOpposed(reading)
  );
}

/** Whether a fact that a claim may well be about states the opposite, or one that is related to the likeliest. */
const isOpposed = ({ findings, ranked, likeliestFact }: Reading): boolean => {
  const meant = new Set(ranked.flatMap(({ id, probability }) => (probability >= MEANT ? [id] : [])));
  const isMeant = (fact: Fact) =>
    meant.has(fact.id) || (likeliestFact !== undefined && areRelated(fact, likeliestFact));
  return findings.some(({ evidence }) =>
    evidence.some(({ rule, sign, fact }) => rule === 'opposed' && sign < 0 && fact && isMeant(fact)),
  );
};

/** Whether a figure is that of the earlier period that a claim names: the words alone would hold it against the present. */
export const fitsItsPeriod = ({ findings }: Reading): boolean =>
  findings.some(
    ({ one, evidence }) =>
      one.period !== undefined &&
      evidence.some(({ rule, fact }) => rule === 'figure fits' && fact?.period === one.period),
  );

/** "They should just pay": what ought to be is no statement of what is. */
export const isOpinion = ({ findings }: Reading): boolean =>
  findings.some(({ one }) => one.reading.tokens.some(({ norm }) => OPINIONS.has(norm)));
const OPINIONS: ReadonlySet<string> = new Set(['should', 'ought', 'deserve', 'deserves', 'imo', 'imho']);

/** Whether a rule bears a claim out, or the fact that it is clearly about uses all its words. */
export const isBorneOut = ({ findings, isCovered }: Reading): boolean =>
  isCovered || findings.some(({ evidence }) => evidence.some(({ sign }) => sign > 0));

/** Whether an assertion gives a cause that no fact speaks of. */
const addsCause = ({ one, evidence, uncovered }: Finding): boolean =>
  (one.assertion.joint === 'because' || one.assertion.joint === 'since') &&
  uncovered.length > 0 &&
  !evidence.some(({ sign }) => sign !== 0);

/** Whether evidence alone keeps a claim from being called supported: a figure that no fact bears out is enough. */
const forbidsSupport = ({ rule, sign }: Evidence): boolean =>
  (sign < 0 && CERTAIN.has(rule)) || rule === 'figure of nothing' || rule === 'date of nothing';

/**
 * Whether a claim is clearly about what is disputed, and no rule says on what side of the dispute it stands.
 * @param facts all facts, by id
 */
export function isLeftOpen(
  { likelyFacts: [top], findings }: Reading,
  facts: ReadonlyMap<string, Fact>,
): boolean {
  const fact = facts.get(top?.id ?? '');
  if (fact?.status !== 'disputed' || (top?.probability ?? 0) < CLEARLY_ABOUT) return false;
  return !findings.some(({ evidence }) => evidence.some((item) => item.fact === fact && item.sign !== 0));
}

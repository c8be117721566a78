// Checks claims against the article: gives each a verdict, part by part, with the facts that it rests on.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { firstOf, probabilityOf, type Ranked } from '../ranking/ranked.ts';
import { MAX_CLAIMS, splitClaims } from '../text/claims.ts';
import { tokenize } from '../text/tokens.ts';
import { takeOffFrame } from './claim-frames.ts';
import {
  fitsItsOrder,
  fitsItsPeriod,
  isBorneOut,
  isLeftOpen,
  isOpinion,
  isStatedSurely,
  isSurelyBorneOut,
  isSurelyContradicted,
  MEANT,
  mayBeSupported,
} from './claim-rules.ts';
import { CERTAIN } from './evidence.ts';
import { type Finding, speaksAgainst } from './gather-evidence.ts';
import { type JudgeReader, type Reading, textOf } from './judge.ts';
import { logit } from './judging-features.ts';
import { once } from './once.ts';
import type { Part, Verdict, VerdictKind } from './verdict.ts';
import { createWeigh, type Weighing } from './weigh.ts';

/** The weights for claims, fitted on labelled claims. */
export interface ClaimWeights {
  /** Its classes are in the order of `VERDICTS`. */
  ensemble: readonly Weighing[];
  /** Minimum probability at which each of the two verdicts is given. */
  supported: number;
  contradicted: number;
}

/** The verdict on a whole claim, and what it rests on. */
export interface Judged {
  verdict: Omit<Verdict, 'parts'>;
  /** The parts of the claim, each judged separately. Computed on first use, since an undecided question needs none. */
  parts: () => Part[];
  reading: Reading;
  /** The probability of each of `VERDICTS`, in that order. */
  probabilities: readonly number[];
}

export interface CheckClaims {
  /** Gives a verdict on each claim of a text, in order and one by one; at most `MAX_CLAIMS` claims are checked. */
  checkEach(text: string): Iterable<Verdict>;
  /** Gives the verdict on a whole text as one claim. */
  verdictOn(text: string): Verdict;
  /**
   * Judges a whole text as one claim.
   *
   * @param before the claim that it follows, whose names it may share
   */
  judge(text: string, before?: Reading): Judged;
  /**
   * Whether a rival of a text (rivals.ts) would be supported more surely: then the text is not supported, however
   * surely.
   *
   * @param supported the probability that the text is supported
   */
  isRivalled(reading: Reading, supported: number): boolean;
  /** The same for a text that has already been read. */
  judgeReading(reading: Reading, before?: Reading): Judged;
}

/** Maximum number of facts shown where the article doesn't say. */
const NEAREST = 3;
/** Maximum number of facts shown for a verdict. */
const MAX_FACTS = 3;
/** Minimum probability at which a gap is taken to be what a claim is about. */
const GAP_IS_MEANT = 0.45;
/** A claim without a verdict is undecided if "supported" and "contradicted" together are at least this likely. */
const ABOUT_A_FACT = 0.75;

/** Minimum probability at which a claim is supported that no rule supports. Only where contradictions were learned. */
const SURE_BY_WORDS = 0.9;
/**
 * Minimum probability at which a claim is contradicted that no rule contradicts. From 0.77 on, one in five was right
 * after all.
 */
const AGAINST_BY_WORDS = 0.85;
/** Minimum probability at which a claim is supported if its figures fit, or its rules agree, and nothing speaks against it. */
const FITS_SURELY = 0.4;
/**
 * By how much the logarithm of the odds that a rival is supported may exceed that of a claim, for the claim to be
 * supported. Compared on claims for development (docs/quality.md).
 */
const RIVALLED = 0.5;
/** Minimum probability at which a rule that is certain contradicts a claim. */
const LIKELY = 0.6;
/**
 * Creates the checker of claims.
 *
 * @param reader reads what each claim asserts
 */
export function createCheckClaims(
  { facts, gaps }: Knowledge,
  reader: JudgeReader,
  { ensemble, ...least }: ClaimWeights,
): CheckClaims {
  const likeliestFacts = (count: number, ranked: readonly Ranked[]) =>
    firstOf(count, ranked, (id) => facts.has(id)).flatMap(({ id }) => facts.get(id) ?? []);

  const weigh = createWeigh(ensemble);

  function kindOf(reading: Reading): { kind: VerdictKind; probabilities: number[] } {
    const probabilities = weigh(reading.features());
    if (isLeftOpen(reading, facts)) return { kind: 'not_in_source', probabilities };
    const [supported = 0, contradicted = 0] = probabilities;
    const fits = isSurelyBorneOut(reading);
    const isAgainst = speaksAgainst(reading.findings);
    const enoughAgainst = isAgainst ? least.contradicted : Math.max(least.contradicted, AGAINST_BY_WORDS);
    const isSpared = !isAgainst && (isOpinion(reading) || fitsItsPeriod(reading) || fitsItsOrder(reading));
    const isContradicted = contradicted >= enoughAgainst && !fits && !isSpared;
    if (isContradicted || (contradicted >= LIKELY && isSurelyContradicted(reading)))
      return { kind: 'contradicted', probabilities };
    const byWords = isBorneOut(reading) ? least.supported : Math.max(least.supported, SURE_BY_WORDS);
    const isSure = fits || isStatedSurely(reading);
    const enough = isSure ? Math.min(least.supported, FITS_SURELY) : byWords;
    const isSupported = supported >= enough && mayBeSupported(reading) && !reading.isCut;
    if (isSupported && !isRivalled(reading, supported)) return { kind: 'supported', probabilities };
    return { kind: 'not_in_source', probabilities };
  }

  function isRivalled({ rivals }: Reading, supported: number): boolean {
    for (const rival of rivals()) {
      const [otherwise = 0] = weigh(rival.features());
      if (logit(otherwise) - logit(supported) >= RIVALLED) return true;
    }
    return false;
  }

  function judge(claim: string, before?: Reading): Judged {
    const { text, stance } = takeOffFrame(claim);
    const judged = judgeReading(reader.read(text, before), before);
    if (text === claim) return judged;
    if (stance === 'asserts') return { ...judged, verdict: { ...judged.verdict, claim } };
    const isWhole = judged.verdict.verdict === 'supported' && judged.parts().length === 1;
    // Whether something that the article does not support is rightly negated is left to the rules, and so is how much of
    // what it does support.
    if (stance === 'negates' && !isWhole) return judgeReading(reader.read(claim, before), before);
    return { ...judged, ...withoutAssertion(judged, claim, stance !== 'withholds' && isWhole) };
  }

  function judgeReading(reading: Reading, before?: Reading): Judged {
    const { kind, probabilities } = kindOf(reading);
    const { text: claim, ranked, findings } = reading;
    const likely = likeliestFacts(NEAREST, ranked);
    const about = likely[0];
    const parts = once(() => partsOf(claim, findings, kind, ranked, before));
    if (kind !== 'not_in_source') {
      const own = [
        ...new Set(
          parts()
            .filter((part) => part.verdict === kind)
            .flatMap((part) => part.facts),
        ),
      ];
      const verdict = { verdict: kind, claim, facts: own.slice(0, MAX_FACTS), nearest: [] };
      return { verdict, parts, reading, probabilities };
    }
    const top = ranked[0];
    const gap = top && top.probability >= GAP_IS_MEANT ? gaps.get(top.id) : undefined;
    const near = gap ? gap.nearest.flatMap((id) => facts.get(id) ?? []) : likely;
    const isUndecided = !gap && (probabilities[2] ?? 1) < 1 - ABOUT_A_FACT;
    const verdict = {
      verdict: kind,
      claim,
      facts: about && !gap && isUndecided ? [about] : [],
      ...(gap ? { gap } : {}),
      nearest: near.slice(0, NEAREST),
      ...(isUndecided ? { undecided: true } : {}),
    };
    return { verdict, parts, reading, probabilities };
  }

  /** Gives each assertion of a claim that says something its own verdict, consistent with the verdict on the whole. */
  function partsOf(
    claim: string,
    findings: readonly Finding[],
    kind: VerdictKind,
    ranked: readonly Ranked[],
    before: Reading | undefined,
  ): Part[] {
    const groups = grouped(findings);
    const whole = (): Part => ({ text: claim, verdict: kind, facts: shown(findings, kind, ranked, true) });
    if (groups.length <= 1) return [whole()];
    const parts = groups.map((group): Part => {
      const text = textOfGroup(group);
      if (kind === 'supported') return { text, verdict: kind, facts: shown(group, kind, ranked) };
      const isAgainst = speaksAgainst(group);
      if (kind === 'contradicted' && isAgainst)
        return { text, verdict: kind, facts: shown(group, kind, ranked) };
      const isFor = !isAgainst && group.some(({ evidence }) => evidence.some(({ sign }) => sign > 0));
      if (!isFor || kindOf(reader.read(text, before)).kind !== 'supported')
        return { text, verdict: 'not_in_source', facts: [] };
      return { text, verdict: 'supported', facts: shown(group, 'supported', ranked) };
    });
    // What was learned contradicts the claim, but no rule can say which part is wrong. Then the whole claim is.
    if (kind === 'contradicted' && !parts.some(({ verdict }) => verdict === kind)) return [whole()];
    if (kind === 'not_in_source' && parts.every(({ verdict }) => verdict === 'supported')) return [whole()];
    return parts;
  }

  /**
   * The facts that a verdict rests on: those that the evidence names, likeliest first. If a whole claim is
   * contradicted, the fact that it is most likely about comes before a fact that a stray figure or party points to.
   */
  function shown(
    findings: readonly Finding[],
    kind: VerdictKind,
    ranked: readonly Ranked[],
    isWhole = false,
  ): Fact[] {
    if (kind === 'not_in_source') return [];
    const sign = kind === 'supported' ? 1 : -1;
    const own = new Map<Fact, number>();
    for (const { evidence } of findings)
      for (const item of evidence)
        if (item.fact && item.sign === sign) {
          const likely = probabilityOf(item.fact.id, ranked);
          const weight = likely + (CERTAIN.has(item.rule) || item.rule.endsWith('fits') ? MEANT : 0);
          own.set(item.fact, Math.max(own.get(item.fact) ?? 0, weight));
        }
    const [about] = likeliestFacts(1, ranked);
    const likeliest = probabilityOf(about?.id, ranked);
    if (about && !own.has(about) && likeliest > 0.5 && !isWorkedOutOtherwise(about, findings))
      own.set(about, isWhole && sign < 0 ? likeliest : 0);
    const sorted = [...own].sort((a, b) => b[1] - a[1]).map(([fact]) => fact);
    return sorted.length > 0 ? sorted.slice(0, MAX_FACTS) : about ? [about] : [];
  }

  return {
    judge,
    isRivalled,
    judgeReading,
    verdictOn: (text) => toVerdict(judge(text)),
    *checkEach(text) {
      let before: Reading | undefined;
      for (const claim of splitClaims(text).slice(0, MAX_CLAIMS)) {
        if (tokenize(claim).length === 0) {
          const verdict = 'not_in_source';
          yield { verdict, claim, parts: [{ text: claim, verdict, facts: [] }], facts: [], nearest: [] };
          continue;
        }
        const judged = judge(claim, before);
        before = judged.reading;
        yield toVerdict(judged);
      }
    },
  };
}

/**
 * Whether a fact was worked out, and in another unit than the figures of a claim that a rule contradicts: "only 60%
 * agreed" is not told with the number of those who did.
 */
function isWorkedOutOtherwise({ status, values }: Fact, findings: readonly Finding[]): boolean {
  const isContradicted = findings.some(({ evidence }) =>
    evidence.some(({ rule }) => rule === 'another figure'),
  );
  const units = findings.flatMap(({ one }) => one.reading.quantities.map(({ figure }) => figure.unit));
  const isGiven = values.some((value) => 'unit' in value && units.includes(value.unit));
  return status === 'derived' && isContradicted && !isGiven;
}

const toVerdict = ({ verdict: { verdict, claim, ...rest }, parts }: Judged): Verdict => ({
  verdict,
  claim,
  parts: parts(),
  ...rest,
});

/** The verdict on a claim that does not assert what was judged: whether it is contradicted, or else nothing. */
function withoutAssertion(
  { verdict: { verdict, ...rest } }: Judged,
  claim: string,
  isContradicted: boolean,
): Pick<Judged, 'verdict' | 'parts'> {
  const kind = isContradicted ? 'contradicted' : 'not_in_source';
  const isOpen = !isContradicted && verdict !== 'not_in_source';
  const facts = isOpen ? rest.facts.slice(0, 1) : rest.facts;
  return {
    verdict: { ...rest, verdict: kind, claim, facts, ...(isOpen ? { undecided: true } : {}) },
    parts: () => [{ text: claim, verdict: kind, facts: isContradicted ? facts : [] }],
  };
}

/** The text of a group, with the words that join its clauses where they stand in one sentence. */
function textOfGroup(group: readonly Finding[]): string {
  const [first, last] = [group[0] as Finding, group.at(-1) as Finding];
  if (group.some(({ one }) => one.reading !== first.one.reading)) return group.map(textOf).join(' ');
  const assertion = { ...first.one.assertion, to: last.one.assertion.to };
  return textOf({ ...first, one: { ...first.one, assertion } });
}

/**
 * Groups the findings: one that says nothing by itself joins the group before it, or else the one after it, and so does
 * the second of two clauses whose order was compared.
 */
function grouped(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = [];
  let waiting: Finding[] = [];
  for (const finding of findings) {
    const says = finding.content.length > 0 || finding.evidence.some(({ sign }) => sign !== 0);
    const last = groups.at(-1);
    const { reading, assertion } = finding.one;
    const isOrdered = finding.evidence.some(({ tokens }) => tokens.includes(assertion.from - 1));
    if (last && isOrdered && last.at(-1)?.one.reading === reading) last.push(finding);
    else if (says) {
      groups.push([...waiting, finding]);
      waiting = [];
    } else if (last) last.push(finding);
    else waiting.push(finding);
  }
  return groups;
}

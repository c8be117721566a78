// Checks claims against the article: gives each a verdict, part by part, with the facts that it rests on.
import type { Knowledge } from '../knowledge/parse.ts';
import { firstOf, type Ranked } from '../ranking/ranked.ts';
import { MAX_CLAIMS, splitClaims } from '../text/claims.ts';
import { tokenize } from '../text/tokens.ts';
import { asksOpenly } from './asks-openly.ts';
import { takeOffFrame } from './claim-frames.ts';
import { createPartsOf, MAX_FACTS } from './claim-parts.ts';
import { type Cleft, readCleft } from './clefts.ts';
import {
  type ClaimWeights,
  createDecideVerdict,
  type Decided,
  type DecideVerdict,
} from './decide-verdict.ts';
import { speaksAgainst } from './gather-evidence.ts';
import type { JudgeReader, Reading } from './judge.ts';
import { once } from './once.ts';
import type { Part, Verdict } from './verdict.ts';

/** The verdict on a whole claim, and what it rests on. */
export interface Judged extends Pick<Decided, 'probabilities'> {
  verdict: Omit<Verdict, 'parts'>;
  /** The parts of the claim, each judged separately. Computed on first use, since an undecided question needs none. */
  parts: () => Part[];
  reading: Reading;
}

export interface CheckClaims extends Pick<DecideVerdict, 'isRivalled'> {
  /**
   * Gives a verdict on each claim of a text, in order; at most `MAX_CLAIMS` claims are checked. A question that is
   * answered in the same text is not one. Between two of them it yields, so that other work can have its turn.
   */
  checkInPieces(text: string): Generator<void, Verdict[]>;
  /** Gives the verdict on a whole text as one claim. */
  verdictOn(text: string): Verdict;
  /**
   * Judges a whole text as one claim.
   *
   * @param before the claim that it follows, whose names it may share
   */
  judge(text: string, before?: Reading): Judged;
  /** The same for a text that has already been read. */
  judgeReading(reading: Reading, before?: Reading): Judged;
}

/** Maximum number of facts shown where the article doesn't say. */
const NEAREST = 3;
/** Minimum probability at which a gap is taken to be what a claim is about. */
const GAP_IS_MEANT = 0.45;
/** A claim without a verdict is undecided if "supported" and "contradicted" together are at least this likely. */
const ABOUT_A_FACT = 0.75;

/**
 * Creates the checker of claims.
 *
 * @param reader reads what each claim asserts
 */
export function createCheckClaims(
  { facts, gaps }: Knowledge,
  reader: JudgeReader,
  weights: ClaimWeights,
): CheckClaims {
  const { decide, isRivalled } = createDecideVerdict(facts, weights);
  const partsOf = createPartsOf(facts);

  const likeliestFacts = (count: number, ranked: readonly Ranked[]) =>
    firstOf(count, ranked, (id) => facts.has(id)).flatMap(({ id }) => facts.get(id) ?? []);

  function judge(claim: string, before?: Reading): Judged {
    const { text, stance } = takeOffFrame(claim);
    const cleft = stance === 'asserts' ? readCleft(text) : undefined;
    const judged =
      (cleft && judgeCleft(text, cleft, before)) ?? judgeReading(reader.read(text, before), before);
    if (asksOpenly(text)) return { ...judged, ...withoutAssertion(judged, claim, false) };
    if (text === claim) return judged;
    if (stance === 'asserts') return { ...judged, verdict: { ...judged.verdict, claim } };
    const isWhole = judged.verdict.verdict === 'supported' && judged.parts().length === 1;
    // Whether something that the article does not support is rightly negated is left to the rules, and so is how much of
    // what it does support.
    if (stance === 'negates' && !isWhole) return judgeReading(reader.read(claim, before), before);
    return { ...judged, ...withoutAssertion(judged, claim, stance !== 'withholds' && isWhole) };
  }

  /**
   * Judges a cleft by what it says plainly of the one; undefined if it is not about two parties. It is supported only if
   * a rule speaks against the same of the other, since what both did, neither did instead of the other, and
   * contradicted only by a rule. It is shown as it was written, as one part.
   */
  function judgeCleft(
    claim: string,
    { said, denied }: Cleft,
    before: Reading | undefined,
  ): Judged | undefined {
    const [one, other] = [said, denied].map((text) => reader.read(text, before)) as [Reading, Reading];
    if (!beginsWithParty(one) || !beginsWithParty(other)) return undefined;
    const judged = judgeReading(one, before);
    const { verdict, facts } = judged.verdict;
    const isSettled = speaksAgainst(verdict === 'contradicted' ? one.findings : other.findings);
    if (verdict !== 'not_in_source' && !isSettled)
      return { ...judged, ...withoutAssertion(judged, claim, false) };
    return {
      ...judged,
      verdict: { ...judged.verdict, claim },
      parts: () => [{ text: claim, verdict, facts: verdict === 'not_in_source' ? [] : facts }],
    };
  }

  function judgeReading(reading: Reading, before?: Reading): Judged {
    const { kind, probabilities } = decide(reading);
    const { text: claim, ranked } = reading;
    const likely = likeliestFacts(NEAREST, ranked);
    const about = likely[0];
    const isSupported = (part: string) => decide(reader.read(part, before)).kind === 'supported';
    const parts = once(() => partsOf(reading, kind, isSupported));
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

  return {
    judge,
    isRivalled,
    judgeReading,
    verdictOn: (text) => toVerdict(judge(text)),
    *checkInPieces(text) {
      const verdicts: Verdict[] = [];
      let before: Reading | undefined;
      const claims = splitClaims(text).slice(0, MAX_CLAIMS);
      const questions = new Set(claims.filter(asksOpenly));
      const isAnswered = claims.some((claim) => !questions.has(claim));
      for (const claim of claims) {
        // "Who called it? The union did": the question is no claim, but it tells what the claim is about.
        if (isAnswered && questions.has(claim)) {
          before = reader.read(claim, before);
          continue;
        }
        if (verdicts.length > 0) yield;
        if (tokenize(claim).length === 0) {
          const verdict = 'not_in_source';
          const parts = [{ text: claim, verdict, facts: [] }] as const;
          verdicts.push({ verdict, claim, parts, facts: [], nearest: [] });
          continue;
        }
        const judged = judge(claim, before);
        before = judged.reading;
        verdicts.push(toVerdict(judged));
      }
      return verdicts;
    },
  };
}

/** Whether a text begins with a party, after at most an article and an adjective. */
const beginsWithParty = ({ findings: [first] }: Reading): boolean =>
  first?.one.reading.parties.some(({ from }) => from <= 2) ?? false;

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

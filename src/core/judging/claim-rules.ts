// Rules that override the weights: what makes a verdict certain, and what rules one out.
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';
import { addsDetail } from './added-details.ts';
import { CERTAIN, type Evidence } from './evidence.ts';
import { type Finding, OUTSIDERS } from './gather-evidence.ts';
import type { Reading } from './judge.ts';

/** Minimum probability at which a claim is clearly about a fact. */
const CLEARLY_ABOUT = 0.35;
/** Minimum probability at which a claim states a fact, if its rules agree. */
const CLEARLY_STATED = 0.5;
/** The logarithm of the odds of a contradiction up to which the words of a claim speak for its fact. */
const SPEAKS_FOR = -1;
/** Minimum probability at which a claim may be about a fact that is not the likeliest. */
export const MEANT = 0.05;

/** The ids of the facts and gaps that a claim is clearly about. */
const clearlyAbout = (ranked: readonly Ranked[]): ReadonlySet<string> =>
  new Set(ranked.flatMap(({ id, probability }) => (probability >= CLEARLY_ABOUT ? [id] : [])));

/**
 * Whether a single rule is enough to contradict a claim: the claim gives another figure than a fact that it is
 * clearly about, or puts "it is false that" before what such a fact says.
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
 * Whether figures alone support a claim: every rule that compared something supports it, a figure or date is that of
 * a fact that the claim is clearly about, and nothing is denied or left over. "Hardly anyone said no" is such a
 * claim.
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
 * Whether rules and words agree that a claim is supported: every rule that compared something supports it, one of them
 * by the fact that it is clearly about, nothing is denied or left over, and the words speak for that fact.
 */
export function isStatedSurely({
  findings,
  likelyFacts: [top],
  unexplained,
  contradiction,
}: Reading): boolean {
  const evidence = findings.flatMap((finding) => finding.evidence);
  return (
    top !== undefined &&
    top.probability >= CLEARLY_STATED &&
    contradiction <= SPEAKS_FOR &&
    unexplained.length === 0 &&
    findings.every(({ looseNegators }) => looseNegators === 0) &&
    evidence.every(({ rule, sign }) => sign > 0 || rule === 'left to the figure') &&
    evidence.some(({ sign, fact }) => sign > 0 && fact?.id === top.id)
  );
}

/**
 * Whether the evidence allows a claim to be called supported. It does not if a rule that is certain contradicts the
 * claim, if a figure or date belongs to no fact, if a figure of some is told of all, if the claim is denied as a whole,
 * if it uses a name or gives a cause that no fact does, if it names only the side that its fact does not name, if it is
 * about what will be and its fact about what was, if it names others than the article's parties or adds a detail, if it
 * says more than its facts, or if a fact states the opposite, by a rule or by a word. Where no contradictions were
 * learned, a rule has to support the claim.
 */
export function mayBeSupported(reading: Reading): boolean {
  const { findings, strangers, hasLearned, isOfOtherSide } = reading;
  return (
    !isOfOtherSide &&
    !findings.some(({ one }) => one.reading.isDeniedWhole) &&
    !isYetToCome(reading) &&
    (hasLearned || isBorneOut(reading)) &&
    strangers.length === 0 &&
    !findings.some(addsCause) &&
    !findings.some(widensGroup) &&
    !findings.some(({ one }) => one.own.has(OUTSIDERS)) &&
    !findings.some(setsSideAgainstItself) &&
    !addsDetail(reading) &&
    !findings.some(({ evidence }) => evidence.some(forbidsSupport)) &&
    !isOpposed(reading) &&
    !reading.saysOpposite() &&
    !reading.overstates()
  );
}

/** Whether a claim is about what will be, and its fact only about what was: "it will cost them $5 million again". */
const isYetToCome = ({ findings, likeliestFact }: Reading): boolean => {
  const statements = likeliestFact?.statements ?? [];
  return (
    statements.length > 0 &&
    statements.every(({ kind }) => kind === 'happened') &&
    findings.some(({ one: { reading, assertion } }) =>
      reading.tokens
        .slice(assertion.from, assertion.to)
        .some(({ norm }, at, tokens) => saysWill(norm, tokens[at + 1]?.norm)),
    )
  );
};

/** Whether a word puts off to the future what follows it. Who "won't" do something refuses, which may be past. */
const saysWill = (word: string, next: string | undefined): boolean =>
  (WILL.has(word) && next !== 'not') || (word === 'going' && next === 'to');
const WILL: ReadonlySet<string> = new Set(['will', 'shall', 'gonna', 'gon']);

/** Whether the opposite is stated by a fact that the claim may be about, or by one related to the likeliest fact. */
const isOpposed = ({ findings, ranked, likeliestFact }: Reading): boolean => {
  const meant = new Set(ranked.flatMap(({ id, probability }) => (probability >= MEANT ? [id] : [])));
  const isMeant = (fact: Fact) =>
    meant.has(fact.id) || (likeliestFact !== undefined && areRelated(fact, likeliestFact));
  return findings.some(({ evidence }) =>
    evidence.some(({ rule, sign, fact }) => rule === 'opposed' && sign < 0 && fact && isMeant(fact)),
  );
};

/**
 * Whether a figure fits the earlier period that the claim names. By its words alone, the claim would be compared with
 * the present.
 */
export const fitsItsPeriod = ({ findings }: Reading): boolean =>
  findings.some(
    ({ one, evidence }) =>
      one.period !== undefined &&
      evidence.some(({ rule, fact }) => rule === 'figure fits' && fact?.period === one.period),
  );

/** Whether the dates bear out the order in which a claim puts two events: its words alone do not contradict that. */
export const fitsItsOrder = ({ findings }: Reading): boolean =>
  findings.some(({ one, evidence }) =>
    evidence.some(
      ({ rule, tokens: [at, ...more] }) =>
        rule === 'date fits' &&
        more.length === 0 &&
        /^(?:before|after)$/.test(one.reading.tokens[at ?? -1]?.norm ?? ''),
    ),
  );

/**
 * Whether a claim is about something planned, and no rule can tell what it denies of that: "talks haven't resumed" has
 * the words of a denial, but denies no plan to resume them.
 */
export const deniesNoPlan = ({ findings, likeliestFact }: Reading): boolean =>
  likeliestFact?.statements?.some(({ kind }) => kind === 'planned') === true &&
  findings.some(({ evidence }) =>
    evidence.some(({ rule, fact }) => rule === 'denial unclear' && fact === likeliestFact),
  );

/** Whether a claim is about what ought to be, which says nothing of what is: "They should just pay". */
export const isOpinion = ({ findings }: Reading): boolean =>
  findings.some(({ one }) => one.reading.tokens.some(({ norm }) => OPINIONS.has(norm)));
const OPINIONS: ReadonlySet<string> = new Set(['should', 'ought', 'deserve', 'deserves', 'imo', 'imho']);

/** Whether a rule supports a claim, or the fact that it is clearly about uses all its words. */
export const isBorneOut = ({ findings, isCovered }: Reading): boolean =>
  isCovered || findings.some(({ evidence }) => evidence.some(({ sign }) => sign > 0));

/** Whether an assertion gives a cause that no fact mentions. */
const addsCause = ({ one, evidence, uncovered }: Finding): boolean =>
  (one.assertion.joint === 'because' || one.assertion.joint === 'since') &&
  uncovered.length > 0 &&
  !evidence.some(({ sign }) => sign !== 0);

/**
 * Whether an assertion tells of all what a figure tells of some: "the pay of all bakers fell by 5%". An "all" that is a
 * figure itself is compared with the facts.
 */
const widensGroup = ({ one: { reading, assertion }, evidence }: Finding): boolean => {
  const isCompared = (at: number) => evidence.some(({ sign, tokens }) => sign !== 0 && tokens.includes(at));
  return (
    evidence.some(({ rule }) => rule === 'figure fits') &&
    reading.quantities.some(
      ({ figure, from, to }) =>
        from >= assertion.from &&
        to <= assertion.to &&
        figure.isQuantifier &&
        figure.unit === 'percent' &&
        figure.interval.low === 100 &&
        !isCompared(from),
    )
  );
};

/** Whether both of two between whom something is are of one side: "the talks between the union and its members". */
const setsSideAgainstItself = ({ one: { reading } }: Finding): boolean =>
  reading.parties.some(({ side, from, to }, i) => {
    const next = reading.parties[i + 1];
    const isBetween = reading.tokens
      .slice(Math.max(0, from - 2), from)
      .some(({ norm }) => norm === 'between');
    return isBetween && next?.side === side && reading.tokens[to]?.norm === 'and';
  });

/**
 * Whether this evidence alone keeps a claim from being called supported; a figure that belongs to no fact is enough.
 */
const forbidsSupport = ({ rule, sign }: Evidence): boolean =>
  (sign < 0 && CERTAIN.has(rule)) || rule === 'figure of nothing' || rule === 'date of nothing';

/**
 * Whether a claim is clearly about something disputed, and no rule says which side it takes.
 *
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

/**
 * Whether a claim quotes somebody on something that belongs to a dispute. Its words alone then do not contradict it:
 * each side says what the other denies.
 *
 * @param facts all facts, by id
 */
export const quotesInDispute = (
  { likeliestFact, findings }: Reading,
  facts: ReadonlyMap<string, Fact>,
): boolean =>
  (likeliestFact?.related ?? []).some((id) => facts.get(id)?.status === 'disputed') &&
  findings.some(({ one }) => one.reading.sayers.length > 0);

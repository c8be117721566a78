// Judges a yes/no question as the claim that it asks about: says "yes" or "no" where that is sure.
import { compares } from '../knowledge/compares.ts';
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import { saysMoreOrLess } from '../text/comparisons.ts';
import type { CheckClaims, Judged } from './check-claims.ts';
import { mayBeSupported } from './claim-rules.ts';
import { compareIntervals } from './compare-intervals.ts';
import { type CorrectionOf, opposedFact } from './correction.ts';
import { FITS, type Rule } from './evidence.ts';
import type { Reading } from './judge.ts';
import type { JudgedQuestion } from './judged-question.ts';
import type { JudgingData } from './judging-data.ts';
import { isWorkedOutForGroup } from './share-population.ts';
import { CONTRADICTED, SUPPORTED } from './verdict.ts';

/** Rules that find another figure or date than the fact's. */
const OTHER_FIGURES: ReadonlySet<Rule> = new Set<Rule>(['another figure', 'another date']);
/** Minimum probabilities at which a rule decides, if nothing speaks against it. */
const FIGURE_FITS = 0.4;
const FIGURE_DIFFERS = 0.2;
const OPPOSED = 0.75;
/** The same if a rule finds the opposite of the very fact that answers, and no rule supports it. */
const OPPOSED_ALONE = 0.55;
/** Minimum probability at which what was learned says "no" alone, where no rule compared anything. */
const SURE_NO = 0.93;
/** Minimum probability at which a single unexplained word does not matter. */
const SURE_DESPITE_WORD = 0.97;
/** Minimum probability of a fact that a figure without any explanation is compared with. */
const CLEARLY_MEANT = 0.5;

/**
 * Judges a yes/no question in the light of a fact that may answer it.
 *
 * @param judged the question, judged as the claim that it asks about
 * @param hasHappened whether it asks about what has happened
 * @param isAnswer whether the fact is the answer whatever the judge says; then a "no" needs a lower probability
 */
export type JudgeYesNo = (
  judged: Judged,
  hasHappened: boolean,
  fact: Fact,
  isAnswer: boolean,
) => JudgedQuestion;

/** Creates the judge of yes/no questions. */
export function createJudgeYesNo(
  { measures, populations }: JudgingData,
  { isRivalled }: CheckClaims,
  correctionOf: CorrectionOf,
): JudgeYesNo {
  /**
   * Compares a figure without any explanation, as in "wasn't it 96%?", with the figure of a fact.
   *
   * @returns undefined where they cannot be compared
   */
  function fitsFigure({ findings, likelyFacts, unexplained }: Reading, fact: Fact) {
    const evidence = findings.flatMap((finding) => finding.evidence);
    const [placed, ...more] = [...new Set(findings.map(({ one }) => one.reading))].flatMap(
      ({ quantities }) => quantities,
    );
    const [measure, ...others] = measures.filter(
      (candidate) => candidate.fact === fact && candidate.unit === placed?.figure.unit,
    );
    const isMeant = likelyFacts[0]?.id === fact.id && likelyFacts[0].probability >= CLEARLY_MEANT;
    const isAlone = !evidence.some(({ rule, sign }) => sign < 0 || rule === 'figure fits');
    if (!isMeant || !isAlone || unexplained.length > 0) return undefined;
    if (!placed || more.length > 0 || !measure || others.length > 0) return undefined;
    if (isWorkedOutForGroup(measure, populations)) return undefined;
    if (!evidence.some(({ rule }) => rule === 'figure of nothing')) return undefined;
    const result = compareIntervals(placed.figure.interval, measure.interval);
    return result === 'open' ? undefined : { fits: result === 'inside', text: placed.figure.text };
  }

  const no = (reading: Reading, opposed: Fact): JudgedQuestion => ({
    yesNo: 'no',
    correction: correctionOf(reading, opposed),
  });

  return ({ verdict, reading, probabilities }, hasHappened, fact, isAnswer) => {
    const evidence = reading.findings.flatMap((finding) => finding.evidence);
    const isOn = (one: Fact | undefined) => one !== undefined && (one === fact || areRelated(one, fact));
    const against = evidence.filter(({ sign }) => sign < 0);
    const againstIt = against.filter((item) => isOn(item.fact));
    const [supported = 0, contradicted = 0] = [probabilities[SUPPORTED], probabilities[CONTRADICTED]];
    const own = verdict.facts.includes(fact);
    const borneOut = evidence.filter((item) => item.sign > 0 && item.fact === fact);
    const isOppositeAlone =
      isAnswer &&
      borneOut.length === 0 &&
      against.some((item) => item.rule === 'opposed' && item.fact === fact);
    const mayLeaveWord = supported >= SURE_DESPITE_WORD && borneOut.length > 0 && againstIt.length === 0;
    const isYesPossible =
      !reading.isCut &&
      reading.unexplained.length <= (mayLeaveWord ? 1 : 0) &&
      mayBeSupported(reading) &&
      !(hasHappened && isYetToCome(fact)) &&
      !isOtherComparison(reading, fact);
    if (verdict.verdict === 'contradicted') {
      const fits = evidence.some((item) => FITS.has(item.rule) && isOn(item.fact));
      const isByWords = against.length === 0;
      if (isByWords && (fits || contradicted < SURE_NO || isOtherComparison(reading, fact))) return {};
      const isByRule = against.some(({ rule }) => OTHER_FIGURES.has(rule)) || isOppositeAlone;
      if (contradicted < OPPOSED && !isByRule) return {};
      const opposed = opposedFact(against, fact) ?? (verdict.facts.some(isOn) ? fact : undefined);
      return opposed ? no(reading, opposed) : {};
    }
    if (isYesPossible && borneOut.length > 0 && verdict.verdict === 'supported' && own)
      return { yesNo: 'yes' };
    const isByFigure = against.length === 0 && borneOut.some(({ rule }) => FITS.has(rule));
    if (isYesPossible && isByFigure && supported >= FIGURE_FITS && !isRivalled(reading, supported))
      return { yesNo: 'yes' };

    const differing = against.filter(({ rule }) => OTHER_FIGURES.has(rule));
    const opposed =
      contradicted >= OPPOSED && borneOut.length === 0
        ? opposedFact(against, fact)
        : contradicted >= OPPOSED_ALONE && isOppositeAlone
          ? fact
          : contradicted >= FIGURE_DIFFERS && !evidence.some(({ rule }) => FITS.has(rule))
            ? opposedFact(differing, fact)
            : undefined;
    if (opposed) return no(reading, opposed);
    const bare = fitsFigure(reading, fact);
    if (bare?.fits) return { yesNo: 'yes' };
    return bare ? { yesNo: 'no', correction: { fact, figure: { text: bare.text } } } : {};
  };
}

/** Whether a text compares two things, but the fact does not: it may support only one of the two. */
const isOtherComparison = ({ text, findings }: Reading, fact: Fact): boolean =>
  saysMoreOrLess(text) && findings.every(({ one }) => one.reading.quantities.length === 0) && !compares(fact);

/**
 * Whether a fact states only what is planned or possible: "talks resume on Tuesday" does not say that they have
 * resumed.
 */
const isYetToCome = ({ statements = [] }: Fact): boolean =>
  statements.length > 0 && statements.every(({ kind }) => kind === 'planned' || kind === 'possible');

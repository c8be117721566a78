// Judges what a question takes for granted: a yes/no question as a claim, any other question by its premises.
import { compares } from '../knowledge/compares.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import { askingSentence } from '../text/asking-sentence.ts';
import { saysMoreOrLess } from '../text/comparisons.ts';
import type { Quantity } from '../text/quantity.ts';
import type { CheckClaims, Judged } from './check-claims.ts';
import { mayBeSupported } from './claim-rules.ts';
import { compareIntervals } from './compare-intervals.ts';
import type { Correction } from './correction.ts';
import type { Evidence, Rule } from './evidence.ts';
import type { JudgeReader, Reading } from './judge.ts';
import { toJudgingData } from './judging-data.ts';
import { once } from './once.ts';
import { isOpposedByRule, mayHaveFalsePremise, premiseFeatures } from './premise-features.ts';
import { takenForGranted } from './presuppositions.ts';
import { askedFor, asksWhetherItHappened, asStatement } from './question-statement.ts';
import { isWorkedOutForGroup } from './share-population.ts';
import { VERDICTS } from './verdict.ts';
import { createWeigh, type Weighing } from './weigh.ts';

/** The weights for questions, fitted on labelled questions. */
export interface QuestionWeights {
  /** Two classes, in this order: no false premise, a false premise. */
  ensemble: readonly Weighing[];
  /** Minimum probability at which a question is corrected. */
  falsePremise: number;
}

export interface JudgedQuestion {
  /** The answer to a yes/no question, where the judge is sure of it. */
  yesNo?: 'yes' | 'no';
  /** The fact that opposes what the question takes for granted. */
  correction?: Correction;
  /** Whether the question may well have a false premise, though that is too uncertain to say so. */
  isDoubtful?: boolean;
  /** Whether the question is about an organization that no fact mentions. */
  isOfOthers?: boolean;
}

/** The judge of one question. The question is read once, on first use. */
export interface QuestionJudge {
  /**
   * Judges the question in the light of a fact that may answer it.
   *
   * @param isAnswer whether the fact is the answer whatever the judge says; then a "no" needs a lower probability
   */
  by(fact: Fact, isAnswer?: boolean): JudgedQuestion;
  /**
   * Finds what a rule opposes in a question that no fact answers.
   *
   * @returns undefined where there is nothing to correct
   */
  opposed(): Correction | undefined;
}

export type JudgeQuestion = (question: string) => QuestionJudge;

/** Rules that find a fact's figure or date in a statement. */
const FITS: ReadonlySet<Rule> = new Set<Rule>(['figure fits', 'date fits']);
/** Rules that find another figure or date than the fact's. */
const OTHER_FIGURES: ReadonlySet<Rule> = new Set<Rule>(['another figure', 'another date']);
/** Minimum probabilities at which a rule decides, if nothing speaks against it. */
const FIGURE_FITS = 0.4;
const FIGURE_DIFFERS = 0.2;
const OPPOSED = 0.75;
/** The same if a rule finds the opposite of the very fact that answers, and no rule supports it. */
const OPPOSED_ALONE = 0.55;
/** Minimum probability at which a question is corrected by its words alone, where no rule speaks against it. */
const OPPOSED_BY_WORDS = 0.94;
/** Minimum probability at which what was learned says "no" alone, where no rule compared anything. */
const SURE_NO = 0.93;
/** Minimum probability at which a single unexplained word does not matter. */
const SURE_DESPITE_WORD = 0.97;
/** Minimum probability at which a question may well have a false premise. */
const DOUBTFUL = 0.65;
/** Below this probability, nothing in a question that a fact answers is corrected. */
const SOMEWHAT_DOUBTFUL = 0.3;
/**
 * Minimum probabilities at which what a question takes for granted is corrected: by a rule even if another fact
 * answers the question, and by a rule or by words alone if none does.
 */
const GRANTED_SURELY_OPPOSED = 0.98;
const GRANTED_OPPOSED = 0.9;
const GRANTED_OPPOSED_BY_WORDS = 0.95;
/** Minimum probability of a fact that a figure without any explanation is compared with. */
const CLEARLY_MEANT = 0.5;
const [SUPPORTED, CONTRADICTED] = [VERDICTS.indexOf('supported'), VERDICTS.indexOf('contradicted')];

/** Creates the judge of questions. */
export function createJudgeQuestions(
  knowledge: Knowledge,
  reader: JudgeReader,
  { isRivalled, judgeReading }: CheckClaims,
  { ensemble, falsePremise }: QuestionWeights,
): JudgeQuestion {
  const { measures, populations } = toJudgingData(knowledge);
  const weigh = createWeigh(ensemble);

  /** The figure of a question that a fact contradicts, with the fact that the figure belongs to. */
  function wrongFigure({ findings }: Reading, fact: Fact): Correction['figure'] {
    for (const { one, evidence } of findings)
      for (const item of evidence) {
        if (item.rule !== 'another figure' || item.fact !== fact) continue;
        const placed = one.reading.quantities.find(({ from }) => item.tokens.includes(from));
        if (!placed) continue;
        const belongsTo = factWith(placed.figure, fact);
        return { text: placed.figure.text, ...(belongsTo ? { belongsTo } : {}) };
      }
    return undefined;
  }

  const factWith = ({ unit, interval, isQuantifier }: Quantity, but: Fact): Fact | undefined =>
    isQuantifier
      ? undefined
      : measures.find(
          (measure) =>
            measure.unit === unit &&
            measure.fact !== but &&
            measure.fact.status !== 'derived' &&
            compareIntervals(interval, measure.interval) === 'inside',
        )?.fact;

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

  function correctionOf(reading: Reading, opposed: Fact): Correction {
    const figure = wrongFigure(reading, opposed);
    return { fact: opposed, ...(figure ? { figure } : {}) };
  }

  const no = (reading: Reading, opposed: Fact): JudgedQuestion => ({
    yesNo: 'no',
    correction: correctionOf(reading, opposed),
  });

  function judgeYesNo(
    { verdict, reading, probabilities }: Judged,
    hasHappened: boolean,
    fact: Fact,
    isAnswer: boolean,
  ): JudgedQuestion {
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
  }

  /**
   * Judges the premises of a question that is not answered with yes or no.
   *
   * @param probability how likely the question has a false premise
   * @param granted what it takes for granted, judged as claims
   */
  function judgePremise(
    reading: Reading,
    probability: number,
    granted: () => readonly Judged[],
    fact: Fact,
  ): JudgedQuestion {
    const evidence = reading.findings.flatMap((finding) => finding.evidence);
    const against = evidence.filter(({ sign }) => sign < 0);
    // If all evidence speaks for the fact, the wording alone raises no doubt.
    const isBorneOut =
      against.length === 0 && evidence.some((item) => FITS.has(item.rule) && item.fact === fact);
    const doubt = probability >= DOUBTFUL && !isBorneOut ? { isDoubtful: true } : {};
    if (probability < SOMEWHAT_DOUBTFUL) return doubt;
    const surely = granted().find(
      (one) => isOpposedByRule(one) && contradictedOf(one) >= GRANTED_SURELY_OPPOSED,
    );
    const surelyOpposed = surely && opposedIn(surely, fact);
    if (surelyOpposed) return { correction: correctionOf(surely.reading, surelyOpposed) };
    if (probability < (against.length > 0 ? falsePremise : Math.max(falsePremise, OPPOSED_BY_WORDS)))
      return doubt;
    const opposed = opposedFact(against, fact) ?? (against.length === 0 ? fact : undefined);
    return opposed ? { correction: correctionOf(reading, opposed) } : doubt;
  }

  /** What a rule opposes in a statement, if the judge would contradict it as a claim. */
  function oppositionTo(reading: Reading, judged: () => Judged): Correction | undefined {
    // This comes first, since nothing speaks against most questions, and weighing takes a while.
    if (!reading.findings.some(({ evidence }) => evidence.some(({ sign }) => sign < 0))) return undefined;
    const { verdict, probabilities } = judged();
    const [fact] = verdict.facts;
    const isOpposed = (probabilities[CONTRADICTED] ?? 0) >= OPPOSED;
    return verdict.verdict === 'contradicted' && isOpposed && fact ? correctionOf(reading, fact) : undefined;
  }

  /** What is opposed in what a question takes for granted: the surest contradiction, by a rule or by words alone. */
  function oppositionToGranted(granted: readonly Judged[]): Correction | undefined {
    const [surest] = granted
      .filter(
        (one) =>
          one.verdict.verdict === 'contradicted' &&
          contradictedOf(one) >= (isOpposedByRule(one) ? GRANTED_OPPOSED : GRANTED_OPPOSED_BY_WORDS),
      )
      .sort((a, b) => contradictedOf(b) - contradictedOf(a));
    const fact = surest?.verdict.facts[0];
    return fact && correctionOf(surest.reading, fact);
  }

  return (question) => {
    const statement = asStatement(question);
    const asked = askedFor(question);
    const read = once(() => reader.read(statement));
    const judged = once(() => judgeReading(read()));
    const granted = once(() => takenForGranted(question).map((text) => judgeReading(reader.read(text))));
    const wrongPremise = once(() =>
      mayHaveFalsePremise(read()) ? (weigh(premiseFeatures(read(), granted()))[1] ?? 0) : 0,
    );
    return {
      by(fact, isAnswer = false) {
        if (isOfOthers(read())) return { isOfOthers: true };
        if (asked === 'yes or no')
          return judgeYesNo(judged(), asksWhetherItHappened(question), fact, isAnswer);
        // Of the two things that a question names, one need not be so.
        return asked === 'open' ? judgePremise(read(), wrongPremise(), granted, fact) : {};
      },
      opposed() {
        if (asked !== 'open' || isOfOthers(read()) || !mayHaveFalsePremise(read())) return undefined;
        return oppositionTo(read(), judged) ?? oppositionToGranted(granted());
      },
    };
  };
}

const INITIALS = /^\p{Lu}{2,}s?$/u;

/**
 * Whether the sentence that asks names, by its initials, an organization that no fact mentions. Where a text is all
 * in capitals, initials cannot be told from other words.
 */
function isOfOthers({ text, strangers }: Reading): boolean {
  const asking = askingSentence(text) ?? text;
  return /\p{Ll}/u.test(asking) && strangers.some((name) => INITIALS.test(name) && asking.includes(name));
}

const contradictedOf = ({ probabilities }: Judged): number => probabilities[CONTRADICTED] ?? 0;

/** The fact that opposes a statement: the given one, or else one that is related to it, or else the likeliest. */
const opposedIn = ({ verdict: { facts } }: Judged, fact: Fact): Fact | undefined =>
  facts.find((one) => one === fact) ?? facts.find((one) => areRelated(one, fact)) ?? facts[0];

/** The fact that the evidence contradicts: the given one, or else one that is related to it. */
function opposedFact(against: readonly Evidence[], fact: Fact): Fact | undefined {
  const opposed = against.flatMap((item) => item.fact ?? []);
  return opposed.find((one) => one === fact) ?? opposed.find((one) => areRelated(one, fact));
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

// Judges what a question takes for granted: a yes/no question as a claim, any other question by its premises.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { stem, tokenize } from '../text/tokens.ts';
import { askedOfOthers, type Others, type OwnMatter } from './asked-of-others.ts';
import type { CheckClaims } from './check-claims.ts';
import { type Correction, createCorrectionOf } from './correction.ts';
import type { JudgeReader } from './judge.ts';
import { createJudgePremises, type QuestionWeights } from './judge-premises.ts';
import { createJudgeYesNo } from './judge-yes-no.ts';
import type { JudgedQuestion } from './judged-question.ts';
import { toJudgingData } from './judging-data.ts';
import { once } from './once.ts';
import { createReadOpenQuestion } from './open-question.ts';
import { askedFor, asksWhetherItHappened, asStatement } from './question-statement.ts';

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

/** Creates the judge of questions. */
export function createJudgeQuestions(
  knowledge: Knowledge,
  reader: JudgeReader,
  claims: CheckClaims,
  weights: QuestionWeights,
): JudgeQuestion {
  const data = toJudgingData(knowledge);
  const correctionOf = createCorrectionOf(data.measures);
  const judgeYesNo = createJudgeYesNo(data, claims, correctionOf);
  const readOpenQuestion = createReadOpenQuestion(reader, claims);
  const judgePremises = createJudgePremises(weights, correctionOf);
  const own = ownMatterOf(knowledge);

  return (question) => {
    const asked = askedFor(question);
    const open = once(() => readOpenQuestion(question));
    const premises = once(() => judgePremises(open()));
    /** A question that is not open is judged as a whole. */
    const whole = once(() => reader.read(asStatement(question)));
    const judged = once(() => claims.judgeReading(whole()));
    const others = once(() => askedOfOthers(asked === 'open' ? open().reading : whole(), own));
    function judgedBy(fact: Fact, isAnswer: boolean): JudgedQuestion {
      if (asked === 'yes or no') return judgeYesNo(judged(), asksWhetherItHappened(question), fact, isAnswer);
      // Of the two things that a question names, one need not be so.
      return asked === 'open' ? premises().by(fact) : {};
    }
    return {
      by(fact, isAnswer = false) {
        const judgement = judgedBy(fact, isAnswer);
        // What a question takes wrongly for granted is set right, whomever it is about.
        const isSettled = judgement.yesNo !== undefined || judgement.correction !== undefined;
        return isSettled || !isOfOthers(others(), fact) ? judgement : { isOfOthers: true };
      },
      opposed: () => (asked === 'open' ? premises().opposed() : undefined),
    };
  };
}

/** Whether a question is about others of whom a fact says nothing. A fact that tells a date sets a wrong year right. */
function isOfOthers({ names, years }: Others, fact: Fact): boolean {
  const tellsDate = fact.values.some(({ kind }) => kind === 'date');
  return [...names, ...(tellsDate ? [] : years)].some((name) => !isNamedBy(fact, name));
}

/** Whether the texts of a fact use a name: then the article has something to say of it. */
const isNamedBy = ({ short, claim, questions }: Fact, name: string): boolean =>
  keyOf([short, claim, ...questions].join(' ')).includes(keyOf(name));

const keyOf = (text: string): string => ` ${tokenize(text).map(stem).join(' ')} `;

const YEAR = /\b\d{4}\b/g;

function ownMatterOf({ article, facts }: Knowledge): OwnMatter {
  const dates = [...facts.values()].flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'date' ? value.date : [])),
  );
  const named = article.periods.flatMap(({ id, names }) => [id, ...names]);
  return {
    parties: new Set(article.parties.map(({ id }) => id)),
    years: new Set([article.date ?? '', ...dates, ...named].flatMap((text) => text.match(YEAR) ?? [])),
  };
}

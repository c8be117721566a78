// Judges what a question takes for granted: a yes/no question as a claim, any other question by its premises.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { askingSentence } from '../text/asking-sentence.ts';
import type { CheckClaims } from './check-claims.ts';
import { type Correction, createCorrectionOf } from './correction.ts';
import type { JudgeReader, Reading } from './judge.ts';
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

  return (question) => {
    const asked = askedFor(question);
    const open = once(() => readOpenQuestion(question));
    const premises = once(() => judgePremises(open()));
    /** A question that is not open is judged as a whole. */
    const whole = once(() => reader.read(asStatement(question)));
    const judged = once(() => claims.judgeReading(whole()));
    const isOfOthers = once(() => namesOthers(asked === 'open' ? open().reading : whole()));
    return {
      by(fact, isAnswer = false) {
        if (isOfOthers()) return { isOfOthers: true };
        if (asked === 'yes or no')
          return judgeYesNo(judged(), asksWhetherItHappened(question), fact, isAnswer);
        // Of the two things that a question names, one need not be so.
        return asked === 'open' ? premises().by(fact) : {};
      },
      opposed: () => (asked === 'open' && !isOfOthers() ? premises().opposed() : undefined),
    };
  };
}

const INITIALS = /^\p{Lu}{2,}s?$/u;

/**
 * Whether the sentence that asks names, by its initials, an organization that no fact mentions. Where a text is all
 * in capitals, initials cannot be told from other words.
 */
function namesOthers({ text, strangers }: Reading): boolean {
  const asking = askingSentence(text) ?? text;
  return /\p{Ll}/u.test(asking) && strangers.some((name) => INITIALS.test(name) && asking.includes(name));
}

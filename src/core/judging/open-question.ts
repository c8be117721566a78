// Reads an open question: the sentence that asks, as a statement, and what the question takes for granted, as claims.
import { askingSentence } from '../text/asking-sentence.ts';
import type { CheckClaims, Judged } from './check-claims.ts';
import { speaksAgainst } from './gather-evidence.ts';
import type { JudgeReader, Reading } from './judge.ts';
import { once } from './once.ts';
import { takenForGranted } from './presuppositions.ts';
import { asksForCause, asStatement } from './question-statement.ts';

export interface OpenQuestion {
  /** The sentence that asks, as a statement. */
  reading: Reading;
  /** The same, judged as a claim. */
  judged: () => Judged;
  /** What the question takes for granted, if it may be wrong. */
  granted: () => readonly Judged[];
  /** Whether it may have a false premise at all. Most questions end here, before anything that takes time. */
  mayHaveFalsePremise: () => boolean;
  /** Whether it asks for the cause of something, and so takes all of that for granted. */
  asksForCause: boolean;
}

/**
 * Minimum logarithm of the odds at which the words of a question may contradict its likeliest fact. Of 109 questions for
 * development between -2 and this, none was answered any differently for having been looked at.
 */
const MAY_BE_FALSE = 0;
/**
 * The same for the words of a statement. Of 673 statements below it in questions for development, none was contradicted
 * with a probability of 90%.
 */
const MAY_BE_WRONG = 0;
/** Minimum probability of a fact at which a statement is about it. Of 432 statements below it, none was, as above. */
const ABOUT = 0.3;

/** Creates the function that reads open questions. What is judged is judged on first use. */
export const createReadOpenQuestion =
  (reader: JudgeReader, claims: CheckClaims) =>
  (question: string): OpenQuestion => {
    const asking = askingSentence(question);
    const reading = reader.read(asStatement(asking ?? question));
    const granted = once(() =>
      takenForGranted(question)
        .map((text) => reader.read(text))
        .filter(mayBeWrong)
        .map((statement) => claims.judgeReading(statement)),
    );
    return {
      reading,
      asksForCause: asksForCause(asking ?? question),
      judged: once(() => claims.judgeReading(reading)),
      granted,
      // What stands before the sentence that asks is only read as granted, and a clause may be wrong within a sentence
      // that looks right.
      mayHaveFalsePremise: once(() => mayContradict(reading, MAY_BE_FALSE) || granted().length > 0),
    };
  };

/** Whether a statement may be contradicted. Most end with the ranking, which is all that is computed by then. */
const mayBeWrong = (statement: Reading): boolean =>
  (statement.likelyFacts[0]?.probability ?? 0) >= ABOUT && mayContradict(statement, MAY_BE_WRONG);

/** Whether a rule speaks against a text, or its words may contradict its likeliest fact. */
const mayContradict = (reading: Reading, least: number): boolean =>
  speaksAgainst(reading.findings) || (reading.hasLearned && reading.contradiction > least);

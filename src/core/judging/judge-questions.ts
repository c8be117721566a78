// Judges what a question takes for granted: yes/no questions as claims, others by what they presuppose.
import type { Correction } from '../answer.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Quantity } from '../text/quantity.ts';
import type { CheckClaims } from './check-claims.ts';
import { compareIntervals } from './compare-quantity.ts';
import type { JudgeReader, Reading } from './judge.ts';
import { toJudgingData } from './judging-data.ts';
import { type Weighing, weighTogether } from './weigh.ts';

/** What questions are weighed with; fitted on labelled questions. */
export interface QuestionWeights {
  /** Two classes: takes nothing wrong for granted, takes something wrong for granted. */
  ensemble: readonly Weighing[];
  /** From this probability on a question is corrected. */
  falsePremise: number;
}

export interface JudgedQuestion {
  /** For a yes/no question that the judge is sure of. */
  yesNo?: 'yes' | 'no';
  /** The fact that opposes what the question takes for granted. */
  correction?: Correction;
}

/** A yes/no question begins with a form of "be", "do", "have" or a modal. */
const ASKS_YES_NO =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|can't|couldn't|won't|wouldn't|shouldn't)\b/i;
const ASKS_FOR_AGREEMENT =
  /,? (?:right|correct|yes|no|true|isn't it|is that right|is that true|huh|eh|yeah)\s*\?+\s*$/i;
const OPENERS = /^(?:(?:so|wait|hold on|and|but|ok|okay|hey|um|uh|well)[, ]+)+/i;
const IS_IT_SO = /^(?:is|isn't|was) it (?:true|right|correct|so|the case|a fact) (?:that )?/i;
const NEGATED_AUXILIARY = /^(is|are|was|were|do|does|did|has|have|had|could|would|should)n't\b/i;
const ASKS_OPEN = /^(?:what|who|whom|whose|when|where|why|how|which)\b/i;

/** Whether a question can be answered with yes or no. */
export function asksYesNo(question: string): boolean {
  const text = question.trim().replace(OPENERS, '');
  if (ASKS_YES_NO.test(text)) return true;
  return (
    !ASKS_OPEN.test(text) && text.endsWith('?') && !/\b(?:what|who|when|where|why|how|which)\b/i.test(text)
  );
}

/** A question as the statement that it asks about: "didn't 90% vote yes?" asks about "did 90% vote yes". */
export const asStatement = (question: string): string =>
  question
    .trim()
    .replace(ASKS_FOR_AGREEMENT, '')
    .replace(/\?+/g, '.')
    .replace(OPENERS, '')
    .replace(IS_IT_SO, '')
    .replace(NEGATED_AUXILIARY, '$1');

/** Makes what judges questions. */
export function createJudgeQuestions(
  knowledge: Knowledge,
  reader: JudgeReader,
  { judge }: CheckClaims,
  weights: QuestionWeights,
): (question: string, fact: Fact) => JudgedQuestion {
  const { measures } = toJudgingData(knowledge);
  /** The figure of a question that a fact contradicts, and the fact where that figure belongs. */
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

  const opposing = ({ findings }: Reading, fact: Fact): Fact | undefined => {
    const facts = findings.flatMap(({ evidence }) =>
      evidence.flatMap((item) => (item.fact && item.sign < 0 ? [item.fact] : [])),
    );
    return facts.includes(fact) ? fact : (facts[0] ?? undefined);
  };

  return (question, fact) => {
    const statement = asStatement(question);
    const isYesNo = asksYesNo(question);
    if (isYesNo) {
      const { verdict, reading } = judge(statement);
      const own = verdict.facts.includes(fact);
      if (verdict.verdict === 'supported' && own) return { yesNo: 'yes' };
      if (verdict.verdict === 'contradicted') {
        const opposed = opposing(reading, fact) ?? (own ? fact : undefined);
        if (opposed) {
          const figure = wrongFigure(reading, opposed);
          return { yesNo: 'no', correction: { fact: opposed, ...(figure ? { figure } : {}) } };
        }
      }
      return {};
    }
    const reading = reader.read(statement);
    const probability = weighTogether(reading.features, weights.ensemble)[1] ?? 0;
    if (probability < weights.falsePremise) return {};
    const opposed = opposing(reading, fact) ?? fact;
    const figure = wrongFigure(reading, opposed);
    return { correction: { fact: opposed, ...(figure ? { figure } : {}) } };
  };
}

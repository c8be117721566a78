// Scores the desk on labelled questions and claims, by the text that a member reads.
import { answerText, overallVerdict, verdictText } from '../bot/index.ts';
import type { Desk } from '../core/desk.ts';
import { type LabelledClaim, type LabelledQuestion, meets } from './labelled.ts';

export interface Tally {
  right: number;
  of: number;
}

export interface Miss {
  measure: string;
  id: string;
  text: string;
  /** What the desk answered, and from which fact or gap. */
  reason: string;
  /** 0 for a needless refusal, 1 for a confident wrong answer. */
  severity: 0 | 1;
}

export interface Score {
  /** By measure. Those of one style are indented below the measure that they belong to. */
  tallies: ReadonlyMap<string, Tally>;
  misses: readonly Miss[];
}

/** Counts right results by measure and style. */
class Scorecard {
  readonly tallies = new Map<string, Tally>();
  readonly misses: Miss[] = [];

  count(measure: string, style: string | undefined, miss: Omit<Miss, 'measure'> | undefined): void {
    for (const name of style ? [measure, `  ${measure}, ${style}`] : [measure]) {
      const tally = this.tallies.get(name) ?? { right: 0, of: 0 };
      this.tallies.set(name, { right: tally.right + (miss ? 0 : 1), of: tally.of + 1 });
    }
    if (miss) this.misses.push({ measure, ...miss });
  }
}

/** Asks every question and counts the results. */
export function scoreQuestions(desk: Desk, questions: readonly LabelledQuestion[]): Score {
  const card = new Scorecard();
  for (const { id, q, kind, style, gold, word } of questions) {
    const answer = desk.ask(q);
    const about =
      answer.outcome === 'found' ? answer.fact.id : answer.outcome === 'unknown' ? answer.gap?.id : undefined;
    const found = answer.outcome === 'found';
    const isCorrected = found && answer.correction !== undefined;
    const said = found ? answer.yesNo : undefined;
    const right = found && meets(answerText(answer, desk.knowledge), gold);
    const miss = (ok: boolean, severity: Miss['severity'] = found ? 1 : 0) =>
      ok ? undefined : { id, text: q, reason: `${answer.outcome} ${about ?? ''}`.trim(), severity };
    if (kind === 'unanswerable') card.count('unanswerable, refused', style, miss(!found));
    else if (kind === 'false-premise') {
      card.count('false premise, set right', style, miss(right));
      if (right)
        card.count(
          'false premise set right, correction first',
          undefined,
          miss(isCorrected || said === 'no', 0),
        );
    } else {
      card.count('answerable, answered rightly', style, miss(right));
      card.count('not answered wrongly', undefined, miss(right || !found));
      // A "no" corrects nobody: the question only asked whether it is so.
      if (found && word !== 'no')
        card.count('answerable and answered, nothing corrected', undefined, miss(!isCorrected));
      if (found && word) card.count('yes/no, begun with the right word', undefined, miss(said === word, 0));
      if (word && said) card.count('yes/no, word said rightly', undefined, miss(said === word));
    }
  }
  return card;
}

/** Checks every claim and counts the results. A verdict counts together with the fact that it names. */
export function scoreClaims(desk: Desk, claims: readonly LabelledClaim[]): Score {
  const card = new Scorecard();
  for (const { id, claim, verdict, gold } of claims) {
    const verdicts = desk.check(claim);
    const said = overallVerdict(verdicts);
    const text = verdictText(verdicts, desk.knowledge);
    const miss = (ok: boolean) => {
      const about = verdicts.flatMap(({ facts }) => facts.map((fact) => fact.id)).join(' ');
      const severity = said === 'not_in_source' ? (0 as const) : (1 as const);
      return ok ? undefined : { id, text: claim, reason: `${said} ${about}, not ${verdict}`, severity };
    };
    card.count('claims, verdict and fact right', verdict, miss(said === verdict && meets(text, gold)));
    if (said === 'contradicted') card.count('contradicted, said rightly', undefined, miss(verdict === said));
    if (said === 'supported') card.count('supported, said rightly', undefined, miss(verdict === said));
    if (verdict === 'contradicted')
      card.count('wrong claims not called supported', undefined, miss(said !== 'supported'));
  }
  return card;
}

// The reference desk: takes members' questions and answers them from the knowledge.
import type { Answer, Candidate, Correction, Found, Reasons, Suggestion } from './answer.ts';
import { createCheck } from './judging/check-claims.ts';
import { createSignals } from './judging/claim-features.ts';
import { findWrongFigure } from './judging/compare-figures.ts';
import { createFalsePremise } from './judging/false-premise.ts';
import type { Verdict } from './judging/verdict.ts';
import { factOf, type Knowledge } from './knowledge/parse.ts';
import type { Fact, Gap } from './knowledge/schema.ts';
import type { Model } from './model.ts';
import { confidenceOf, type Decision, MAX_CANDIDATES, signsOf } from './ranking/decision.ts';
import { createPeriods } from './ranking/periods.ts';
import type { Ranked } from './ranking/ranked.ts';
import { createRanker } from './ranking/ranker.ts';
import { createSuggest } from './ranking/suggest.ts';
import { createWordOverlap } from './ranking/word-overlap.ts';
import { tokenize, wordingKey } from './text/tokens.ts';

export interface Desk {
  readonly knowledge: Knowledge;
  /** Answers a question of any length; never throws. */
  ask(question: string): Answer;
  /** One fact by its id, as a found answer; with a question, any wrong premise in it is set right. Undefined for an unknown id. */
  show(factId: string, question?: string): Found | undefined;
  /** Known questions for what is typed so far, best first; for nothing typed, one of each topic. */
  suggest(typed: string, limit: number): Suggestion[];
  /** A verdict on each claim of a message, in order, at most `MAX_CLAIMS`; never throws. */
  check(text: string): Verdict[];
}

const MIN_CANDIDATES = 3;
const NEAREST = 3;

/** A ranker that is only trained to measure it answers nothing. */
const UNTRAINED: Decision = { weights: [[], []], found: 1, unsure: 1, rival: 1, newcomer: 1 };

/**
 * Opens the desk.
 *
 * @param model the ranker that was trained on this knowledge; a fact or gap that it doesn't know yet is found by its
 *   own questions alone
 */
export function createDesk(knowledge: Knowledge, model: Model): Desk {
  const { facts, gaps } = knowledge;
  const ranker = createRanker(model, knowledge.words);
  const periods = createPeriods(knowledge);
  const decision = model.decision ?? UNTRAINED;
  const rank = (text: string) => periods.aim(text, ranker.rank(text), decision.rival);
  const read = createSignals(knowledge);
  const near = createWordOverlap(facts);
  const hasFalsePremise =
    model.falsePremise && model.falsePremiseWeights
      ? createFalsePremise(read, model.falsePremiseWeights, model.falsePremise)
      : () => false;
  const known = new Map<string, Fact | Gap>();
  for (const record of [...facts.values(), ...gaps.values()])
    for (const question of record.questions) known.set(wordingKey(question), record);

  const reasonsOf = (question: string, fact?: Fact): Reasons => ({
    matched: fact ? inOrder(near.matched(question, fact), question) : [],
  });

  function correct(question: string, fact: Fact): Correction | undefined {
    const figure = findWrongFigure(question, fact, knowledge);
    if (figure) return { figure };
    const canJudge = ranker.knows(fact.id) && !known.has(wordingKey(question));
    return canJudge && hasFalsePremise(question, fact) ? {} : undefined;
  }

  function found(fact: Fact, question: string): Found {
    const correction = correct(question, fact);
    return {
      outcome: 'found',
      fact,
      items: (fact.items ?? []).map((id) => factOf(knowledge, id)),
      related: fact.related.map((id) => factOf(knowledge, id)),
      ...(correction ? { correction } : {}),
      reasons: reasonsOf(question, fact),
    };
  }

  /** Whether something was taken out of the knowledge since the training. */
  const hasLost = model.classes.some((id) => !facts.has(id) && !gaps.has(id));

  function likeliest(ranked: readonly Ranked[]): Fact[] {
    const likely: Fact[] = [];
    for (const { id } of ranked) {
      const fact = facts.get(id);
      if (fact) likely.push(fact);
      if (likely.length === MAX_CANDIDATES) break;
    }
    return likely;
  }

  /** Facts that came after training are offered, not answered: how sure that would be was never measured. */
  const newcomers = new Set([...facts.values()].filter(({ id }) => !ranker.knows(id)));
  const newcomersFor = (question: string): Fact[] =>
    newcomers.size === 0
      ? []
      : near
          .factsFor(question)
          .flatMap(({ fact, share }) => (newcomers.has(fact) && share >= decision.newcomer ? [fact] : []));

  function unknown(question: string, gap: Gap | undefined, likely: readonly Fact[]): Answer {
    const nearest = gap ? gap.nearest.map((id) => factOf(knowledge, id)) : likely.slice(0, NEAREST);
    return { outcome: 'unknown', ...(gap ? { gap } : {}), nearest, reasons: reasonsOf(question) };
  }

  return {
    knowledge,
    suggest: createSuggest(knowledge),
    check: createCheck(knowledge, model, rank, read),
    show(factId, question = '') {
      const fact = facts.get(factId);
      return fact && found(fact, question);
    },
    ask(question) {
      const same = known.get(wordingKey(question));
      if (same) return 'short' in same ? found(same, question) : unknown(question, same, []);
      if (tokenize(question).length === 0) return unknown(question, undefined, []);

      const all = rank(question);
      const ranked = hasLost ? all.filter(({ id }) => facts.has(id) || gaps.has(id)) : all;
      const likely = likeliest(ranked);
      const [best] = likely;
      const added = newcomersFor(question);
      const top = gaps.get(ranked[0]?.id ?? '');
      const confidence = confidenceOf(
        signsOf(ranked, (id) => facts.has(id)),
        decision,
      );
      if (best && confidence >= decision.found) return found(best, question);
      if (added.length === 0 && (top || confidence < decision.unsure)) return unknown(question, top, likely);
      const candidates: Candidate[] = [...added, ...likely]
        .slice(0, MAX_CANDIDATES)
        .map((fact) => ({ fact, question: fact.questions[0] ?? fact.short }));
      if (candidates.length < MIN_CANDIDATES) return unknown(question, undefined, likely);
      return { outcome: 'unsure', candidates, reasons: reasonsOf(question, best) };
    },
  };
}

const inOrder = (words: readonly string[], question: string): string[] => {
  const tokens = tokenize(question);
  return [...words].sort((a, b) => tokens.indexOf(a) - tokens.indexOf(b));
};

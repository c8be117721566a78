// The reference desk: takes members' questions and answers them from the knowledge.
import type { Answer, Candidate, Found, Reasons, Suggestion } from './answer.ts';
import { createCheckClaims } from './judging/check-claims.ts';
import { explainReading } from './judging/explain.ts';
import { createJudgeReader, type JudgeReader } from './judging/judge.ts';
import { createJudgeQuestions } from './judging/judge-questions.ts';
import { JUDGE_WEIGHTS, type JudgeWeights } from './judging/judge-weights.ts';
import type { Verdict } from './judging/verdict.ts';
import { factOf, type Knowledge } from './knowledge/parse.ts';
import type { Fact, Gap } from './knowledge/schema.ts';
import type { Model } from './model.ts';
import { confidenceOf, MAX_CANDIDATES } from './ranking/decision.ts';
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
  /** The verdict on a text as one claim. */
  judge(text: string): Verdict;
  /** How a text is judged, in lines: its assertions, what was read, which facts were compared and which rule decided. */
  explain(text: string): string[];
  /** What claims are read with, for fitting what weighs them. */
  readonly reader: JudgeReader;
}

const MIN_CANDIDATES = 3;
const NEAREST = 3;

/**
 * Opens the desk.
 *
 * @param model trained on this knowledge; a fact or gap that it does not know yet is found by its own questions alone
 * @param weights what claims and questions are weighed with; fitted on labelled ones, the same for every knowledge
 */
export function createDesk(knowledge: Knowledge, model: Model, weights: JudgeWeights = JUDGE_WEIGHTS): Desk {
  const { facts, gaps } = knowledge;
  const ranker = createRanker(model, knowledge.words);
  const periods = createPeriods(knowledge);
  const { decision } = model;
  const rank = (text: string) => periods.preferNamedPeriod(text, ranker.rank(text));
  const reader = createJudgeReader(knowledge, (text) => ranker.rank(text), model);
  const claims = createCheckClaims(knowledge, reader, weights.claims);
  const judgeQuestion = createJudgeQuestions(knowledge, reader, claims, weights.questions);
  const wordOverlap = createWordOverlap(facts);
  const known = new Map<string, Fact | Gap>();
  for (const record of [...facts.values(), ...gaps.values()])
    for (const question of record.questions) known.set(wordingKey(question), record);

  const reasonsOf = (question: string, fact?: Fact): Reasons => ({
    matched: fact ? inOrder(wordOverlap.matched(question, fact), question) : [],
  });

  function found(fact: Fact, question: string): Found {
    // A known question takes nothing wrong for granted.
    const isKnown = known.has(wordingKey(question));
    return {
      outcome: 'found',
      fact,
      items: (fact.items ?? []).map((id) => factOf(knowledge, id)),
      related: fact.related.map((id) => factOf(knowledge, id)),
      ...(isKnown ? {} : judgeQuestion(question, fact)),
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

  /** Facts that the ranker does not know are offered, not answered: how sure they would be was never measured. */
  const untrained = new Set([...facts.values()].filter(({ id }) => !ranker.knows(id)));
  const untrainedFor = (question: string): Fact[] =>
    untrained.size === 0
      ? []
      : wordOverlap
          .factsFor(question)
          .flatMap(({ fact, share }) =>
            untrained.has(fact) && share >= decision.untrainedFact ? [fact] : [],
          );

  function unknown(question: string, gap: Gap | undefined, likely: readonly Fact[]): Answer {
    const nearest = gap ? gap.nearest.map((id) => factOf(knowledge, id)) : likely.slice(0, NEAREST);
    return { outcome: 'unknown', ...(gap ? { gap } : {}), nearest, reasons: reasonsOf(question) };
  }

  return {
    knowledge,
    suggest: createSuggest(knowledge),
    reader,
    check: claims.check,
    judge: (text) => claims.judge(text).verdict,
    explain: (text) => explainReading(reader.read(text), claims.judge(text).verdict),
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
      const added = untrainedFor(question);
      const top = gaps.get(ranked[0]?.id ?? '');
      const confidence = confidenceOf(ranked, (id) => facts.has(id));
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

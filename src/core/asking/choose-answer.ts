// Chooses the answer to a question of one part: a fact, several to choose from, or none.
import type { JudgeQuestion } from '../judging/judge-questions.ts';
import type { JudgedQuestion } from '../judging/judged-question.ts';
import { unframe } from '../judging/question-frames.ts';
import { compares } from '../knowledge/compares.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import { areRelated } from '../knowledge/related.ts';
import type { Fact, Gap } from '../knowledge/schema.ts';
import { confidenceOfMatches, type Match } from '../matching/match.ts';
import { confidenceOf, MAX_CANDIDATES } from '../ranking/decision.ts';
import { probabilityOf, type Ranked } from '../ranking/ranked.ts';
import type { RankerModel } from '../ranking/ranker-model.ts';
import type { WordOverlap } from '../ranking/word-overlap.ts';
import { comparesThings, weighsTwo } from '../text/comparisons.ts';
import type { AskingModel } from './asking-model.ts';
import { isFollowUp } from './follow-up.ts';
import { keywordOf, thingAskedFor } from './keyword.ts';
import { createKindVeto } from './kind-veto.ts';
import { kindOfQuestion, type QuestionKind } from './question-kind.ts';
import { givesReason, reasonFactOf } from './reason-fact.ts';

export type Chosen =
  /** `also` is a second fact, for a question that asks why or compares two things. */
  | { outcome: 'found'; fact: Fact; judged: JudgedQuestion; also?: Fact }
  | { outcome: 'unsure'; facts: readonly Fact[] }
  /** `isReason` if the article lacks a reason: the question asks why. */
  | { outcome: 'unknown'; gap?: Gap; isReason?: boolean; nearest: readonly Fact[] };

interface Likely {
  fact: Fact;
  probability: number;
}

interface Means {
  /** The probability of each fact and gap that the question is about it. */
  rank(question: string): readonly Ranked[];
  /** Judges yes/no questions and false premises. */
  judgeQuestion: JudgeQuestion;
  wordOverlap: WordOverlap;
  /**
   * The probability of the likeliest facts that they answer the question. If given, it decides instead of the
   * ranking.
   */
  match?: ((question: string, ranked: readonly Ranked[]) => Match[]) | undefined;
}

const MIN_CANDIDATES = 3;
const NEAREST = 3;

/**
 * Minimum probability at which a gap is named. Of the gaps below it, a third are not what was meant
 * (docs/quality.md).
 */
const NAMED_GAP = 0.45;

/** Minimum probability at which a fact is near. */
const NEAR = 0.02;

/**
 * Minimum probability of a fact at which its correction of a false premise, or its yes or no, is the answer even
 * where a gap is likelier: a fact that contradicts or supports the question is what it is about.
 */
const SETTLED = 0.1;

/** Minimum probability of all gaps together at which a question that may have a false premise is still about one. */
const CLEARLY_OPEN = 0.5;

/** Share of a name that the texts of a fact must contain, allowing for typing errors. */
const HOLDS_ALL = 0.9;
/** The same for the likeliest fact, since the ranking speaks for it as well. */
const HOLDS_MOST = 0.75;
/** Minimum probability at which a related fact is the other side of a comparison. */
const OTHER_SIDE = 0.05;

/** How many times likelier than the next fact the likeliest must be to be the thing that a short question names. */
const CLEARLY_FIRST = 3;
const isClearlyFirst = ([first, second]: readonly Likely[]): boolean =>
  (first?.probability ?? 0) >= CLEARLY_FIRST * (second?.probability ?? 0);

const otherSideOf = (fact: Fact, likely: readonly Likely[]): Fact | undefined =>
  likely.find((one) => one.probability >= OTHER_SIDE && areRelated(one.fact, fact))?.fact;

/** Creates the function that chooses the answer to a question. */
export function createChooseAnswer(
  { facts, gaps }: Knowledge,
  { classes, questionKinds, decision }: Pick<RankerModel, 'classes'> & AskingModel,
  { rank, judgeQuestion, wordOverlap, match }: Means,
): (question: string) => Chosen {
  const veto = createKindVeto(classes, questionKinds);

  const isAskedWhy = ({ id }: Fact): boolean => veto.isAsked(id, 'why');

  /**
   * Facts that the ranker does not know are offered instead of given as the answer, since how sure they are was never
   * measured.
   */
  const trained = new Set(classes);
  const untrained = [...facts.keys()].some((id) => !trained.has(id));
  const untrainedFor = (question: string): Fact[] =>
    untrained
      ? wordOverlap
          .factsFor(question)
          .flatMap(({ fact, share }) =>
            !trained.has(fact.id) && share >= decision.untrainedFact ? [fact] : [],
          )
      : [];

  /**
   * The fact that a bare name is about: the likeliest of those that contain it. A name asks for nothing that the
   * article lacks.
   */
  function factNamedBy(words: string, ranked: readonly Ranked[]): Fact | undefined {
    const [top] = ranked;
    const isOffTopic = gaps.get(top?.id ?? '')?.nearest.length === 0 && (top?.probability ?? 0) >= NAMED_GAP;
    if (isOffTopic) return undefined;
    const holding = wordOverlap
      .factsFor(words)
      .flatMap(({ fact, share }) => (share >= (fact.id === top?.id ? HOLDS_MOST : HOLDS_ALL) ? fact : []));
    const places = new Map(ranked.map(({ id }, place) => [id, place]));
    const placeOf = ({ id }: Fact) => places.get(id) ?? ranked.length;
    const isDerived = ({ status }: Fact) => Number(status === 'derived');
    return holding.sort((a, b) => isDerived(a) - isDerived(b) || placeOf(a) - placeOf(b))[0];
  }

  /** The ranking in view of the kind of thing that is asked for. A false premise exempts the fact that corrects it. */
  function rankByKind(
    question: string,
    kind: QuestionKind | undefined,
    isCorrectedBy: (fact: Fact) => boolean,
  ) {
    const ranked = rank(question);
    const meant = facts.get(ranked.find(({ id }) => facts.has(id))?.id ?? '');
    if (!kind || !meant || veto.isAsked(meant.id, kind) || isCorrectedBy(meant)) return ranked;
    return veto.apply(ranked, kind);
  }

  const isClearlyOpen = (ranked: readonly Ranked[]): boolean =>
    ranked.reduce((sum, { id, probability }) => (gaps.has(id) ? sum + probability : sum), 0) >= CLEARLY_OPEN;

  /** The facts of a ranking, with the matching facts first. */
  function likeliest(ranked: readonly Ranked[], matches: readonly Match[] = []): Likely[] {
    const likely = matches.map(({ fact }) => ({ fact, probability: probabilityOf(fact.id, ranked) }));
    const matched = new Set(matches.map(({ fact }) => fact));
    for (const { id, probability } of ranked) {
      const fact = facts.get(id);
      if (fact && !matched.has(fact)) likely.push({ fact, probability });
    }
    return likely;
  }

  return (asked) => {
    const judge = judgeQuestion(asked);
    // In a follow-up, the introduction belongs to the question: "and in 2007?"
    const question = isFollowUp(asked) ? asked : unframe(asked).text;
    const kind = kindOfQuestion(question);
    const ranked = rankByKind(question, kind, (fact) => judge.by(fact).correction !== undefined);
    const matches = match?.(question, ranked);
    const confidence = matches ? confidenceOfMatches(matches) : confidenceOf(ranked, facts);
    const likely = likeliest(ranked, matches);
    const isSettledBy = (fact: Fact): boolean => {
      const { yesNo, correction } = judge.by(fact);
      return yesNo !== undefined || correction !== undefined;
    };
    const fact =
      confidence >= decision.found
        ? likely[0]?.fact
        : likely.find((one) => one.probability >= SETTLED && isSettledBy(one.fact))?.fact;
    let isReason = false;
    let isRefusedAnyway = false;
    if (fact) {
      const judged = judge.by(fact, confidence >= decision.found);
      const lacksReason = kind === 'why' && !judged.correction && !isAskedWhy(fact);
      const reason = lacksReason ? reasonFactOf(fact, isAskedWhy, ranked, facts) : undefined;
      // With few wordings, one cannot know what a fact is asked for, nor which names belong to it.
      isReason = lacksReason && !match && !reason && !judged.isDoubtful && !givesReason(fact);
      isRefusedAnyway = isReason || (judged.isOfOthers === true && !match);
      const isTwofold = comparesThings(question) || weighsTwo(question);
      const also = reason ?? (isTwofold ? otherSideOf(fact, likely) : undefined);
      // A question that compares two things is not answered by a fact about one of them.
      const isHalf = weighsTwo(question) && !compares(fact) && !also;
      if (!isRefusedAnyway && !isHalf) return { outcome: 'found', fact, judged, ...(also ? { also } : {}) };
    }

    const keyword = keywordOf(question);
    const named = keyword === undefined ? undefined : factNamedBy(keyword, ranked);
    if (named) return { outcome: 'found', fact: named, judged: {} };

    const correction = judge.opposed();
    if (correction) return { outcome: 'found', fact: correction.fact, judged: { correction } };

    // A question that may well have a false premise is about a fact, even if it looks somewhat like a gap.
    const [top] = likely;
    if (top && judge.by(top.fact).isDoubtful && !isClearlyOpen(ranked))
      return { outcome: 'found', fact: top.fact, judged: {} };

    const added = untrainedFor(question);
    const gap = gaps.get(ranked[0]?.id ?? '');
    const isNamed = gap !== undefined && (ranked[0]?.probability ?? 0) >= NAMED_GAP;
    // A match has already been weighed against the gaps.
    const isGapMeant = match ? isNamed : gap !== undefined;
    const isRefused = isFollowUp(question) ? isNamed : isGapMeant || confidence < decision.unsure;
    const offered = [...added, ...likely.map(({ fact }) => fact)].slice(0, MAX_CANDIDATES);
    if (!isRefusedAnyway && (added.length > 0 || !isRefused) && offered.length >= MIN_CANDIDATES) {
      const thing = added.length > 0 ? undefined : thingAskedFor(question);
      const meant = thing === undefined ? undefined : factNamedBy(thing, ranked);
      if (meant && meant === top?.fact && isClearlyFirst(likely))
        return { outcome: 'found', fact: meant, judged: {} };
      return { outcome: 'unsure', facts: offered };
    }
    if (isNamed)
      return { outcome: 'unknown', gap, nearest: gap.nearest.flatMap((id) => facts.get(id) ?? []) };
    const near = likely.filter(({ probability }) => probability >= NEAR).map(({ fact }) => fact);
    return {
      outcome: 'unknown',
      ...(kind === 'why' ? { isReason: true } : {}),
      nearest: near.slice(0, NEAREST),
    };
  };
}

// The reference desk: answers members' questions and checks their claims, from the knowledge alone.
import type { Answer, Found, Unknown } from './asking/answer.ts';
import { createChooseAnswer } from './asking/choose-answer.ts';
import { type AnsweredPart, joinAnswers } from './asking/join-answers.ts';
import { createQuestionParts, MAX_PARTS, type QuestionPart } from './asking/question-parts.ts';
import { settleParts } from './asking/settle-parts.ts';
import { createCheckClaims } from './judging/check-claims.ts';
import { explainReading } from './judging/explain.ts';
import { createJudgeReader, type JudgeReader } from './judging/judge.ts';
import { createJudgeQuestions } from './judging/judge-questions.ts';
import type { JudgeWeights } from './judging/judge-weights.ts';
import type { JudgedQuestion } from './judging/judged-question.ts';
import type { Verdict } from './judging/verdict.ts';
import { factOf, type Knowledge } from './knowledge/parse.ts';
import type { Fact, Gap } from './knowledge/schema.ts';
import { createMatch } from './matching/match.ts';
import type { Model } from './model.ts';
import { createPeriods } from './ranking/periods.ts';
import { firstOf } from './ranking/ranked.ts';
import { createRanker } from './ranking/ranker.ts';
import { createSuggest, type Suggestion } from './ranking/suggest.ts';
import { createWordOverlap } from './ranking/word-overlap.ts';
import { MAX_READ } from './text/beginning.ts';
import { rememberLast } from './text/remember-last.ts';
import { tokenize, wordingKey } from './text/tokens.ts';

/** A question of the knowledge itself has no false premise. */
const NOTHING_WRONG: JudgedQuestion = {};

export interface Desk {
  readonly knowledge: Knowledge;
  /** Answers a question of any length; never throws. */
  ask(question: string): Answer;
  /** The questions that a text asks, each of which can stand alone. A text that asks one thing is returned unchanged. */
  partsOf(question: string): string[];
  /**
   * Finds a fact by its id, as an answer. Given a question, corrects any false premise in it.
   *
   * @returns undefined for an unknown id
   */
  show(factId: string, question?: string): Found | undefined;
  /**
   * Suggests known questions for what has been typed so far, best first; with nothing typed, one question of each
   * topic.
   */
  suggest(typed: string, limit: number): Suggestion[];
  /** Gives a verdict on each claim of a message, in order; at most `MAX_CLAIMS` claims are checked. Never throws. */
  check(text: string): Verdict[];
  /** The same claim by claim. Between two claims a caller can let other work have its turn. */
  checkInPieces(text: string): Generator<void, Verdict[]>;
  /** Gives the verdict on a whole text as one claim. */
  judge(text: string): Verdict;
  /**
   * Explains how a text is judged, in lines: its assertions, what was read in them, and which rule compared them with
   * which fact.
   */
  explain(text: string): string[];
  /** Reads claims. For fitting the weights of the judge. */
  readonly reader: JudgeReader;
}

/**
 * Opens the desk.
 *
 * @param model trained on this knowledge; a fact or gap that it does not know yet is found only by its own questions
 * @param weights the weights of the judge, fitted on labelled claims and questions; they serve every folder
 */
export const createDesk = (...of: Parameters<typeof createDeskInPieces>): Desk =>
  inOneGo(createDeskInPieces(...of));

/** Opens the desk piece by piece. Between two pieces a caller can let another desk answer. */
export function* createDeskInPieces(
  knowledge: Knowledge,
  model: Model,
  weights: JudgeWeights,
): Generator<void, Desk> {
  const { facts, gaps } = knowledge;
  const ranker = createRanker(model, knowledge.words);
  yield;
  const periods = createPeriods(knowledge);
  /** A reply asks for the parts of a question, for the answer to each, and then for the whole. */
  const splitQuestion = rememberLast(
    1 + MAX_PARTS,
    createQuestionParts(
      periods,
      knowledge.article.parties.flatMap(({ names }) => names),
    ),
  );
  /** Whether a record was removed from the knowledge since the training. */
  const hasLost = model.classes.some((id) => !facts.has(id) && !gaps.has(id));
  const rank = (text: string) => {
    const ranked = ranker.rank(text);
    const present = hasLost ? ranked.filter(({ id }) => facts.has(id) || gaps.has(id)) : ranked;
    return periods.preferNamedPeriod(text, present);
  };
  const reader = createJudgeReader(knowledge, (text) => ranker.rank(text), model);
  yield;
  const claims = createCheckClaims(knowledge, reader, weights.claims);
  const judgeQuestion = createJudgeQuestions(knowledge, reader, claims, weights.questions);
  yield;
  const wordOverlap = createWordOverlap(facts);
  const suggest = createSuggest(knowledge);
  yield;
  const known = new Map<string, Fact | Gap>();
  for (const record of [...facts.values(), ...gaps.values()])
    for (const question of record.questions) known.set(wordingKey(question), record);

  function found(fact: Fact, { yesNo, correction }: JudgedQuestion, also?: Fact): Found {
    return {
      outcome: 'found',
      fact,
      items: (fact.items ?? []).map((id) => factOf(knowledge, id)),
      also: also ? [also] : [],
      related: fact.related.filter((id) => id !== also?.id).map((id) => factOf(knowledge, id)),
      ...(yesNo ? { yesNo } : {}),
      ...(correction ? { correction } : {}),
    };
  }

  const match = model.decision.byMatch ? createMatch(knowledge) : undefined;
  const chooseAnswer = createChooseAnswer(knowledge, model, { rank, judgeQuestion, wordOverlap, match });

  const refusal = (
    nearest: readonly Fact[],
    { gap, isReason }: Pick<Unknown, 'gap' | 'isReason'> = {},
  ): Unknown => ({
    outcome: 'unknown',
    ...(gap ? { gap } : {}),
    ...(isReason ? { isReason } : {}),
    nearest,
  });

  /** Answers a question of one part. A reply in parts asks for each of them, and then for the whole question. */
  const answer = rememberLast(MAX_PARTS, answerOnce);

  function answerOnce(question: string): Answer {
    const same = known.get(wordingKey(question));
    if (same)
      return 'short' in same
        ? found(same, NOTHING_WRONG)
        : refusal(
            same.nearest.map((id) => factOf(knowledge, id)),
            { gap: same },
          );
    if (tokenize(question).length === 0) return refusal([]);
    const choice = chooseAnswer(question);
    switch (choice.outcome) {
      case 'found':
        return found(choice.fact, choice.judged, choice.also);
      case 'unsure':
        return {
          outcome: 'unsure',
          candidates: choice.facts.map((fact) => ({ fact, question: fact.questions[0] ?? fact.short })),
        };
      case 'unknown':
        return refusal(choice.nearest, choice);
    }
  }

  function answerParts(parts: readonly QuestionPart[], question: string): readonly AnsweredPart[] {
    const answered = parts.map((part) => ({ part, answer: answer(part.text) }));
    return settleParts(
      answered,
      () => firstOf(MAX_PARTS, ranker.rank(question), (id) => facts.has(id)),
      (fact, { text }) => found(fact, judgeQuestion(text).by(fact)),
    );
  }

  const partsOf = (question: string) =>
    known.has(wordingKey(question)) ? [question] : splitQuestion(question).map(({ text }) => text);

  return {
    knowledge,
    partsOf,
    suggest,
    reader,
    check: (text) => inOneGo(claims.checkInPieces(text)),
    checkInPieces: claims.checkInPieces,
    judge: claims.verdictOn,
    explain: (text) => explainReading(reader.read(text), claims.verdictOn(text)),
    show(factId, question = '') {
      const fact = facts.get(factId);
      if (!fact) return undefined;
      const isKnown = known.has(wordingKey(question));
      return found(fact, isKnown ? NOTHING_WRONG : judgeQuestion(question).by(fact, true));
    },
    ask(question) {
      const parts = known.has(wordingKey(question)) ? [] : splitQuestion(question);
      const first = parts.slice(0, MAX_PARTS);
      const isBrief = textOf(first).length <= MAX_READ;
      const joined =
        parts.length > 1 && isBrief
          ? joinAnswers(answerParts(first, question), () => answer(question))
          : undefined;
      if (!joined) return answer(question);
      const leftOver = textOf(parts.slice(MAX_PARTS));
      return leftOver ? { ...joined, leftOver } : joined;
    },
  };
}

const textOf = (parts: readonly QuestionPart[]): string => parts.map(({ text }) => text).join(' ');

function inOneGo<T>(pieces: Generator<void, T>): T {
  let piece = pieces.next();
  while (!piece.done) piece = pieces.next();
  return piece.value;
}

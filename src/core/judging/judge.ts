// Reads a claim for judging: finds what it asserts, compares that with the facts, and turns the result into numbers.

import { referenceDate } from '../knowledge/article-day.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { firstOf, type Ranked } from '../ranking/ranked.ts';
import { beginningOf } from '../text/beginning.ts';
import { parseSentences, type Token } from '../text/parse-sentences.ts';
import { isWholeDay } from '../text/read-dates.ts';
import { readFigures } from '../text/read-figures.ts';
import { stem, tokenize, wordingKey } from '../text/tokens.ts';
import { createSaysOpposite } from './antonyms.ts';
import { compareOrder } from './compare-order.ts';
import { contradictionProbability } from './contradiction.ts';
import { createContradictionFeatures } from './contradiction-features.ts';
import { createNamesOtherSide } from './fact-sides.ts';
import { createFactWords } from './fact-words.ts';
import { type Finding, gatherEvidence } from './gather-evidence.ts';
import { toJudgingData } from './judging-data.ts';
import { judgingFeatures, logit } from './judging-features.ts';
import type { JudgingModel } from './judging-model.ts';
import { createLexicon } from './lexicon.ts';
import { createNeighbours, type Likeness } from './neighbours.ts';
import { once } from './once.ts';
import { overstates } from './overstatements.ts';
import { sidesIn } from './parties.ts';
import { readAssertions } from './read-assertion.ts';
import { readSentence, type SentenceReading } from './read-sentence.ts';
import { createRivals } from './rivals.ts';
import { settleByTopic } from './settle-by-topic.ts';
import { tellsAllOfSome } from './some-for-all.ts';
import { createUnexplainedWords } from './unexplained-words.ts';

/** A text that has been read: what the rules found, and all that is weighed, as numbers. */
export interface Reading {
  text: string;
  /** Whether only the beginning was read, because the text is too long. */
  isCut: boolean;
  findings: readonly Finding[];
  /**
   * The numbers that are weighed if the text is judged as a claim. Computed on first use, since most questions need
   * none.
   */
  features: () => readonly number[];
  /** The probability of each fact and gap that the text is about it, likeliest first. */
  ranked: readonly Ranked[];
  /** The likeliest facts among them. */
  likelyFacts: readonly Ranked[];
  likeliestFact: Fact | undefined;
  likeliestGap: Ranked | undefined;
  /** The logarithm of the odds that the text contradicts the likeliest fact. */
  contradiction: number;
  /** Compares the text with the questions of the likeliest facts, on first use. */
  likenessToQuestions: () => Likeness;
  /** Names that no text of any fact uses: the article says nothing about them. */
  strangers: readonly string[];
  /** Content words that no evidence explains, and that no fact in question uses; also what was not read. */
  unexplained: readonly string[];
  /** Whether a fact is clearly meant, and it uses every content word that nothing else explains. */
  isCovered: boolean;
  /** Whether it names a side, but only one that the likeliest fact does not name. */
  isOfOtherSide: boolean;
  /** Whether it says the opposite of a word that its facts say, and denies nothing (antonyms.ts). Read on first use. */
  saysOpposite: () => boolean;
  /** Whether it uses words that make it stronger than its facts (overstatements.ts) or tells of all what they tell of some
   * (some-for-all.ts). Read on first use. */
  overstates: () => boolean;
  /** Its rivals (rivals.ts), each read when it is asked for. */
  rivals: () => Iterable<Reading>;
  /** Whether contradictions were learned. Without wordings, they cannot be. */
  hasLearned: boolean;
}

export interface JudgeReader {
  /**
   * Reads a text as one claim.
   *
   * @param before the text that it follows, whose names it may share
   */
  read(text: string, before?: Reading): Reading;
  /** What the rules find in a text, without the ranker. Contradictions are learned from this. */
  findingsOf(text: string, before?: Reading): Finding[];
  /** The features from which a contradiction of a fact is learned. */
  contradictionFeatures(text: string, findings: readonly Finding[]): (fact: Fact) => string[];
}

/** Maximum number of likely facts that a claim is checked against for contradictions. */
const MAX_ASKED = 3;
/** Minimum probability of such a fact, relative to the likeliest one. */
const MIN_LIKELY = 0.1;
/** Minimum probability at which a fact is clearly meant. */
const CLEARLY_MEANT = 0.5;
/** Maximum number of facts supporting a claim that are checked for contradictions. */
const MAX_BORNE_OUT = 4;
/** The probability of a contradiction where none were learned. */
const UNKNOWN_CONTRADICTION = 0.4;
/** Minimum number of content words for an assertion to be read by itself. */
const MIN_CONTENT = 2;

/**
 * Creates the reader of claims.
 *
 * @param rank the probability of each fact and gap that a text is about it
 * @param model the words of facts, and what was learned about contradictions, which is empty for knowledge without
 *   wordings
 */
export function createJudgeReader(
  knowledge: Knowledge,
  rank: (text: string) => readonly Ranked[],
  model: JudgingModel,
): JudgeReader {
  const { facts, article, concepts, words } = knowledge;
  const data = toJudgingData(knowledge);
  const factWords = createFactWords(model);
  const unexplainedWords = createUnexplainedWords(factWords);
  const saysOpposite = createSaysOpposite(words.antonyms, factWords);
  const neighbours = createNeighbours(model);
  const hasLearned = model.contradictionWeights.length > 0;
  // A party is named by the phrases of its concept, or else by its own names.
  const lexicon = createLexicon(
    new Map([...article.parties.map(({ id, names }) => [id, names] as const), ...concepts]),
  );
  const day = referenceDate(article);
  // An article that is not about a single day usually spans several years, so a date without a year says nothing.
  const hasOwnYear = isWholeDay(day);
  const featuresOf = createContradictionFeatures(knowledge);
  const rivalTexts = createRivals(article);
  const namesOtherSide = createNamesOtherSide(lexicon, data.sideOfConcept);

  function findingsOf(text: string, before?: Reading): Finding[] {
    const { quantities, dates: all } = readFigures(text, day);
    const dates = all.filter((date) => hasOwnYear || date.kind === 'time' || date.yearKnown);
    const findings: Finding[] = [];
    let previous: SentenceReading | undefined = before?.findings.at(-1)?.one.reading;
    for (const tokens of parseSentences(text)) {
      if (tokens.length === 0) continue;
      const reading = readSentence(tokens, lexicon, data.sideOfConcept, { quantities, dates });
      if (!saysNothing(tokens))
        for (const one of readAssertions(reading, previous, data.periods))
          findings.push(gatherEvidence(one, data));
      previous = reading;
    }
    return compareOrder(findings, data);
  }

  /** How likely a text with these features contradicts a fact, computed once per fact. */
  function contradictionsOf(features: (fact: Fact) => string[]): (fact: Fact | undefined) => number {
    const known = new Map<Fact, number>();
    return (fact) => {
      if (!fact || !hasLearned) return UNKNOWN_CONTRADICTION;
      const probability = known.get(fact) ?? contradictionProbability(features(fact), fact, model);
      known.set(fact, probability);
      return probability;
    };
  }

  function read(whole: string, before?: Reading): Reading {
    const text = beginningOf(whole);
    const unread = whole.slice(text.length);
    const ranked = rank(text);
    const likelyFacts = firstOf(MAX_ASKED, ranked, (id) => facts.has(id));
    const [likeliest] = likelyFacts;
    const likeliestFact = facts.get(likeliest?.id ?? '');
    const found = once(() => findingsOf(text, before));
    const findings = once(() => settleByTopic(found(), ranked, facts, data));
    const contradictions = once(() => contradictionsOf(featuresOf(text, found())));
    const contradictionOf = (fact: Fact | undefined) => contradictions()(fact);
    const words = once(() => unexplainedWords(findings(), likelyFacts));
    const readings = once(() => new Set(findings().map(({ one }) => one.reading)));
    const weighed = once(() =>
      judgingFeatures({
        findings: findings(),
        ranked,
        parts: partsOf(text, { found: found(), findings: findings(), contradictionOf }),
        left: words().left,
        contradictions: likelyFacts
          .filter(({ probability }) => probability >= MIN_LIKELY * (likeliest?.probability ?? 0))
          .map(({ id, probability }) => ({ probability, contradiction: contradictionOf(facts.get(id)) })),
        contradictionsOfBorneOut: borneOutBy(findings()).slice(0, MAX_BORNE_OUT).map(contradictionOf),
        likeness: neighbours.compare(text, likelyFacts, 'statement'),
        isFact: (id) => facts.has(id),
      }),
    );
    return {
      text: whole,
      isCut: unread !== '',
      ranked,
      likelyFacts,
      likeliestFact,
      likeliestGap: ranked.find(({ id }) => !facts.has(id)),
      hasLearned,
      get findings() {
        return findings();
      },
      features: weighed,
      get contradiction() {
        return logit(contradictionOf(likeliestFact));
      },
      likenessToQuestions: once(() => neighbours.compare(text, likelyFacts, 'question')),
      get strangers() {
        return words().strangers;
      },
      get unexplained() {
        return [...words().left.map((word) => word.text), ...(unread ? [unread] : [])];
      },
      get isCovered() {
        // Words alone do not tell who did what to whom. Only what was learned about contradictions makes up for that.
        return hasLearned && words().left.length === 0 && (likeliest?.probability ?? 0) >= CLEARLY_MEANT;
      },
      get isOfOtherSide() {
        return likeliestFact !== undefined && namesOtherSide(sidesIn(readings()), likeliestFact);
      },
      saysOpposite: once(() => saysOppositeOf(text, findings(), likeliest?.id)),
      overstates: once(
        () =>
          overstates(readings(), inQuestion(findings(), likeliest?.id), factWords) ||
          tellsAllOfSome(findings(), likeliest?.id ?? '', factWords),
      ),
      rivals: () => rivalsOf(text, readings(), before),
    };
  }

  /** The assertions of a text that say something, each with its own ranking and contradiction. */
  function partsOf(
    text: string,
    {
      found,
      findings,
      contradictionOf,
    }: {
      found: readonly Finding[];
      findings: readonly Finding[];
      contradictionOf: (fact: Fact | undefined) => number;
    },
  ) {
    return findings.flatMap((finding, i) => {
      if (finding.content.length < MIN_CONTENT) return [];
      const part = textOf(finding);
      const ranked = rank(part);
      const top = ranked.find(({ id }) => facts.has(id));
      const fact = top && top.probability > MIN_LIKELY ? facts.get(top.id) : undefined;
      // The only assertion of a claim usually has all its words.
      const isAll = findings.length === 1 && wordingKey(part) === wordingKey(text);
      const ofPart = () => contradictionsOf(featuresOf(part, [found[i] as Finding]));
      return [{ ranked, contradiction: (isAll || !fact ? contradictionOf : ofPart())(fact) }];
    });
  }

  function saysOppositeOf(text: string, findings: readonly Finding[], likeliest = ''): boolean {
    if (findings.some(({ one }) => one.reading.negators.length > 0)) return false;
    return saysOpposite(new Set(tokenize(text).map(stem)), inQuestion(findings, likeliest));
  }

  function* rivalsOf(text: string, readings: Iterable<SentenceReading>, before?: Reading): Iterable<Reading> {
    for (const rival of rivalTexts(text, readings)) yield read(rival, before);
  }

  return { findingsOf, contradictionFeatures: featuresOf, read };
}

/** The facts that the evidence supports, in order. */
const borneOutBy = (findings: readonly Finding[]): Fact[] => [
  ...new Set(
    findings.flatMap(({ evidence }) =>
      evidence.flatMap(({ fact, sign }) => (fact && sign > 0 ? [fact] : [])),
    ),
  ),
];

/** The facts that a text is about: those that the evidence supports, and the likeliest one. */
const inQuestion = (findings: readonly Finding[], likeliest = ''): ReadonlySet<string> =>
  new Set([...borneOutBy(findings).map(({ id }) => id), likeliest]);

/** The text of an assertion as it appears in its sentence. */
export function textOf({ one: { reading, assertion } }: Finding): string {
  return reading.tokens
    .slice(assertion.from, assertion.to)
    .map((token, i, list) => {
      const next = list[i + 1];
      return token.text + (next && next.start > token.end ? ' ' : '');
    })
    .join('')
    .trim();
}

const QUESTION_WORDS =
  /^(?:what|who|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|so)$/;

/** Questions and exclamations assert nothing. */
const saysNothing = (tokens: readonly Token[]): boolean =>
  (tokens.at(-1)?.norm === '?' && QUESTION_WORDS.test(tokens[0]?.norm ?? '')) ||
  tokens.every(({ pos, norm }) => pos === 'INTJ' || pos === 'PUNCT' || ['no', 'yes', 'nope'].includes(norm));

// Describes in numbers how well a fact fits a question: which words it lacks, whether it gives what is asked for, and
// where the ranking puts it. None of them names a fact or a word, so weights fitted on one folder serve any other.
import { isContent } from '../judging/content-words.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';
import type { Unit } from '../ranking/units.ts';
import { createWordOverlap } from '../ranking/word-overlap.ts';
import { parseSentences } from '../text/parse-sentences.ts';
import { type AskedFor, gives, isYesNo, thingsAskedFor } from './asked-for.ts';
import { indexRecords, isFigure, type RecordWords, type UnitVector } from './record-words.ts';

/** The names of the features, in order. */
export const FEATURES = [
  'log probability',
  'log probability with related facts',
  'margin over the likeliest gap',
  'margin over the likeliest other fact',
  'is not the likeliest fact',
  'share covered',
  'rarest word left over',
  'likeness to a wording of the fact',
  'margin of likeness over gaps',
  'names left over',
  'verbs left over',
  'nouns left over',
  'years left over',
  'figures left over',
  'figures covered',
  'words of no record',
  'its own questions ask for it',
  'asks who, and it names nobody',
  'asks when, and it has no date',
  'asks where, and it names no place',
  'asks for a number, and it has none',
  'asks why, and it gives no reason',
  'asks for yes or no',
  'words',
  'shares the most words',
] as const;

/** A fact that may answer a question. */
export interface MatchCandidate {
  fact: Fact;
  /** The features, in the order of `FEATURES`. */
  features: readonly number[];
}

/** Maximum number of facts that are compared, likeliest first. The right one is among them 93 times in 100. */
const CANDIDATES = 4;
/** Maximum number of gaps that are compared, likeliest first. */
const GAPS = 5;

const IS_YEAR = /^(?:1[5-9]|20)\d\d$/;

const NUMBERS: ReadonlySet<AskedFor> = new Set(['how long', 'how many', 'what share']);

/** A question prepared for comparison with facts. */
interface Question {
  units: readonly Unit[];
  /** The units that come from content words. */
  content: readonly Unit[];
  vector: UnitVector;
  figures: readonly string[];
  asked: readonly AskedFor[];
  /** The part of speech and the stem of the lemma of each stem. */
  pos: ReadonlyMap<string, string>;
  lemma: ReadonlyMap<string, string>;
}

/**
 * Creates the function that finds the facts that may answer a question.
 *
 * @returns a function that gives the likeliest facts of a ranking, likeliest first, each with its features
 */
export function createCandidates(
  knowledge: Knowledge,
): (question: string, ranked: readonly Ranked[]) => MatchCandidate[] {
  const { facts, commonGaps } = knowledge;
  const index = indexRecords(knowledge);
  const overlap = createWordOverlap(facts);

  function readQuestion(text: string): Question {
    const { tokens, units } = index.read(text);
    const pos = new Map<string, string>();
    const lemma = new Map<string, string>();
    const content = new Set<string>();
    for (const token of parseSentences(text).flat()) {
      lemma.set(token.stem, token.lemma);
      const forms = [token.stem, token.lemma, ...index.read(token.text).stems];
      for (const form of forms) {
        if (!pos.has(form)) pos.set(form, token.pos);
        if (isContent(token)) content.add(form);
      }
    }
    return {
      units,
      content: units.filter(({ stems }) => stems.some((stem) => content.has(stem))),
      vector: index.toVector(units),
      figures: tokens.filter(isFigure),
      asked: thingsAskedFor(text),
      pos,
      lemma,
    };
  }

  const likeness = ({ vector }: Question, record: RecordWords) =>
    Math.max(0, ...record.wordings.map((wording) => cosine(vector, wording)));

  return (text, all) => {
    const question = readQuestion(text);
    const ranked = without(commonGaps, all);
    const likely = ranked.filter(({ id }) => facts.has(id));
    const gaps = ranked.filter(({ id }) => !facts.has(id));
    const nearGaps = gaps.slice(0, GAPS).flatMap(({ id }) => index.of(id) ?? []);
    const gapLikeness = Math.max(0, ...nearGaps.map((record) => likeness(question, record)));
    const sharesMost = overlap.factsFor(text)[0]?.fact;
    const whole = sum(question.content.map(index.idf)) || Number.EPSILON;

    return likely.slice(0, CANDIDATES).flatMap(({ id, probability }, place): MatchCandidate[] => {
      const fact = facts.get(id);
      const record = index.of(id);
      if (!fact || !record) return [];
      const { asked, figures, content, pos, lemma } = question;
      const isCovered = ({ key, stems }: Unit) =>
        record.words.has(key) ||
        stems.every((stem) => record.words.has(stem)) ||
        stems.every((stem) => record.words.has(lemma.get(stem) ?? stem));
      const left = content.filter((unit) => !isCovered(unit));
      const idfs = left.map(index.idf);
      const leftAs = (wanted: string) =>
        Math.min(3, left.filter(({ stems }) => stems.some((stem) => pos.get(stem) === wanted)).length);
      const leftFigures = figures.filter((figure) => !record.figures.has(figure));
      const lacks = (wanted: (kind: AskedFor) => boolean) =>
        Number(asked.some((kind) => wanted(kind) && !gives(fact, kind)));
      const together = sum(
        likely.flatMap(({ id, probability: own }) => {
          const other = facts.get(id);
          return other && (other === fact || areRelated(fact, other)) ? own : [];
        }),
      );
      const runnerUp = likely.find((other) => other.id !== id);
      const own = likeness(question, record);
      const features: Record<(typeof FEATURES)[number], number> = {
        'log probability': log(probability),
        'log probability with related facts': log(together),
        'margin over the likeliest gap': log(together) - log(gaps[0]?.probability),
        'margin over the likeliest other fact': log(probability) - log(runnerUp?.probability),
        'is not the likeliest fact': Number(place > 0),
        'share covered': 1 - sum(idfs) / whole,
        'rarest word left over': Math.max(0, ...idfs),
        'likeness to a wording of the fact': own,
        'margin of likeness over gaps': own - gapLikeness,
        'names left over': leftAs('PROPN'),
        'verbs left over': leftAs('VERB'),
        'nouns left over': leftAs('NOUN'),
        'years left over': Number(leftFigures.some((figure) => IS_YEAR.test(figure))),
        'figures left over': Math.min(2, leftFigures.length),
        'figures covered': Number(leftFigures.length < figures.length),
        'words of no record': Number(left.some(index.isUnknown)),
        'its own questions ask for it': Number(asked.some((kind) => record.asked.has(kind))),
        'asks who, and it names nobody': lacks((kind) => kind === 'who'),
        'asks when, and it has no date': lacks((kind) => kind === 'when'),
        'asks where, and it names no place': lacks((kind) => kind === 'where'),
        'asks for a number, and it has none': lacks((kind) => NUMBERS.has(kind)),
        'asks why, and it gives no reason': lacks((kind) => kind === 'why'),
        'asks for yes or no': Number(isYesNo(text)),
        words: Math.min(30, question.units.length),
        'shares the most words': Number(sharesMost === fact),
      };
      return [{ fact, features: FEATURES.map((name) => features[name]) }];
    });
  };
}

/**
 * The ranking without small talk, as probabilities again. That a question resembles small talk does not show which
 * fact answers it, and small talk has far more wordings than the article's own records.
 */
function without(commonGaps: ReadonlySet<string>, ranked: readonly Ranked[]): Ranked[] {
  const own = ranked.filter(({ id }) => !commonGaps.has(id));
  const total = sum(own.map(({ probability }) => probability));
  return own.map((one) => ({ ...one, probability: one.probability / total }));
}

/** The logarithm, bounded from below for whatever is not ranked. */
const log = (probability = 0) => Math.log(probability + 1e-4);

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

const cosine = (one: UnitVector, other: UnitVector) =>
  sum([...one].map(([key, weight]) => weight * (other.get(key) ?? 0)));

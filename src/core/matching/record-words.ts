// The words, figures and wordings of each fact and gap, for comparison with a question.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact, Gap } from '../knowledge/schema.ts';
import { createUnits, type Unit, type UnitText } from '../ranking/units.ts';
import { parseSentences, type Token } from '../text/parse-sentences.ts';
import { tokenize } from '../text/tokens.ts';
import { createVocabulary } from '../text/vocabulary.ts';
import { type AskedFor, thingsAskedFor } from './asked-for.ts';

export interface RecordWords {
  /** The keys and stems of its units, and the stems of the lemmas of its words. */
  words: ReadonlySet<string>;
  /** Its figures in digits, including those of its values; for a date, each part. */
  figures: ReadonlySet<string>;
  /** A vector over units for each wording. */
  wordings: readonly UnitVector[];
  /** What its own questions ask for. */
  asked: ReadonlySet<AskedFor>;
}

/** The weights of units by their keys; a vector of length 1. */
export type UnitVector = ReadonlyMap<string, number>;

export interface RecordIndex {
  /** The words of a fact or gap. */
  of(id: string): RecordWords | undefined;
  /**
   * The inverse document frequency of a unit among all facts and gaps: 1 if one of them has it, slightly more if none
   * has.
   */
  idf(unit: Unit): number;
  /** Whether no text of a fact or gap has the unit. */
  isUnknown(unit: Unit): boolean;
  /** Reads a question, correcting typing errors. */
  read(question: string): UnitText;
  toVector(units: readonly Unit[]): UnitVector;
}

/** How many records a unit that is in none counts as being in. */
const IN_NONE = 0.7;

const IS_FIGURE = /^\d/;

/** Reads the texts of the facts and gaps of one article, without their wordings. */
export function indexRecords({ facts, gaps, commonGaps, words, article }: Knowledge): RecordIndex {
  const partyNames = new Map(article.parties.map(({ id, name }) => [id, name]));
  const readExactly = createUnits(words);
  const ownGaps = [...gaps.values()].filter(({ id }) => !commonGaps.has(id));
  const records: (Fact | Gap)[] = [...facts.values(), ...ownGaps];
  const texts = records.map((record) => textsOf(record, partyNames));
  const wordsOf = texts.map((own) => new Set(own.flatMap((text) => wordsIn(text, readExactly))));
  const having = new Map<string, number>();
  for (const own of wordsOf) for (const word of own) having.set(word, (having.get(word) ?? 0) + 1);
  const read = createUnits(words, createVocabulary(texts.flat().flatMap(tokenize)));
  const idf = ({ key }: Unit) =>
    Math.log(1 + records.length / (having.get(key) ?? IN_NONE)) / Math.log(1 + records.length);

  function toVector(units: readonly Unit[]): UnitVector {
    const weights = new Map(units.map((unit) => [unit.key, idf(unit)]));
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([key, weight]) => [key, weight / length]));
  }

  const index = new Map(
    records.map((record, i): [string, RecordWords] => {
      const wordings = 'claim' in record ? [record.short, record.claim] : [];
      return [
        record.id,
        {
          words: wordsOf[i] as Set<string>,
          figures: figuresOf(record, texts[i] as string[]),
          wordings: [...record.questions, ...wordings].map((text) => toVector(readExactly(text).units)),
          asked: new Set(record.questions.flatMap(thingsAskedFor)),
        },
      ];
    }),
  );
  return {
    of: (id) => index.get(id),
    idf,
    isUnknown: ({ key, stems }) => !having.has(key) && !stems.some((one) => having.has(one)),
    read,
    toVector,
  };
}

function textsOf(record: Fact | Gap, partyNames: ReadonlyMap<string, string>): string[] {
  if ('says' in record) return [...record.questions, record.says];
  const { questions, short, claim, citations, quotation, saidBy = [] } = record;
  return [
    ...questions,
    short,
    claim,
    ...citations.map(({ excerpt }) => excerpt),
    ...(quotation ? [quotation.text] : []),
    ...saidBy.flatMap((id) => partyNames.get(id) ?? []),
  ];
}

const wordsIn = (text: string, read: (text: string) => UnitText): string[] => [
  ...read(text).units.flatMap(({ key, stems }) => [key, ...stems]),
  ...formsIn(text),
];

/** The stems of the words of a text and of their lemmas: "rose" is also "rise". */
const formsIn = (text: string): string[] =>
  parseSentences(text).flatMap((tokens: readonly Token[]) =>
    tokens.flatMap((token) => [token.stem, token.lemma]),
  );

function figuresOf(record: Fact | Gap, texts: readonly string[]): Set<string> {
  const values = 'values' in record ? record.values : [];
  return new Set([
    ...texts.flatMap((text) => tokenize(text).filter(isFigure)),
    ...values.flatMap((value) => {
      if (value.kind === 'number') return [String(value.number)];
      return value.kind === 'date' ? value.date.split('-').map((part) => String(Number(part))) : [];
    }),
  ]);
}

/** Whether a token is a number in digits. */
export const isFigure = (token: string): boolean => IS_FIGURE.test(token);

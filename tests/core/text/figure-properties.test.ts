// Properties that hold for every quantity and date, however it is written, and for every text, however hostile.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from '../../../src/core/text/find-dates.ts';
import { findQuantities } from '../../../src/core/text/find-quantities.ts';
import { isWithin, overlaps } from '../../../src/core/text/interval.ts';
import { placeTokens } from '../../../src/core/text/placed-tokens.ts';
import type { Quantity } from '../../../src/core/text/quantity.ts';
import { readDates } from '../../../src/core/text/read-dates.ts';
import { readQuantities, readUnclear } from '../../../src/core/text/read-quantities.ts';
import { anyCharacter } from '../../any-character.ts';

const REFERENCE = '2017-04-24';

const quantityIn = (text: string): Quantity => {
  const [quantity, ...others] = readQuantities(text);
  if (!quantity || others.length > 0) throw new Error(`Not one quantity in "${text}".`);
  return quantity;
};

const PIECES = [
  ...[
    '6,310',
    '96.3',
    '1/4',
    '½',
    '2007',
    '13k',
    '$',
    '%',
    '-',
    ',',
    '.',
    "'",
    '"',
    '(',
    ')',
    '/',
    ':',
    '~',
    '>',
    '٩',
    '５',
  ],
  ...[
    'percent',
    'not',
    "wasn't",
    'half',
    'a',
    'the',
    'of',
    'to',
    'and',
    'in',
    'million',
    'two',
    'twenty',
    'third',
    'point',
  ],
  ...[
    'between',
    'from',
    'May',
    'march',
    'Monday',
    'last',
    'next',
    'week',
    'ago',
    'noon',
    'p.m.',
    'all',
    'no',
    'one',
    'few',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'days',
    'give',
    'take',
    'or',
    'so',
    'years',
    '1st',
    '\n',
    '\u200b',
    '\ud83d',
    '#',
  ],
];
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ')), { maxLength: 30 })
    .map((pieces) => pieces.map((piece) => piece.join('')).join('')),
);

test('whatever is typed is read without fault, in order, and each figure stands where it says', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const figures of [readQuantities(text), readDates(text, REFERENCE), readUnclear(text)]) {
        let last = 0;
        for (const figure of figures) {
          expect(figure.text).toBe(text.slice(figure.start, figure.end));
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(figure.start).toBeGreaterThanOrEqual(last);
          last = figure.end;
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('every interval begins before it ends and holds its number, unless a hedge puts it beside', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { interval, number, hedge } of readQuantities(text)) {
        expect(interval.low).toBeLessThanOrEqual(interval.high);
        if (number === undefined || hedge) continue;
        expect(number).toBeGreaterThanOrEqual(interval.low);
        expect(number).toBeLessThanOrEqual(interval.high);
      }
      for (const date of readDates(text, REFERENCE))
        if (date.kind === 'date') expect(date.from <= date.to).toBe(true);
    }),
  );
});

test('what cannot be read is no quantity', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const unclear = readUnclear(text);
      for (const { start, end } of readQuantities(text))
        expect(unclear.some((piece) => piece.start < end && start < piece.end)).toBe(false);
    }),
  );
});

const SMALL = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
  ],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function spelled(number: number): string {
  if (number < 20) return SMALL[number] ?? '';
  if (number < 100) return `${TENS[Math.floor(number / 10)]}${number % 10 ? `-${SMALL[number % 10]}` : ''}`;
  const [size, name] =
    number < 1000 ? [100, 'hundred'] : number < 1e6 ? [1000, 'thousand'] : [1e6, 'million'];
  const rest = number % size;
  return `${spelled(Math.floor(number / size))} ${name}${rest ? ` and ${spelled(rest)}` : ''}`;
}

const inDigitsOf = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

test('a number is the same in all notations', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 99_999_999 }), (number) => {
      const english = number.toLocaleString('en-US');
      const notations = [
        String(number),
        ...[' ', '\u00a0', '\u2009', '\u202f', "'", '\u2019'].map((separator) =>
          english.replaceAll(',', separator),
        ),
        ...[0xff10, 0x0660, 0x0966].map((zero) => inDigitsOf(zero)(english)),
        spelled(number),
        spelled(number).replaceAll(' and ', ' ').toUpperCase(),
      ];
      const { interval } = quantityIn(`${english} ballots`);
      for (const notation of notations)
        expect({ notation, interval: quantityIn(`${notation} ballots`).interval }).toEqual({
          notation,
          interval,
        });
    }),
  );
});

test('a share is the same in all notations', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), (whole, tenth) => {
      const { interval } = quantityIn(`${whole}.${tenth}%`);
      const notations = [
        `${whole},${tenth} %`,
        `${whole}·${tenth} per cent`,
        `${whole}.${tenth} pct`,
        `${inDigitsOf(0x0660)(`${whole}`)}٫${inDigitsOf(0x0660)(`${tenth}`)}٪`,
        `${spelled(whole)} point ${SMALL[tenth]} percent`,
        `**${whole}.${tenth}**%`,
      ];
      for (const notation of notations)
        expect({ notation, interval: quantityIn(notation).interval }).toEqual({ notation, interval });
    }),
  );
});

const UNITS = ['%', ' percent', ' days', ' ballots', ' million dollars'];

test('a hedge that widens a number still holds it, and one that turns from it does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9_999 }), fc.constantFrom(...UNITS), (number, unit) => {
      const withHedge = (hedge: string) => quantityIn(`${hedge} ${number}${unit}`).interval;
      const bare = quantityIn(`${number}${unit}`).interval;
      const exact = withHedge('exactly');
      for (const [inner, outer] of [
        [exact, bare],
        [bare, withHedge('about')],
        [withHedge('just over'), withHedge('more than')],
        [withHedge('just under'), withHedge('less than')],
        [withHedge('more than'), withHedge('at least')],
        [withHedge('less than'), withHedge('at most')],
        [exact, withHedge('at least')],
        [exact, withHedge('at most')],
        [exact, quantityIn(`between ${number} and ${number + 5}${unit}`).interval],
      ] as const)
        expect({ inner, outer, isWithin: isWithin(inner, outer) }).toEqual({ inner, outer, isWithin: true });
      for (const beside of ['more than', 'less than']) expect(overlaps(exact, withHedge(beside))).toBe(false);
    }),
  );
});

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ordinal = (day: number): string =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;

test('a day is the same in all notations', () => {
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const name = MONTHS[month - 1] ?? '';
      const notations = [
        iso,
        `${year}/${month}/${day}`,
        `${name} ${day}, ${year}`,
        `${name} ${ordinal(day)} ${year}`,
        `${day} ${name} ${year}`,
        `the ${ordinal(day)} of ${name}, ${year}`,
        `${name.slice(0, 3)} ${day}, ${year}`,
        `${day}.${month}.${year}`,
        `${month}/${day}/${year}`,
        `${day}/${month}/${year}`,
      ];
      for (const notation of notations) {
        const [read, ...others] = readDates(`It happened on ${notation}.`, REFERENCE);
        const spans =
          read?.kind === 'date' ? [{ from: read.from, to: read.to }, ...(read.alternatives ?? [])] : [];
        expect({ notation, others, spans }).toEqual({
          notation,
          others: [],
          spans: expect.arrayContaining([{ from: iso, to: iso }]),
        });
      }
    }),
  );
});

const HOSTILE = [
  ...[
    '1,',
    '1 ',
    '1-',
    '1/',
    '1:',
    '1.',
    '1 to ',
    '6:45 ',
    '5% of who ',
    '$1-',
    'May 1 ',
    "'07 ",
    '1e9 ',
    '1½',
  ],
  ...[
    'twenty one ',
    'two hundred and ',
    'one point five ',
    'million ',
    'hundred ',
    'a half of ',
    'half ',
    'third of a ',
  ],
  ...[
    'not more than ',
    'so ',
    "isn't ",
    'all the ',
    'every ',
    'no ',
    'in in ',
    'last ',
    'two years ago ',
    'the end of the ',
  ],
  ...[
    'between 1 and ',
    'give or take ',
    'a-',
    'a.',
    '<@',
    '> ',
    '٩',
    'x',
    "'",
    '-',
    '% ',
    '\u200b',
    '\ud83d',
  ],
];

/** How often the words of a text are looked at while it is read. What chrono-node does is bounded by what it is given. */
function workOf(text: string): number {
  let looks = 0;
  const tokens = placeTokens(text).map((token) =>
    Object.defineProperty({ ...token }, 'text', {
      enumerable: true,
      get() {
        looks++;
        return token.text;
      },
    }),
  );
  findQuantities(tokens);
  findDates(tokens, REFERENCE);
  return looks;
}

// Four times the text is four times the work; it would be sixteen times where each word were held against every other.
test.each(HOSTILE)('reading text made of "%s" is work in proportion to its length', (piece) => {
  const [short = 0, long = 0] = [1_500, 6_000].map((size) => workOf(piece.repeat(size).slice(0, size)));
  expect(long).toBeLessThan(6 * short + 1_000);
});

// Reading all figures at once against reading the quantities and the dates of a text by themselves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDates } from '../../../src/core/text/read-dates.ts';
import { readFigures } from '../../../src/core/text/read-figures.ts';
import { readQuantities } from '../../../src/core/text/read-quantities.ts';

const PIECES =
  'in on by before seven 31 the 31st of May Monday next last week two years ago 2007 1/5 4.24.17 9 p.m. half all 96.3% nearly 13,000 $ million February 30 th'.split(
    ' ',
  );

test.each(['2017-04-24', '2017-02', '2016'])(
  'reads the same quantities and dates as each does alone, counted from %s',
  (reference) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }), (pieces) => {
        const text = pieces.join(' ');
        expect(readFigures(text, reference)).toEqual({
          quantities: readQuantities(text),
          dates: readDates(text, reference),
        });
      }),
      { numRuns: 2_000 },
    );
  },
);

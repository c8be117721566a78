// Quantities as people write them.
import { expect, test } from 'vitest';
import { readQuantities, readUnclear } from '../../../src/core/text/read-quantities.ts';

test.each([
  '96.3% of those who voted',
  '96,3 % of those who voted',
  '96·3% of those who voted',
  'ninety-six point three per cent of those who voted',
  '٩٦٫٣٪ of those who voted',
  '９６．３％ of those who voted',
])('"%s" is one share, whatever the notation', (text) => {
  expect(readQuantities(text)).toEqual([
    expect.objectContaining({
      interval: { low: 96.25, high: 96.35, lowOpen: false, highOpen: false },
      unit: 'percent',
      of: 'those who voted',
    }),
  ]);
});

test.each(['6,31,0 ballots', '9o% said yes', '96 3% said yes'])(
  '"%s" is unclear, and no quantity',
  (text) => {
    expect(readQuantities(text)).toEqual([]);
    expect(readUnclear(text)).toHaveLength(1);
  },
);

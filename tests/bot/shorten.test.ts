// A text that is too long is cut at a word, and never inside what readers see as one character.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../src/bot/shorten.ts';
import { anyCharacter } from '../any-character.ts';

test.each([
  ['one two three', 13, 'one two three'],
  ['one two three', 12, 'one two…'],
  ['one two   three', 9, 'one two…'],
  ['onetwothree', 5, 'onet…'],
  ['a longwordthatgoeson', 12, 'a longwordt…'],
  ['ab😀cd', 4, 'ab…'],
  ['ab👨‍👩‍👧cd', 9, 'ab…'],
  ['abe\u0301cd', 4, 'ab…'],
  ['ab🇫🇷cd', 5, 'ab…'],
])('%s in %i characters is %s', (text, limit, short) => {
  expect(shorten(text, limit)).toBe(short);
});

test('whatever the text, what is left is within the limit and ends between two characters', () => {
  const anyText = fc
    .array(
      fc.oneof(
        fc.string({ unit: anyCharacter, maxLength: 3 }),
        fc.constantFrom(
          ' ',
          '\r\n',
          'a',
          '👩‍🚀',
          '🏳️‍🌈',
          '🇫🇷',
          '👍🏽',
          'e\u0301',
          '\u0301',
          '\u0600',
          '각',
          'क्षि',
        ),
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const short = shorten(text, limit);
      if (text.length <= limit) {
        expect(short).toBe(text);
        return;
      }
      expect(short.length).toBeLessThanOrEqual(limit);
      const kept = short.slice(0, -1);
      const ends = [...new Intl.Segmenter('en').segment(text)].map(({ index }) => index);
      expect(short).toBe(`${text.slice(0, kept.length)}…`);
      expect(ends).toContain(kept.length);
    }),
    { numRuns: 500 },
  );
});

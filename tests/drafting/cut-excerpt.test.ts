// An excerpt is word for word from its paragraph, short, and contains the beginning of what it is cut for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutExcerpt } from '../../src/drafting/cut-excerpt.ts';

const words = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('the', 'deal', 'costs', '$12', 'per', 'ship') },
    { weight: 1, arbitrary: fc.constantFrom('million,', 'said:', '“more', 'now.”') },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);

test('any excerpt has at most twelve words, stands in the text, and holds the word that it is cut for', () => {
  fc.assert(
    fc.property(words, fc.nat(), (list, at) => {
      const text = list.join(' ');
      const word = at % list.length;
      const start = list.slice(0, word).join(' ').length + (word > 0 ? 1 : 0);
      const span = { start, end: start + (list[word] as string).length };
      const excerpt = cutExcerpt(text, span, { start: 0, end: text.length });
      expect(excerpt.split(' ').length).toBeLessThanOrEqual(12);
      expect(text).toContain(excerpt);
      expect(excerpt).toContain((list[word] as string).replace(/[,:]$|[“”]/g, ''));
    }),
  );
});

test('a quotation mark whose other one is cut off is left out', () => {
  const text = '“My shift starts at six. I drive around the lake,” said Lind, who called it “a good deal.”';
  const excerptOf = (part: string) => {
    const start = text.indexOf(part);
    return cutExcerpt(text, { start, end: start + part.length }, { start: 0, end: text.length });
  };
  expect(excerptOf('shift')).toBe('My shift starts at six.');
  expect(excerptOf('drive')).toBe('I drive around the lake');
  expect(excerptOf('called')).toBe('who called it “a good deal.”');
});

test('it begins with the clause around it, and does not leave the sentence', () => {
  const text = 'It was late. The harbor board, which met on Monday, raised fees by 4% for all ships.';
  const at = text.indexOf('4%');
  const sentence = { start: text.indexOf('The harbor'), end: text.length };
  expect(cutExcerpt(text, { start: at, end: at + 2 }, sentence)).toBe('raised fees by 4% for all ships.');
  expect(cutExcerpt(text, { start: sentence.start, end: sentence.start + 3 }, sentence)).toBe(
    'The harbor board',
  );
});

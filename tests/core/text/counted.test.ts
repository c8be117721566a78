// A number and its noun agree.
import { expect, test } from 'vitest';
import { counted } from '../../../src/core/text/counted.ts';

test('one is singular, any other number plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'answer'))).toEqual(['0 answers', '1 answer', '2 answers']);
  expect(counted(2, 'entry', 'entries')).toBe('2 entries');
});

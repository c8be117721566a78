// The results for the last few keys are remembered, and the oldest is forgotten first.
import { expect, test } from 'vitest';
import { rememberLast } from '../../../src/core/text/remember-last.ts';

test('what was made of the last few texts is made once, and of an older one anew', () => {
  const made: string[] = [];
  const length = rememberLast(2, (text) => {
    made.push(text);
    return text.length;
  });
  expect(['one', 'three', 'one', 'five', 'three', 'one'].map(length)).toEqual([3, 5, 3, 4, 5, 3]);
  expect(made).toEqual(['one', 'three', 'five', 'one']);
});

test('texts with the same key are the same', () => {
  const first = rememberLast(
    1,
    (text) => text,
    (text) => text.toLowerCase(),
  );
  expect(['Yes', 'yes', 'no', 'yes'].map(first)).toEqual(['Yes', 'Yes', 'no', 'yes']);
});

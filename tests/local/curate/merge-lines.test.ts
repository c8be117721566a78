// Two changes of one text are brought together unless they concern the same lines.
import { expect, test } from 'vitest';
import { mergeLines } from '../../../src/local/curate/client/merge-lines.js';

const BASE = 'a\nb\nc\nd';

test.each([
  ['before and behind', 'A\nb\nc\nd', 'a\nb\nc\nD', 'A\nb\nc\nD'],
  ['behind and before', 'a\nb\nc\nD', 'A\nb\nc\nd', 'A\nb\nc\nD'],
  ['lines beside each other', 'a\nB\nc\nd', 'a\nb\nC\nd', 'a\nB\nC\nd'],
  ['a line that is gone, and one that is new', 'b\nc\nd', 'a\nb\nc\nd\ne', 'b\nc\nd\ne'],
  ['the same change', 'a\nB\nc\nd', 'a\nB\nc\nd', 'a\nB\nc\nd'],
  ['nothing typed', BASE, 'a\nB\nc\nd', 'a\nB\nc\nd'],
  ['nothing changed', 'a\nB\nc\nd', BASE, 'a\nB\nc\nd'],
])('%s', (_, typed, now, both) => {
  expect(mergeLines(BASE, typed, now)).toBe(both);
});

test.each([
  ['one line', 'a\nB\nc\nd', 'a\nbb\nc\nd'],
  ['stretches that overlap', 'a\nB\nC\nd', 'a\nb\nc2\nD'],
  ['two lines in the same place', 'a\nb\nx\nc\nd', 'a\nb\ny\nc\nd'],
  ['a line in the midst of what is gone', 'a\nd', 'a\nb\nx\nc\nd'],
])('both changes concern %s', (_, typed, now) => {
  expect(mergeLines(BASE, typed, now)).toBeUndefined();
});

// What curators are told about a file that is not YAML, or whose YAML means something else than what they typed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../src/app/read-yaml.ts';

test.each<[text: string, line: number, reason: string]>([
  ['- id: a\n\tshort: b\n- id: c\n', 2, 'is indented with a tab'],
  ['- id: a\n\u00a0\u00a0short: b\n', 2, 'is indented with special spaces'],
  ['- id: a\n   short: b\n  claim: c\n', 1, 'does not line up'],
  ['- id: a\n  short: b\n claim: c\n', 3, 'does not line up'],
  ['- id: a\n  short: b\n    claim: c\n', 2, 'does not line up'],
  ['- id: a\nshort: b\n', 2, 'does not line up'],
  ['- id: a\n  short\n  claim: c\n', 2, 'lacks its "- " or its "key: "'],
  ['- id: a\n  short:b\n  claim: c\n', 2, 'lacks the space after its colon'],
  ['a: 1\na: 2\n', 2, 'repeats a key'],
  ['a: b\n---\na: c\n', 2, 'begins a second document'],
  ['- id: a\n<<<<<<< HEAD\n  b: c\n=======\n  b: d\n>>>>>>> mine\n', 2, 'is a merge conflict'],
  ['- a: x\n- b: "c\n- d: e\n', 2, 'opens a quotation mark that is never closed'],
  ["a: 'tis the season\nb: c\n", 1, 'a text that begins with an apostrophe needs double quotes'],
  ['x: y\na: [b,\nc: d\n', 2, 'has a bracket that is not closed'],
  ['- { a: b\n- { a: c }\n', 1, 'has a bracket that is not closed'],
  ['- '.concat('['.repeat(20_000)), 1, 'is nested too deeply'],
])('%j: line %i %s', (text, line, reason) => {
  expect(readYaml('f.yaml', text)).toMatchObject({
    data: undefined,
    unreadable: { line, message: expect.stringContaining(reason) },
  });
});

test.each<[text: string, reason: string]>([
  [
    '{ paragraph: 3, excerpt: 6,310 writers who cast ballots }',
    'has "310 writers who cast ballots" after a comma',
  ],
  ['{ paragraph: 3, excerpt: writers, who cast ballots }', 'put a text with commas in quotes'],
  ['{ kind: number, number: 6,310 }', 'write a number without them'],
  ['{ excerpt: writers [who cast] ballots }', 'a text with brackets'],
  ['a: [sic] they said', 'a text with brackets'],
  ['a: {x} they said', 'a text with brackets'],
  ['a: *that*', 'begins a text with *'],
  ['a: **that** day', 'begins a text with'],
  ['a: &c and so on', 'begins a text with &'],
  ['a: !important note', 'begins a text with'],
  ['a: "Rarely" they said', 'ends its quotes too early'],
  ["a: 'it's on'", 'ends its quotes too early'],
  ['a: they said: no', 'has a text with ": " in it'],
  ['{ a: they said: no }', 'has a text with ": " in it'],
  ['a: @everyone', 'begins a text with a character'],
  ['a: `code`', 'begins a text with a character'],
  ['a: - they said', 'begins a text with "- "'],
  ['a: > they said', 'begins a text with >'],
  ['a: the #1 demand', 'loses "#1 demand" as a comment'],
  ['- #MeToo', 'loses "#MeToo" as a comment'],
  ['a: "C:\\Users"', 'has a backslash inside double quotes'],
  ['[a]: b', 'has a key that is not a text'],
])('%j needs quotes: %s', (text, reason) => {
  expect(readYaml('f.yaml', text).unreadable).toEqual({ line: 1, message: expect.stringContaining(reason) });
});

test.each([
  '# yaml-language-server: $schema=x\n- id: a # a note\n  short: "6,310, they said: *no*"\n#- id: b\n',
  'a: |\n  # not a comment\n  *not an alias*\nb: >-\n  two\n  lines\n',
  '---\n2: to\ntrue: [a, { b: c }]\n...\n',
  'a: ["#1", "&c", "!", "*"]\n',
])('%j is read as it stands', (text) => {
  expect(readYaml('f.yaml', text)).toMatchObject({ data: parse(text) });
});

test('lines are those of the text', () => {
  const { lineOf } = readYaml('f.yaml', '- id: a\n\n- id: b\n  related:\n    - c\n    - d\n');
  expect([lineOf([1, 'related', 1]), lineOf([1, 'related', 7]), lineOf([1, 'short']), lineOf([])]).toEqual([
    6, 5, 3, 1,
  ]);
});

test('whatever a file holds, it is read, or a line of it is named', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      ' ',
      '  ',
      '\n',
      '- ',
      ': ',
      ':',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      '#',
      '&',
      '*',
      '!',
      '|',
      '>',
      '?',
    ],
    ...['\t', '---', '<<', '%', '@', '`', '\\', '\u00a0', '12', '~', '__proto__'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const { data, unreadable } = readYaml('f.yaml', text);
      const lines = text.split('\n').map((_, i) => i + 1);
      if (unreadable) expect(lines).toContain(unreadable.line);
      else expect(data).toEqual(parse(text, { stringKeys: true, logLevel: 'error' }));
    }),
    { numRuns: 3_000 },
  );
});

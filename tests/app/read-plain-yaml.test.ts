// The fast parser of knowledge files reads what the one that knows lines reads, and leaves to it whatever is doubtful.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/app/decode-text.ts';
import { readPlainYaml } from '../../src/app/read-plain-yaml.ts';
import { readYaml } from '../../src/app/read-yaml.ts';

const ROOT = join(import.meta.dirname, '../..');

const FILES = ['knowledge', 'examples'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.includes('wordings'))
    .map((name) => join(folder, name)),
);

test.each(FILES)('%s is plain, and both parsers read the same', (path) => {
  const { text } = decodeText(readFileSync(join(ROOT, path)));
  expect(readPlainYaml(text)).toEqual({ data: readYaml(path, text).data });
});

test.each([
  ...['a: *b', 'a: &b c', 'a: !b c', 'the #1: a', 'a: the #1 demand', '{ a, b: c }', 'a:', '[a: ]'],
  ...['a: 1\na: 2', 'a: b\n---\nc: d', '[a]: b', '0123: a', 'True: a', '~: a', 'a:\tb', '"a', '', '# a'],
])('%j is left to the parser that explains it', (text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

const PIECES = [
  ...[
    'a',
    'b c',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n- ',
    '- ',
    ': ',
    'a: ',
    ':',
    '"',
    "'",
    '"a"',
    '[',
    ']',
    '{',
    '}',
    ', ',
  ],
  ...[
    '#',
    ' # ',
    '&',
    '*',
    '!',
    '|',
    '|\n  ',
    '>',
    '>-\n  ',
    '>+',
    '?',
    '? ',
    '\t',
    '---',
    '\n---\n',
    '...',
    '<<',
    '%',
  ],
  ...[
    '@',
    '`',
    '\\',
    '\\n',
    '\u00a0',
    '\u0085',
    '\u2028',
    '~',
    '__proto__',
    'null',
    'True',
    'yes',
    '1',
    '0',
    '12',
  ],
  ...[
    '1_000',
    '1,5',
    '-1',
    '+2',
    '.5',
    '5.',
    '1e3',
    '0x1F',
    '0o17',
    '017',
    '-.inf',
    '.nan',
    '-.nan',
    '12:30',
    '2017-04-24',
  ],
];

test('a file that is read at all means the same to both parsers', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const plain = readPlainYaml(text);
      if (!plain) return;
      read += 1;
      const { data, unreadable } = readYaml('f.yaml', text);
      expect({ data, unreadable }).toEqual({ ...plain, unreadable: undefined });
    }),
    { numRuns: 5_000 },
  );
  expect(read).toBeGreaterThan(500);
});

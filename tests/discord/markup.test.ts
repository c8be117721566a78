// Typed text is shown as it was typed, and can be read back unchanged.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, unescapeText } from '../../src/discord/markup.ts';
import { anyCharacter } from '../any-character.ts';

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: fc.constantFrom('\\', '⟨', '⟩', 'U', '+', '4', '1', '\n', ' ', '-', '.', '\u202E') }),
    // Halves of surrogate pairs as well.
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );

  test('comes back unchanged', () => {
    fc.assert(fc.property(anyText, (text) => unescapeText(escapeText(text)) === text));
  });

  test('keeps no mark that Discord would read, unless a backslash is before it', () => {
    const plain = (markdown: string) => markdown.replace(/\\[^\n]/gu, 'x');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(escapeText(text))).not.toMatch(/[*_~`|<>#@[\]]|:\/\/|^\s*(?:[-+]|\d+\.\s)/m);
      }),
    );
  });
});

test.each([
  ['a ping', '@everyone', '\\@everyone'],
  ['a mention', '<@123>', '\\<\\@123\\>'],
  ['a timestamp, which would move with the time zone', '<t:0:R>', '\\<t:0:R\\>'],
  ['an address', 'https://evil.example', 'https\\://evil.example'],
  ['a masked link', '[a](b)', '\\[a\\](b)'],
  ['a heading', '# a', '\\# a'],
  ['small print', '-# a', '\\-\\# a'],
  ['a bullet after spaces', '  - a', '  \\- a'],
  ['a numbered item', 'a\n1. b', 'a\n1\\. b'],
  ['a quotation', '>>> a', '\\>\\>\\> a'],
  ['a code block', '```a```', '\\`\\`\\`a\\`\\`\\`'],
  ['a backslash', '\\*', '\\\\\\*'],
  ['a reversed text', 'a\u202Eb', 'a⟨U+202E⟩b'],
  ['half a pair', 'a\uD83D', 'a⟨U+D83D⟩'],
  ['what looks like a shown character', '⟨U+41⟩', '\\⟨U+41\\⟩'],
])('%s is plain', (_, text, drawn) => {
  expect(escapeText(text)).toBe(drawn);
});

test.each([
  '96.3% of 6,310 ballots',
  '6:45 p.m., Monday - not later',
  'well-known (2.5 million)',
  '👨‍👩‍👧 naïve שלום',
])('%s stays as it is', (text) => {
  expect(escapeText(text)).toBe(text);
});

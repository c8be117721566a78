// Text to tokens: what members type and what the knowledge says must come out alike.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT, normalize, stem, tokenize } from '../../../src/core/text/tokens.ts';
import { anyCharacter } from '../../any-character.ts';

const anyText = fc.string({ unit: anyCharacter, maxLength: 200 });

describe('normalize', () => {
  it.each([
    ['wide and decorated letters', 'Ｓｔｒｉｋｅ Café ①', 'strike cafe 1'],
    ['typographic marks', '“don’t” – now…', '"don\'t" - now...'],
    ['marks that only unfolding brings out', 'ŉ ⁻1 don´t', "'n -1 don't"],
    ['invisible characters inside a word', 'st\u200brike gu\u00adild vo\u202ete', 'strike guild vote'],
    ['stacked diacritics', 'v\u0338\u0317o\u0338t\u0317e\u0338', 'vote'],
    ['control characters', 'one\u0000two\r\n\tthree', 'one two three'],
    [
      'mentions, custom emoji, times, commands',
      '<@123> a <@!1> <@&2> <#3> <:x:4> <a:y:5> <t:6:R> </ask:7> b',
      'a b',
    ],
    [
      'links, with the text of a masked one kept',
      'see [this](https://example.org/a?b=c) or www.example.org/x',
      'see [this]( ) or',
    ],
    ['emoji of several parts', 'yes 👩‍👩‍👧 🇺🇸 👍🏽 vote', 'yes vote'],
    ['Markdown', '# **how** _many_ ~~no~~ ||votes|| `code` > quote', 'how many no votes code quote'],
  ])('plains %s', (_what, text, plain) => {
    expect(normalize(text)).toBe(plain);
  });

  it('reads no more than the limit, also where one character unfolds to eighteen', () => {
    expect(normalize('a'.repeat(MAX_TEXT + 1))).toHaveLength(MAX_TEXT);
    expect(normalize('\ufdfa'.repeat(MAX_TEXT)).length).toBeLessThanOrEqual(MAX_TEXT);
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('tokenize', () => {
  it.each([
    ['6,310 ballots', ['6310', 'ballots']],
    ['96.3% of 13,000.', ['96.3', '%', 'of', '13000']],
    ['$287 million', ['$', '287', 'million']],
    ['$287m or 13k', ['$', '287', 'm', 'or', '13', 'k']],
    ['1,234,567.8 but 1,2 and 12,34', ['1234567.8', 'but', '1', '2', 'and', '12', '34']],
    ['April 24th,2017', ['april', '24', '2017']],
    ['2007-08 at 6:45 p.m.', ['2007', '08', 'at', '6', '45', 'pm']],
    ['the U.S. and the W.G.A.', ['the', 'us', 'and', 'the', 'wga']],
    [
      'The guild’s writers’ vote: who’s in, don’t ask',
      ['the', 'guild', 'writers', 'vote', 'who', 'in', 'dont', 'ask'],
    ],
    ['strike-authorization', ['strike', 'authorization']],
    ['?!... ---', []],
    ['', []],
  ])('splits %j', (text, tokens) => {
    expect(tokenize(text)).toEqual(tokens);
  });

  it('gives plain tokens that stay as they are, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokenize(text)) {
          expect(token).toMatch(/^(?:[\p{L}]+|\d+(?:\.\d+)?|[$€£¥%])$/u);
          expect(tokenize(token).join('')).toBe(token);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one endless word', 'a'.repeat(2 * MAX_TEXT)],
    ['an endless number', '1,'.repeat(MAX_TEXT)],
    ['endless dots', 'a.'.repeat(MAX_TEXT)],
    ['endless apostrophes', "a'".repeat(MAX_TEXT)],
    ['opened mentions', '<@'.repeat(MAX_TEXT)],
    ['opened links', 'https://'.repeat(MAX_TEXT)],
  ])('reads no more of %s than of any text', (_what, text) => {
    expect(tokenize(text)).toEqual(tokenize(text.slice(0, MAX_TEXT)));
  });
});

describe('stem', () => {
  it('brings the forms of a word together', () => {
    expect(new Set(['vote', 'votes', 'voted', 'voting'].map(stem)).size).toBe(1);
    expect(stem('writers')).toBe(stem('writer'));
  });

  it('leaves alone what is no plain English word', () => {
    for (const word of ['96.3', '%', 'ñandues', 'ing'.repeat(20)]) expect(stem(word)).toBe(word);
  });
});

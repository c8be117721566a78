// A request fits a custom id of at most 100 characters, and comes back unchanged.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, isStorable, type StoredRequest } from '../../src/bot/stored-request.ts';
import { anyCharacter } from '../any-character.ts';

const LONG = 'who said what to whom, and when, and why? '.repeat(20).trim();
const name = fc.stringMatching(/^[a-z0-9-]{1,32}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const requests: fc.Arbitrary<StoredRequest> = fc
  .record({
    command: fc.oneof(
      name,
      fc.tuple(name, name).map((words) => words.join(' ')),
    ),
    options: fc.dictionary(name, text, { maxKeys: 3 }),
    share: fc.boolean(),
  })
  .map(({ share, ...request }) => (share ? { ...request, share: true as const } : request));

test('a request that a button can hold comes back the same from at most 100 URL-safe characters', () => {
  fc.assert(
    fc.property(requests.filter(isStorable), (request) => {
      const customId = encode(request);
      expect(customId).toMatch(/^[\w.*+%=&?!/-]{1,100}$/);
      expect(decode(customId, request.options.question)).toEqual(request);
    }),
  );
});

test('whatever the question, its button fits, and the question on the message restores it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyCharacter, minLength: 1, maxLength: 6000 }),
      fc.boolean(),
      (question, share) => {
        const request = { command: 'ask', options: { question }, ...(share ? { share: true as const } : {}) };
        const customId = encode(request);
        expect(customId.length).toBeLessThanOrEqual(100);
        expect(decode(customId, question)).toEqual(request);
      },
    ),
  );
});

test.each<[customId: string, request: StoredRequest]>([
  ['votes?', { command: 'votes', options: {} }],
  [
    'show?fact=turnout&question=how+many',
    { command: 'show', options: { fact: 'turnout', question: 'how many' } },
  ],
  ['share/ask?question=why%3F', { command: 'ask', options: { question: 'why?' }, share: true }],
  ['share/ask!', { command: 'ask', options: { question: 'as it is shown' }, share: true }],
  ['share/check!=claim', { command: 'check', options: { claim: 'as it is shown' }, share: true }],
  ['remove?asker=100000000000000001', { command: 'remove', options: { asker: '100000000000000001' } }],
  ['summary+post?sections=votes%2Cdates', { command: 'summary post', options: { sections: 'votes,dates' } }],
])('a button of an old message still works: %s', (customId, request) => {
  expect(decode(customId, 'as it is shown')).toEqual(request);
});

test('the order in which options are given changes nothing', () => {
  const one = encode({ command: 'show', options: { fact: 'turnout', question: 'how many' } });
  expect(encode({ command: 'show', options: { question: 'how many', fact: 'turnout' } })).toBe(one);
  expect(one).toBe('show?fact=turnout&question=how+many');
});

test('a long question is left to the message, the other options stay', () => {
  const customId = encode({ command: 'show', options: { fact: 'turnout', question: LONG }, share: true });
  expect(customId).toBe('share/show!fact=turnout');
  expect(decode(customId, 'shown')?.options).toEqual({ fact: 'turnout', question: 'shown' });
  expect(decode(customId)).toBeUndefined();
});

test('other options that are too long are refused, with the command named', () => {
  const request = { command: 'quotes', options: { speaker: LONG } };
  expect(() => encode(request)).toThrow(/\/quotes needs \d+ characters/);
  expect(isStorable(request)).toBe(false);
});

test.each(['', 'ask', 'Ask?question=x', 'share/', '{"command":"ask"}'])(
  '%j is a custom id of another program',
  (customId) => {
    expect(decode(customId)).toBeUndefined();
  },
);

// What stands in a claim, seen from a fact of the small story.
import { describe, expect, test } from 'vitest';
import { createSignals } from '../../../src/core/judging/claim-features.ts';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import { knowledge as story } from '../../fixtures.ts';

const knowledge = { ...story, words: { ...story.words, negations: ['not'] } };

const read = createSignals(knowledge);
const signals = (claim: string, id = 'yes-share') => read(claim)(factOf(knowledge, id));

describe('who acts', () => {
  test.each([
    ['the guild refused everything', 'agent writers'],
    ['everything was refused by the studios', 'agent studios'],
    ["the guild's demands were refused by the studios", 'agent studios'],
    ['the union says the studios refused', 'agent studios'],
    ['it was refused', 'agent undefined'],
  ])('in "%s"', (claim, agent) => {
    expect(signals(claim, 'refusal').filter((signal) => signal.startsWith('agent'))).toEqual([agent]);
  });
});

test('the article is told apart from parties that say so', () => {
  expect(signals('the article says 96.3% voted yes')).toContain('said by the article claimed');
  expect(signals('the guild says 96.3% voted yes')).not.toContain('said by the article claimed');
});

describe('the period that is spoken of', () => {
  test.each([
    ['96.3% said yes this time', 'yes-share', 'period same'],
    ['96.3% said yes last time', 'yes-share', 'period other'],
    ['90% said yes last time', 'vote-2007', 'period same'],
    ['90% said yes in 2017', 'vote-2007', 'period other'],
    ['more than last time in 2017', 'yes-share', 'periods several'],
  ])('in "%s", seen from %s', (claim, id, period) => {
    expect(signals(claim, id)).toContain(period);
  });

  test('is left open where none is named', () => {
    expect(signals('96.3% said yes').filter((signal) => signal.startsWith('period'))).toEqual([]);
  });
});

describe('figures', () => {
  test.each([
    ['96.3% voted yes', 'figure same'],
    ['12% voted yes', 'figure differs'],
    ['they met for 12 hours', 'figure unrelated'],
    ['nearly all voted yes', 'no figure'],
  ])('in "%s"', (claim, signal) => {
    expect(signals(claim)).toContain(signal);
  });
});

describe('a negation', () => {
  const facts = new Map(knowledge.facts);
  facts.set('refusal', { ...factOf(knowledge, 'refusal'), short: 'Refused, not accepted' });
  const seen = createSignals({ ...knowledge, facts });
  const of = (claim: string, id: string) =>
    seen(claim)(factOf({ ...knowledge, facts }, id)).filter((signal) => signal.startsWith('denied'));

  test.each([
    ['they did not say yes', 'yes-share', 'denied true'],
    ['they said yes', 'yes-share', 'denied false'],
    ['it was accepted', 'refusal', 'denied true'],
    ['it was not accepted', 'refusal', 'denied false'],
  ])('in "%s" is held against the one of %s', (claim, id, signal) => {
    expect(of(claim, id)).toEqual([signal]);
  });
});

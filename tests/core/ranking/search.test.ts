// The search: it finds what a query is about, in a fixed order, and skips work without changing what it finds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch, type SearchDocument } from '../../../src/core/ranking/search.ts';
import { anyCharacter } from '../../any-character.ts';

function document(id: string, ...texts: string[]): SearchDocument {
  return { id, fields: texts.map((text) => ({ text, weight: 1 })) };
}

const documents = [
  document('expiry', 'The contract runs out on May 1.', 'when does the contract expire'),
  document('turnout', 'Of the members who could vote, 67.5% did.', 'how many members voted'),
  document('losses', 'The strike cost the writers $287 million.', 'what did the last strike cost'),
  document('pay', 'Pay for the writers fell by 23%.', 'did the pay of writers fall'),
];
const search = createSearch(documents);

const word = fc.constantFrom(
  'the',
  'of',
  'to',
  'vote',
  'strike',
  'guild',
  'contract',
  'health',
  'pay',
  'talks',
  'may',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const manyDocuments = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 80 })
  .map((texts) => texts.map((fields, index) => document(`d${index}`, ...fields)));

describe('find', () => {
  it('puts the document first that says most of the query', () => {
    const [first, ...others] = search.find('how much did the strike cost the writers', 10);
    expect(first?.id).toBe('losses');
    expect(others.map(({ score }) => score)).toEqual(others.map(({ score }) => score).sort((a, b) => b - a));
    expect(first?.score).toBeGreaterThan(others[0]?.score ?? 0);
  });

  it('forgives typing errors, at a price', () => {
    const [clean] = search.find('contract expire', 1);
    const [mistyped] = search.find('Contarct expires', 1);
    expect(mistyped?.id).toBe('expiry');
    expect(mistyped?.share).toBeLessThan(clean?.share ?? 0);
    expect(mistyped?.share).toBeGreaterThan(0.5);
  });

  it('counts unknown words against the share, and not against the score', () => {
    const [known] = search.find('strike cost', 1);
    const [unknown] = search.find('strike cost pancakes hotel', 1);
    expect(unknown?.score).toBe(known?.score);
    expect(unknown?.share).toBeLessThan((known?.share ?? 0) * 0.7);
  });

  it('reads so many words of a pasted text and no more', () => {
    const unknown = Array.from({ length: 47 }, (_, index) => `${index + 1_000}`).join(' ');
    expect(search.find(`${unknown} strike`, 1)).toHaveLength(1);
    expect(search.find(`${unknown} 9999 strike`, 1)).toEqual([]);
    const repeated = `${'strike '.repeat(500)} ${unknown}`;
    expect(search.find(`${repeated} pay`, 1)).toEqual(search.find(repeated, 1));
  });

  it('finds something by words that all documents have', () => {
    expect(
      search
        .find('the', 10)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['expiry', 'losses', 'pay', 'turnout']);
  });

  it('counts a word in a field of more weight for more', () => {
    const weighed = createSearch([
      {
        id: 'low',
        fields: [
          { text: 'strike', weight: 1 },
          { text: 'vote', weight: 3 },
        ],
      },
      {
        id: 'high',
        fields: [
          { text: 'vote', weight: 1 },
          { text: 'strike', weight: 3 },
        ],
      },
    ]);
    expect(weighed.find('strike', 2).map(({ id }) => id)).toEqual(['high', 'low']);
    expect(weighed.find('vote', 2).map(({ id }) => id)).toEqual(['low', 'high']);
  });

  it('ranks equals in the order of the documents', () => {
    const equals = createSearch(['c', 'a', 'b'].map((id) => document(id, 'the same words')));
    expect(equals.find('same words', 3).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(equals.find('same words', 2).map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('finds nothing where there is nothing', () => {
    expect(search.find('', 10)).toEqual([]);
    expect(search.find('pancakes', 10)).toEqual([]);
    expect(search.find('strike', 0)).toEqual([]);
    expect(createSearch([]).find('strike', 10)).toEqual([]);
    expect(createSearch([document('empty', '')]).find('strike', 10)).toEqual([]);
  });

  it('finds every document by its own words, at its full share', () => {
    fc.assert(
      fc.property(manyDocuments, (many) => {
        const found = createSearch(many);
        for (const { id, fields } of many) {
          const hit = found.find(fields.map(({ text }) => text).join(' '), 100).find((one) => one.id === id);
          expect(hit?.share).toBeGreaterThan(0);
          expect(hit?.share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives with a limit just the first of what it gives without, although it skips work', () => {
    fc.assert(
      fc.property(manyDocuments, sentence, fc.integer({ min: 1, max: 10 }), (many, query, limit) => {
        const found = createSearch(many);
        const some = found.find(query, limit);
        const all = found.find(query, 100).slice(0, limit);
        expect(some.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
        for (const [index, { score }] of some.entries())
          expect(score).toBeCloseTo(all[index]?.score as number, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('answers any text the same way twice, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 300 }),
        fc.integer({ min: -1, max: 200 }),
        (query, limit) => {
          expect(search.find(query, limit)).toEqual(search.find(query, limit));
        },
      ),
      { numRuns: 300 },
    );
  });
});

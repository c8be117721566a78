// What drafts find in an article: figures, dates, quotations and their speakers, and what they make of any other text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftFacts } from '../../src/drafting/draft-facts.ts';
import { DAY, PARAGRAPHS } from '../harbor.ts';

const { drafts, parties } = draftFacts(PARAGRAPHS, { day: DAY });
const records = drafts.map(({ record }) => record);
const nameOf = (id: string | undefined) => parties.find((party) => party.id === id)?.name;
const draftWith = (value: object) =>
  records.find(({ values }) =>
    values.some((one) => Object.entries(value).every(([key, of]) => one[key as keyof typeof one] === of)),
  );

test('every figure of the article is a value, with its unit, its whole and its bound', () => {
  const figures = records.flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'number' ? [{ ...value, told: undefined }] : [])),
  );
  expect(figures).toEqual([
    { kind: 'number', number: 82, unit: 'percent', of: 'members who took' },
    { kind: 'number', number: 1450, unit: 'members' },
    { kind: 'number', number: 4, unit: 'percent' },
    { kind: 'number', number: 4, unit: 'terminals' },
    { kind: 'number', number: 12_000_000, unit: 'dollars', bound: 'over' },
  ]);
});

test('a number says by which nouns beside it a claim refers to it, and what it counts', () => {
  expect(draftWith({ number: 12_000_000 })?.values[0]).toMatchObject({
    told: { by: ['deal', 'costs', 'taxpayers'] },
  });
  const { drafts: others } = draftFacts(['The council of the town bought 310 trams.', 'It cost 5 dollars.']);
  expect(others.flatMap(({ record }) => record.values)).toEqual([
    { kind: 'number', number: 310, unit: 'trams', told: { by: ['council', 'town'], nouns: ['tram'] } },
    { kind: 'number', number: 5, unit: 'dollars' },
  ]);
});

test('dates are resolved from the day of the article, and say what of them was', () => {
  expect(draftWith({ date: '2021-06-15' })).toMatchObject({
    status: 'resolved',
    working: expect.stringContaining('"Tuesday"'),
  });
  expect(draftWith({ date: '2020-03' })).toMatchObject({ status: 'stated' });
  expect(draftWith({ date: '2021-07-01' })?.values).toContainEqual({
    kind: 'date',
    date: '2021-07-01',
    dayStated: true,
  });
});

test('a text of no known day gives only the dates that it states whole', () => {
  const dates = draftFacts(PARAGRAPHS).drafts.flatMap(({ record }) =>
    record.values.filter(({ kind }) => kind === 'date'),
  );
  expect(dates).toEqual([
    { kind: 'date', date: '2020-03' },
    { kind: 'date', date: '2020-07-01', dayStated: true },
  ]);
});

test('quotations have their speakers: before, behind, by a pronoun, by a noun; neither a term nor what is denied has one', () => {
  const quoted = records.flatMap(({ quotation }) =>
    quotation ? [[quotation.text, nameOf(quotation.speaker)]] : [],
  );
  expect(quoted).toEqual([
    ['It is a fair settlement,', 'Maria Lopez'],
    ['Nobody got all they wanted!', 'Maria Lopez'],
    ['good news for every shipper on this coast.', 'the port authority'],
  ]);
});

test('whoever says so is named: before the verb and after "according to"; a date said by nobody is stated', () => {
  const said = (value: object) => draftWith(value)?.saidBy?.map(nameOf);
  expect(said({ number: 82 })).toEqual(['the Harbor Workers Association of Port Ellis']);
  expect(said({ number: 4, unit: 'percent' })).toEqual(['the port authority']);
  expect(said({ number: 12_000_000 })).toEqual(['Critics']);
  expect(said({ date: '2020-03' })).toBeUndefined();
  expect(said({ number: 4, unit: 'terminals' })).toBeUndefined();
});

describe('who says what in a town', () => {
  const TOWN = [
    'The ferry, which opened in May 1990, will close next year. “It is old,” said Mayor Ann Okoro, who has wanted that since 2021. The new bridge opens in March 2027, and its second lane follows that September.',
    'Supervisors Paul Drees and Mary Vega voted against the bridge. Drees said the piers were weak. Okoro disputed that. She said 40 engineers had looked at them.',
    'The club’s director, Priya Raman, called the plan “the best thing since the dam of 1988.” It will cost $3 million, Treasurer Lou Brand told the board.',
  ];
  const found = draftFacts(TOWN, { day: DAY });
  const own = found.drafts.map(({ record }) => record);
  const called = (id: string | undefined) => found.parties.find((party) => party.id === id)?.name;
  const saying = (value: object) =>
    own
      .find(({ values }) =>
        values.some((one) => Object.entries(value).every(([key, of]) => one[key as never] === of)),
      )
      ?.saidBy?.map(called);

  test('a name between commas behind "director" is who speaks, not what is spoken of', () => {
    const quoted = own.flatMap(({ quotation }) => (quotation ? [called(quotation.speaker)] : []));
    expect(quoted).toEqual(['Mayor Ann Okoro', 'Priya Raman']);
  });

  test('what is said of a speaker is not said by them', () => {
    expect(saying({ date: '2021' })).toBeUndefined();
  });

  test('"she" is whom the sentence before begins with', () => {
    expect(saying({ number: 40 })).toEqual(['Mayor Ann Okoro']);
  });

  test('a title that two share is no part of the name of one', () => {
    expect(found.parties.map(({ name }) => name)).toContain('Paul Drees');
  });

  test('"that September" is of the year that was given; without one it is left out', () => {
    const dates = (text: string) =>
      draftFacts([text], { day: DAY }).drafts.flatMap(({ record }) =>
        record.values.flatMap((value) => (value.kind === 'date' ? value.date : [])),
      );
    expect(dates(TOWN[0] ?? '')).toContain('2027-09');
    expect(dates('The second lane follows that September.')).toEqual([]);
  });

  test('a clause that only tells who says so is no draft', () => {
    const excerpts = own.map(({ citations }) => citations[0]?.excerpt ?? '');
    expect(excerpts.filter((excerpt) => /^(?:Treasurer|said Mayor)/.test(excerpt))).toEqual([]);
  });
});

test('a condition and a direction are values too', () => {
  expect(draftWith({ kind: 'condition' })?.values).toContainEqual({
    kind: 'condition',
    condition: 'unless the council objects',
  });
  expect(draftWith({ number: 4, unit: 'percent' })?.values).toContainEqual({
    kind: 'direction',
    direction: 'up',
  });
});

test('each draft has two to six questions of its own, each asked once', () => {
  for (const { id, questions } of records)
    expect([id, questions.length > 1 && questions.length < 7]).toEqual([id, true]);
  const all = records.flatMap(({ questions }) => questions);
  expect(new Set(all).size).toBe(all.length);
  expect(draftWith({ number: 1450 })?.questions).toContain('how many members who took part backed the deal');
});

test('what is taken stays so, and a paragraph that is done is read but not drafted', () => {
  const [first] = records;
  const again = draftFacts(PARAGRAPHS, {
    day: DAY,
    done: new Set([1]),
    taken: { ids: records.map(({ id }) => id), questions: first?.questions ?? [] },
  });
  const own = again.drafts.map(({ record }) => record);
  expect(own.some(({ id }) => records.some((record) => record.id === id))).toBe(false);
  expect(own.flatMap(({ citations }) => citations).some(({ paragraph }) => paragraph === 1)).toBe(false);
  // "The association" is still known by its name in the first paragraph.
  expect(again.parties.map(({ name }) => name)).toContain('the Harbor Workers Association of Port Ellis');
});

const anyText = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...PARAGRAPHS.flatMap((paragraph) => paragraph.split(' ')),
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '.',
      ',',
      'said',
    ),
    fc.string({ maxLength: 12 }),
  ),
  { maxLength: 40, size: 'max' },
);

test('any text is drafted without fail: excerpts stand in it and are short, ids differ, and it is the same each time', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 3 }), (paragraphs) => {
      const text = paragraphs.map((words) => words.join(' ').replace(/\s+/g, ' ').trim());
      const found = draftFacts(text, { day: DAY });
      for (const { record } of found.drafts)
        for (const { paragraph, excerpt } of record.citations) {
          expect(excerpt.split(/\s+/).length).toBeLessThanOrEqual(12);
          expect(excerpt).not.toBe('');
          expect(text[paragraph - 1]).toContain(excerpt);
        }
      const ids = found.drafts.map(({ record: { id } }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(draftFacts(text, { day: DAY })).toEqual(found);
    }),
    { numRuns: 60 },
  );
});

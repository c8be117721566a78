// Choices while typing: which ones are offered, how they fit Discord, and what a returned name means.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterChoices } from '../../src/bot/filter-choices.ts';
import { fitChoices, toChosenValue } from '../../src/bot/fit-choices.ts';

test('every typed word is looked for in names and other words, and an exact value stands alone', () => {
  const entries = [
    { name: 'The guild', value: 'guild', words: ['union'] },
    { name: 'The guild committee', value: 'committee' },
  ];
  const values = (typed: string) => filterChoices(entries, typed).map(({ value }) => value);
  expect(values('')).toEqual(['guild', 'committee']);
  expect(values('GUILD the')).toEqual(['guild', 'committee']);
  expect(values('union')).toEqual(['guild']);
  expect(values('guild')).toEqual(['guild']);
  expect(values('studios')).toEqual([]);
});

test('choices fit Discord: 25, names of 100 characters, values whole or not at all', () => {
  const choices = fitChoices([
    { name: `${'n'.repeat(98)}👩‍🚀`, value: 'first' },
    { name: 'too long', value: 'v'.repeat(101) },
    ...Array.from({ length: 40 }, (_, index) => ({ name: `Name ${index}`, value: `${index}` })),
  ]);
  expect(choices).toHaveLength(25);
  expect(choices[0]).toEqual({ name: `${'n'.repeat(98)}…`, value: 'first' });
  expect(choices.map(({ value }) => value)).not.toContain('v'.repeat(101));
});

test('the name of any choice means its value, and a value means itself, whatever else is called like it', () => {
  const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 150, size: 'max' });
  const anyChoices = fc
    .array(anyName, { minLength: 1, maxLength: 10 })
    .map((names) => names.map((name, n) => ({ name: `${n} ${name}`, value: n === 0 ? '1' : `value-${n}` })));
  fc.assert(
    fc.property(anyChoices, (choices) => {
      const suggest = (typed: string) => filterChoices(choices, typed);
      for (const { name, value } of fitChoices(choices)) {
        expect(toChosenValue(name, suggest)).toBe(value);
        expect(toChosenValue(value, suggest)).toBe(value);
      }
    }),
  );
});

test('what is no choice stays as it was typed', () => {
  const suggest = () => [{ name: 'The guild', value: 'guild' }];
  for (const typed of ['the guild', 'The guild…', 'x'.repeat(200)])
    expect(toChosenValue(typed, suggest)).toBe(typed);
});

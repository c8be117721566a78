// Which facts and gaps are hardest to find, and what their questions are mistaken for.
import { expect, test } from 'vitest';
import { findWeak } from '../../src/training/find-weak.ts';

const asked = (id: string, text: string, ...likeliest: string[]) => ({
  id,
  text,
  isQuestion: true,
  ranked: likeliest.map((one, i) => ({ id: one, probability: 0.9 / (i + 1) })),
});

test('the weakest first, with what it is taken for most, and one such question', () => {
  const found = findWeak([
    asked('sure', 'a', 'sure', 'weak'),
    asked('half', 'b', 'half'),
    asked('half', 'c', 'weak', 'half'),
    asked('weak', 'd', 'half'),
    asked('weak', 'e', 'sure'),
    asked('weak', 'f', 'sure', 'weak'),
    asked('weak', 'g', 'weak'),
  ]);
  expect(found).toEqual([
    {
      id: 'weak',
      heldOut: 4,
      right: 1,
      takenFor: [
        { id: 'sure', count: 2, question: 'e' },
        { id: 'half', count: 1, question: 'd' },
      ],
    },
    { id: 'half', heldOut: 2, right: 1, takenFor: [{ id: 'weak', count: 1, question: 'c' }] },
  ]);
});

test('many misses of many weigh more than the only question of a record', () => {
  const many = Array.from({ length: 10 }, (_, i) => asked('many', `${i}`, i === 0 ? 'many' : 'one'));
  expect(findWeak([asked('one', 'x', 'many'), ...many]).map(({ id }) => id)).toEqual(['many', 'one']);
});

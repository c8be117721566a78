// What a question takes for granted by its clauses, its phrases or a noun of change becomes statements.
import { describe, expect, test } from 'vitest';
import { takenForGranted } from '../../../src/core/judging/presuppositions.ts';
import { MAX_READ } from '../../../src/core/text/beginning.ts';

describe('a question takes for granted', () => {
  test.each([
    ['a clause before it', 'Now that the mill has burned down, who will bake?', 'the mill has burned down.'],
    ['a clause behind it', 'Who pays, given that the mill has burned down?', 'the mill has burned down.'],
    ['a statement before it', 'The mill is shut for good. What now?', 'The mill is shut for good.'],
    ['what it asks the reason of', 'Why did the bakers sell the mill?', 'did the bakers sell the mill.'],
    ['what "how come" asks about', 'How come the mill is closed?', 'the mill is closed.'],
    ['what was caused', 'What led the bakers to leave the mill?', 'the bakers leave the mill.'],
    ['a clause after "after"', 'After the mill burned down, what did they eat?', 'the mill burned down.'],
    [
      'a clause before a yes/no question',
      'Since the mill has nine ovens, is one enough?',
      'the mill has nine ovens.',
    ],
    ['a clause without a comma', 'since Ann sold the mill what do they do', 'Ann sold the mill.'],
    ['a clause before "so"', "the bread's in the oven so why wait", "the bread's in the oven."],
    ['an "if" that supposes nothing', 'If Ann sold the mill, why is she here?', 'Ann sold the mill.'],
    ['a number of things', "Who runs the town's nine mills?", 'the town has nine mills.'],
    ['a relative clause', 'What became of the bread that Ann burned?', 'the bread Ann burned.'],
    ['a participle', 'Who ate the cake stolen by the cat?', 'the cake was stolen by the cat.'],
    ['an apposition', 'What does Ann, the head of the council, earn?', 'Ann is the head of the council.'],
    [
      'a noun of change',
      'What explains the drop in bread sales since 2007?',
      'bread sales dropped since 2007.',
    ],
    [
      'a rise, up to the next clause',
      'Why such a rise in the price of flour, and who gains?',
      'the price of flour rose.',
    ],
    [
      'a change compared with another time',
      'What is behind the growth in sales compared with last year?',
      'sales rose compared with last year.',
    ],
  ])('%s: %s', (_, question, statement) => {
    expect(takenForGranted(question)).toContain(statement);
  });
});

describe('it does not take for granted', () => {
  test.each([
    ['a supposition', 'If the mill closed, who would bake?', 'the mill closed.'],
    ['a supposition that asks why', 'If Ann sold the mill, why would she stay?', 'Ann sold the mill.'],
    ['a number that belongs to no things', "Who broke Ann's ninety day fast?", 'Ann has ninety day.'],
    ['a supposition behind it', 'Which bread would sell out first if the mill closed?', 'the mill closed.'],
    ['what it rules out', 'What is the mill for, if not to grind the corn?', 'to grind the corn.'],
    ['more by a verb than the verb says', 'The mill closed in May. Why?', 'The mill was closed in May.'],
    ['a change that may only be asked about', 'Would a drop in sales hurt?', 'sales dropped.'],
  ])('%s: %s', (_, question, statement) => {
    expect(takenForGranted(question)).not.toContain(statement);
  });

  test.each(['Who baked it?', 'Why?', ''])('anything where it says nothing: %s', (question) => {
    expect(takenForGranted(question)).toEqual([]);
  });
});

test('three statements are the most that a question can be judged by', () => {
  const question = `${'The mill is shut for good, says Ann. The oven is cold. '.repeat(2)}The cat that ran came in. The dog that sat slept on. The cow that ate grew fat. Why?`;
  expect(takenForGranted(question)).toHaveLength(3);
});

test('of a long question only the beginning is looked at', () => {
  const late = `${'Oh well, well. '.repeat(MAX_READ / 15)}Why did the bakers sell the mill?`;
  expect(takenForGranted(late)).not.toContain('did the bakers sell the mill.');
  expect(takenForGranted(late.slice(-MAX_READ + 15))).toContain('did the bakers sell the mill.');
});

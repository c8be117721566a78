// Nothing is answered with a draft, offered or learned from it, until a person has removed its mark.
import { expect, test } from 'vitest';
import type { Desk } from '../../src/core/desk.ts';
import { parseKnowledge } from '../../src/core/knowledge/parse.ts';
import { trainModel } from '../../src/training/train-model.ts';
import { files } from '../fixtures.ts';
import { openHere } from '../story-desk.ts';

const HIDDEN = {
  id: 'picket-day',
  short: 'Pickets on Wednesday',
  claim: 'Pickets gather on Wednesday at noon.',
  status: 'stated',
  citations: [{ paragraph: 4, excerpt: 'gather on Wednesday' }],
  values: [{ kind: 'date', date: '2017-04-26', event: 'Pickets gather' }],
  questions: ['when do the pickets gather', 'which day do pickets meet'],
  related: ['vote-day'],
};

const deskWith = (record: object) => {
  const knowledge = parseKnowledge(
    Object.entries({ ...files, 'facts/pickets.yaml': [record] }).map(([path, data]) => ({
      path,
      data,
      lineOf: () => 1,
    })),
  );
  const { model } = trainModel(knowledge, { shared: '', records: {} });
  return { model, desk: openHere(knowledge, model) };
};

const asksFor = (desk: Desk) => {
  const answer = desk.ask('when do the pickets gather');
  return answer.outcome === 'found' ? answer.fact.id : undefined;
};

test('a draft is not answered, shown, offered, trained on, or a reason to call a claim supported', () => {
  const { model, desk } = deskWith({ ...HIDDEN, draft: true });
  expect(desk.knowledge.drafts.has('picket-day')).toBe(true);
  expect(model.classes).not.toContain('picket-day');
  expect(asksFor(desk)).not.toBe('picket-day');
  expect(desk.show('picket-day')).toBeUndefined();
  expect(JSON.stringify(desk.suggest('pickets', 25))).not.toContain('pickets');
  expect(JSON.stringify(desk.check('Pickets gather on Wednesday at noon.'))).not.toContain('picket-day');
});

test('the same record without the mark is', () => {
  const { model, desk } = deskWith(HIDDEN);
  expect(model.classes).toContain('picket-day');
  expect(asksFor(desk)).toBe('picket-day');
  expect(desk.show('picket-day')?.fact.short).toBe('Pickets on Wednesday');
  expect(JSON.stringify(desk.suggest('pickets', 25))).toContain('pickets');
});

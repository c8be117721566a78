// With several shards, as Discord asks of a bot in thousands of servers, one process answers on all of them.
import { expect, test } from 'vitest';
import { createStage, only, textOf } from './stage.ts';

test('three shards are opened, each brings the interactions of its servers, and each is answered once', async () => {
  const stage = await createStage({}, { shards: 3 });
  const { local, entries } = stage;
  const { people, places, dm } = local.world;
  const connected = entries.filter(({ sentence }) => sentence === 'Connected to Discord');
  expect(connected.map(({ fields }) => fields.shard).sort()).toEqual([0, 1, 2]);
  const outcomes = await Promise.all(
    [dm(people.mia), places.general, places.elsewhere].map((place) =>
      local.run(people.mia, place, 'ask', { question: 'how many voted yes' }),
    ),
  );
  for (const outcome of outcomes) expect(textOf(only(outcome))).toContain('96.3% voted yes');
  expect(local.problems()).toEqual([]);
  await stage.close();
  expect(local.online).toBe(false);
});

// Whatever happens to a summary, after the next update there is exactly one, pinned and up to date.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { button, createStage, only, type Stage } from './stage.ts';
import { isCurrent, isOwnSummary, withChange } from './summaries.ts';

const RUNS = 25;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.close());
beforeEach(() => expect(stage.local.problems()).toEqual([]));

const events = ['post', 'update', 'remove', 'edit', 'delete', 'unpin', 'pin', 'chat', 'restart'] as const;

test('any order of posting, editing the knowledge, deleting, unpinning, pinning again and restarting', async () => {
  let edits = 0;
  const { local } = stage;
  const { max } = local.world.people;
  const { general } = local.world.places;
  const run = (subcommand: string) => local.run(max, general, `summary ${subcommand}`);
  const own = () => local.messages(max, general).filter(isOwnSummary);
  const pinned = () => local.pins(general).filter(isOwnSummary);

  const happen: Record<(typeof events)[number], () => unknown> = {
    post: () => run('post'),
    update: () => run('update'),
    async remove() {
      const asked = only(await run('remove'));
      return own().length > 0 && local.press(max, asked, button(asked, 'Delete it'));
    },
    edit: () => {
      edits += 1;
      stage.desk = withChange(stage.desk, `ballots of edit ${edits}`);
    },
    delete: () =>
      own()
        .slice(-1)
        .forEach((message) => void local.remove(max, message)),
    unpin: () =>
      pinned()
        .slice(-1)
        .forEach((message) => void local.pin(max, message, false)),
    pin: () =>
      own()
        .slice(0, 1)
        .forEach((message) => void local.pin(max, message, true)),
    chat: () => local.say(max, general, 'What does the summary say?'),
    restart: () => stage.restart(),
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...events), { maxLength: 8 }),
      fc.constantFrom('post', 'update'),
      async (order, last) => {
        for (const message of own()) local.remove(max, message);
        for (const event of order) await happen[event]();
        if (last === 'update' && pinned().length === 0) {
          const before = own();
          await run('update');
          expect(own()).toEqual(before);
          await run('post');
        } else await run(last);
        expect(own()).toHaveLength(1);
        expect(own()).toEqual(pinned());
        expect(isCurrent(pinned()[0], stage.desk)).toBe(true);
      },
    ),
    { numRuns: RUNS, seed: 20170424 },
  );
  expect(local.problems()).toEqual([]);
});

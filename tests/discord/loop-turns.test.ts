// Interactions that arrive together do not block the event loop together.
import { expect, test } from 'vitest';
import { createLoopTurns } from '../../src/discord/loop-turns.ts';

test('of those that come at once, each has an iteration of the event loop of its own, in order', async () => {
  let iteration = 0;
  let ticking: NodeJS.Immediate | undefined;
  const tick = () => {
    iteration += 1;
    ticking = setImmediate(tick);
  };
  tick();
  const turn = createLoopTurns();
  const seen = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      await turn();
      return { index, at: iteration };
    }),
  );
  if (ticking) clearImmediate(ticking);
  for (const [i, { at }] of seen.entries()) expect(at).toBeGreaterThan(seen[i - 1]?.at ?? 0);
});

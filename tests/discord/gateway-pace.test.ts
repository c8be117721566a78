// How long the bot waits before it connects or logs in again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseAfter, spread } from '../../src/discord/gateway-pace.ts';

test('a first loss waits for nothing, the next ones for twice as long each time, up to a minute', () => {
  expect([0, 1, 2, 3, 4, 8, 9, 1_000].map(pauseAfter)).toEqual([
    0, 0, 1_000, 2_000, 4_000, 60_000, 60_000, 60_000,
  ]);
});

test('until half of the logins are used up none waits; from then on they last until there are new ones', () => {
  const total = 1_000;
  const limits = fc.record({ remaining: fc.nat(total), reset_after: fc.nat(86_400_000) });
  fc.assert(
    fc.property(limits, ({ remaining, reset_after }) => {
      const wait = spread({ total, remaining, reset_after });
      if (remaining > total / 2) expect(wait).toBe(0);
      else expect(wait * Math.max(remaining, 1)).toBeGreaterThanOrEqual(reset_after);
    }),
  );
});

// Bodies posted to the endpoint: interactions, interactions with a part missing or replaced, and anything else.
import fc from 'fast-check';
import type { Bot } from '../../../src/bot/index.ts';
import { anyInteraction } from '../any-interaction.ts';

/** A request, and whether it is signed by Discord. */
export interface Posted {
  body: Buffer;
  signature: 'right' | 'of something else' | 'none';
  /** Whether the body is an interaction with all of its parts. */
  isWhole: boolean;
}

/** Any JSON in the place of one part of an interaction, or nothing. */
function damage(interaction: object, path: readonly number[], value: unknown): object {
  const copy = structuredClone(interaction) as Record<string, unknown>;
  let here = copy;
  for (const [depth, step] of path.entries()) {
    const keys = Object.keys(here);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) break;
    const inside = here[key];
    if (depth < path.length - 1 && typeof inside === 'object' && inside !== null) {
      here = inside as Record<string, unknown>;
      continue;
    }
    if (value === undefined) delete here[key];
    else here[key] = value;
    break;
  }
  return copy;
}

const toBytes = (body: unknown) => Buffer.from(JSON.stringify(body));

/** Any body. Half of them are damaged interactions, since those come nearest to what the bot reads. */
export const anyPosted = (bot: Bot): fc.Arbitrary<Posted> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 2, arbitrary: anyInteraction(bot).map((one) => ({ body: toBytes(one), isWhole: true })) },
        {
          weight: 5,
          arbitrary: fc
            .tuple(
              anyInteraction(bot),
              fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
              fc.option(fc.jsonValue(), { nil: undefined }),
            )
            .map(([one, path, value]) => ({ body: toBytes(damage(one, path, value)), isWhole: false })),
        },
        {
          weight: 3,
          arbitrary: fc
            .oneof(
              fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
              fc.json().map((text) => Buffer.from(text)),
            )
            .map((body) => ({ body, isWhole: false })),
        },
      ),
      fc.constantFrom('right' as const, 'right' as const, 'of something else' as const, 'none' as const),
    )
    .map(([body, signature]) => ({ ...body, signature }));

// The privacy policy that operators adapt says what /privacy says, in the same words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot, type Kept } from '../../src/bot/index.ts';
import { asker } from '../fixtures.ts';
import { desk } from '../story-desk.ts';

const policy = readFileSync(join(import.meta.dirname, '../../PRIVACY.md'), 'utf8');
const commands = await loadCommands();
const unanswered: Kept['unanswered'] = { days: 30, add: async () => 'listed', entriesOf: async () => [] };

const said = async (kept: Kept): Promise<string[]> => {
  const { blocks } = await createBot(commands, desk, kept).respond({
    command: 'privacy',
    options: {},
    member: asker,
  });
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
};

test('every sentence of /privacy stands in PRIVACY.md, whether a list is kept or not, and nothing else in its list', async () => {
  const items = new Set([...(await said({ unanswered })), ...(await said({}))]);
  expect(items.size).toBeGreaterThan(8);
  const [, kept = ''] = policy.split('## What is kept\n');
  const [list = ''] = kept.split('## What it is used for');
  expect([...list.matchAll(/^- (.*)$/gm)].map(([, item]) => item).sort()).toEqual([...items].sort());
});

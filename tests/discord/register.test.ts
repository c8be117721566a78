// Discord is told the commands as they are, and only when they changed.
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../src/bot/command.ts';
import { defineCommand, defineCommandGroup } from '../../src/bot/index.ts';
import { registerOnce, toManifest } from '../../src/discord/index.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  expect(stage.local.problems()).toEqual([]);
  await stage.close();
});

const puts = () =>
  stage.local
    .wire()
    .flatMap((entry) => (entry.kind === 'rest' && entry.request.method === 'PUT' ? [entry.request] : []));

const moderate = defineCommand({
  description: 'For moderators',
  requires: 'ManageMessages',
  options: z.object({
    note: z.string().min(2).max(9000).optional().describe('A note'),
    how: z.enum(['loud', 'quiet']).describe('In which way'),
  }),
  onMessage: { label: 'Moderate this', option: 'note' },
  run: (_, { member }) => ({ blocks: [{ kind: 'text', text: `Done for ${member.name}` }] }),
}) as unknown as Command;

const { requires, onMessage, ...note } = moderate;
const board = defineCommandGroup({
  description: 'The noticeboard',
  requires: 'ManageMessages',
  subcommands: {
    put: note,
    clear: defineCommand({ ...note, description: 'Clear it', options: z.object({}) }),
  },
});

test.each([false, true])(
  'commands are sent once, and not again when nothing changed (guild: %s)',
  async (guild) => {
    stage = await createStage({ moderate }, { guild });
    expect(puts()).toHaveLength(1);
    expect(puts()[0]?.path).toMatch(guild ? /\/guilds\/\d+\/commands$/ : /^\/applications\/\d+\/commands$/);
    // A server's own commands have no contexts (Discord: Application Command Object).
    const sent = (puts()[0]?.body ?? []) as object[];
    expect(sent.map((command) => 'contexts' in command)).toEqual(sent.map(() => !guild));
    const ids = stage.local.registered().map(({ id }) => id);
    await stage.restart();
    expect(puts()).toHaveLength(1);
    expect(stage.local.registered().map(({ id }) => id)).toEqual(ids);
    expect(stage.entries.map(({ sentence }) => sentence)).toContain('Commands are up to date');
  },
);

test.each([
  ['a new option text', { ...moderate, description: 'Changed' }],
  ['another permission', { ...moderate, requires: undefined }],
  [
    'another order of choices',
    {
      ...moderate,
      options: moderate.options.extend({ how: z.enum(['quiet', 'loud']).describe('In which way') }),
    },
  ],
])('%s is sent', async (_, changed) => {
  stage = await createStage({ moderate });
  const { token, api } = stage.local;
  const commands = new Map(stage.bot.commands).set('moderate', changed as unknown as Command);
  expect(await registerOnce(toManifest(commands), { token, api })).toBe(true);
  expect(await registerOnce(toManifest(commands), { token, api })).toBe(false);
  commands.delete('moderate');
  expect(await registerOnce(toManifest(commands), { token, api })).toBe(true);
  expect(stage.local.registered().map(({ name }) => name)).not.toContain('moderate');
});

test('a command for moderators is for those who manage messages, in servers only', async () => {
  stage = await createStage({ moderate });
  const { people, places } = stage.local.world;
  const offered = (person = people.max, place = places.general) =>
    stage.local.commands(person, place).map(({ name }) => name);
  expect(offered()).toEqual(expect.arrayContaining(['moderate', 'Moderate this', 'ask']));
  expect(offered(people.mia)).not.toContain('moderate');
  expect(offered(people.max, stage.local.world.dm(people.max))).not.toContain('moderate');
  expect(offered(people.mia, places.elsewhere)).toContain('ask');
  const sent = stage.local.registered().find(({ name }) => name === 'moderate');
  expect(sent?.options).toEqual([
    {
      type: 3,
      name: 'how',
      description: 'In which way',
      required: true,
      choices: [
        { name: 'loud', value: 'loud' },
        { name: 'quiet', value: 'quiet' },
      ],
    },
    { type: 3, name: 'note', description: 'A note', required: false, min_length: 2, max_length: 6000 },
  ]);
  const { messages } = await stage.local.run(people.max, places.general, 'moderate', { how: 'loud' });
  expect(JSON.stringify(messages)).toContain('Done for Max');
});

test('a command with subcommands has them in place of options, and one changed option of one is sent', async () => {
  const louder = note.options.extend({ how: z.enum(['loud']).describe('In which way') });
  stage = await createStage({ board });
  const { token, api } = stage.local;
  const sent = stage.local.registered().find(({ name }) => name === 'board');
  expect(sent).toMatchObject({ description: 'The noticeboard', default_member_permissions: '8192' });
  expect(sent?.options).toEqual([
    {
      type: 1,
      name: 'put',
      description: 'For moderators',
      options: [expect.objectContaining({ name: 'how' }), expect.objectContaining({ name: 'note' })],
    },
    { type: 1, name: 'clear', description: 'Clear it', options: [] },
  ]);
  expect(await registerOnce(toManifest(stage.bot.commands), { token, api })).toBe(false);
  const subcommands = { ...board.subcommands, put: { ...note, options: louder } };
  const changed = new Map(stage.bot.commands).set('board', { ...board, subcommands });
  expect(await registerOnce(toManifest(changed), { token, api })).toBe(true);
});

test('an option or a subcommand without a description is named', async () => {
  stage = await createStage();
  const bare = defineCommand({
    description: 'Bare',
    options: z.object({ what: z.string() }),
    run: () => ({ blocks: [] }),
  });
  expect(() => toManifest(new Map([['bare', bare as unknown as Command]]))).toThrow(
    'commands/bare.ts: option "what" needs .describe(...)',
  );
  const { description, ...silent } = note;
  expect(() =>
    toManifest(new Map([['board', { description: 'The noticeboard', subcommands: { put: silent } }]])),
  ).toThrow('commands/board.ts: subcommand "put" needs a description');
});

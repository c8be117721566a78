// Discord gets the commands as they are, and only if they changed.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../src/bot/command.ts';
import { defineCommand, defineCommandGroup } from '../../src/bot/index.ts';
import { registerOnce, toManifest } from '../../src/discord/index.ts';
import { createMemoryStore } from '../../src/store/index.ts';
import { createStage, only, request, type Stage, textOf } from './stage.ts';

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

/** Registers one command as another bot of the application would; returns it as Discord has it then. */
const addCommand = (command: object) =>
  request(stage, 'POST', `/applications/${stage.local.applicationId}/commands`, command);

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

describe('what another bot of the application left behind', () => {
  const launch = {
    type: 4,
    name: 'Launch',
    description: 'Opens the game',
    handler: 2,
    integration_types: [0, 1],
    contexts: [0, 2],
  };
  const option = (type: number, more: object = {}) => ({ name: 'o', description: 'o', type, ...more });
  const slash = (...options: object[]) => ({ name: 'leftover', description: 'Of another bot', options });

  test.each([
    ['choices that are numbers', slash(option(4, { choices: [{ name: 'one', value: 1 }] }))],
    ['numbers with bounds', slash(option(10, { min_value: 0.5, max_value: 2 }))],
    ['other types of options', slash(...[5, 7, 9, 11].map((type) => option(type, { name: `o${type}` })))],
    ['a group of subcommands', slash(option(2, { options: [option(1, { options: [option(3)] })] }))],
    ['a user command', { type: 2, name: 'Greet' }],
    ['an Entry Point command', launch],
  ])('%s does not stop the start', async (_, leftover) => {
    stage = await createStage();
    const own = stage.local.registered();
    const response = await addCommand(leftover);
    await stage.restart();
    const isEntryPoint = leftover === launch;
    expect(puts()).toHaveLength(isEntryPoint ? 1 : 2);
    const sameAsOwn = own.map(({ name, type }) => expect.objectContaining({ name, type }));
    expect(stage.local.registered()).toEqual(isEntryPoint ? [...sameAsOwn, response] : sameAsOwn);
  });

  test('a text of another language on a command of ours is taken away', async () => {
    stage = await createStage();
    const [own] = toManifest(stage.bot.commands);
    await addCommand({ ...own, description_localizations: { fr: 'Autre' } });
    expect(JSON.stringify(stage.local.registered())).toContain('Autre');
    await stage.restart();
    expect(JSON.stringify(stage.local.registered())).not.toContain('Autre');
  });

  test('an Entry Point command stays as it is when the commands change', async () => {
    stage = await createStage({ moderate });
    const { token, api } = stage.local;
    const response = await addCommand(launch);
    const commands = new Map(stage.bot.commands);
    commands.delete('moderate');
    expect(await registerOnce(toManifest(commands), { token, api })).toBe(true);
    const kept = stage.local.registered().find(({ name }) => name === 'Launch');
    expect(kept).toEqual({ ...response, version: kept?.version });
    expect(await registerOnce(toManifest(commands), { token, api })).toBe(false);
  });
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

describe('when the knowledge changes while the bot runs', () => {
  const rename = (view: string) => {
    const { knowledge } = stage.desk;
    const [first, ...views] = knowledge.article.views;
    if (!first) throw new Error('the article has views');
    const article = { ...knowledge.article, views: [{ ...first, id: view }, ...views] };
    stage.desk = { ...stage.desk, knowledge: { ...knowledge, article } };
  };
  const names = () => stage.local.registered().map(({ name }) => name);

  test.each([false, true])('its commands are registered anew, and answer (over HTTP: %s)', async (http) => {
    stage = await createStage({}, http ? { copies: [createMemoryStore()] } : {});
    rename('ballots');
    await stage.connection.renew();
    expect(names()).toContain('ballots');
    expect(names()).not.toContain('votes');
    const { people, places } = stage.local.world;
    const answer = only(await stage.local.run(people.mia, places.general, 'ballots'));
    expect(textOf(answer)).toContain('96.3%');
    const sent = puts().length;
    await stage.connection.renew();
    expect(puts()).toHaveLength(sent);
  });

  test('its status line follows, in a session that begins later too', async ({ onTestFinished }) => {
    stage = await createStage();
    const { knowledge } = stage.desk;
    const before = `Ask me about ${knowledge.article.subject}`;
    stage.desk = {
      ...stage.desk,
      knowledge: { ...knowledge, article: { ...knowledge.article, subject: 'bread' } },
    };
    expect(stage.local.status).toBe(before);
    await stage.connection.renew();
    await expect.poll(() => stage.local.status).toBe('Ask me about bread');
    const sessions = () => stage.entries.filter(({ sentence }) => sentence === 'Connected to Discord').length;
    // Discord takes one login in five seconds, and discord.js waits for as long by its clock.
    const { now } = Date;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 5_000);
    onTestFinished(() => clock.mockRestore());
    stage.local.gateway.invalidate(false);
    await expect.poll(sessions).toBe(2);
    await expect.poll(() => stage.local.status).toBe('Ask me about bread');
  });

  test('a failure is logged, and the commands before stay', async () => {
    stage = await createStage();
    rename('ballots');
    stage.local.failNext({ route: /commands/, status: 403, code: 50001, message: 'Missing Access' });
    await stage.connection.renew();
    expect(names()).toContain('votes');
    expect(stage.entries.filter(({ level }) => level === 'warn').map(({ sentence }) => sentence)).toEqual([
      'The changed commands could not be sent to Discord; a restart tries again',
    ]);
  });
});

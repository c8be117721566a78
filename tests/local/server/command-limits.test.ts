// Discord's limits for commands: each refuses what breaks it and accepts what just fits.
import { expect, test } from 'vitest';
import { checkShape } from '../../../src/local/server/check-shape.ts';
import { checkCommand, checkCommands } from '../../../src/local/server/command-limits.ts';
import { times } from './bodies.ts';
import { discord, login } from './bot.ts';

const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });

/** Problems of a command, by the specification first and then by the limits, as the server asks for them. */
const inCommand = (body: object): string[] => {
  const shape = checkShape('command', body);
  return (shape.length > 0 ? shape : checkCommand(body)).map(({ message }) => message);
};

const command = { name: 'ask', description: 'Ask' };
const subcommand = (name: string, options: object[] = []) => ({ type: 1, name, description: 'd', options });
test.each<[string, object, object]>([
  ['lower-case name', command, { ...command, name: 'Ask' }],
  ['no spaces in a name', command, { ...command, name: 'ask it' }],
  [
    'capitals and spaces in a message command',
    { name: 'Check this', type: 3 },
    { name: 'Check this', type: 3, description: 'x' },
  ],
  ['a description', command, { name: 'ask' }],
  [
    'description 100',
    { ...command, description: 'a'.repeat(100) },
    { ...command, description: 'a'.repeat(101) },
  ],
  [
    '25 options',
    { ...command, options: times(25, (i) => option(`o${i}`)) },
    { ...command, options: times(26, (i) => option(`o${i}`)) },
  ],
  [
    'required options first',
    { ...command, options: [option('a', { required: true }), option('b')] },
    { ...command, options: [option('a'), option('b', { required: true })] },
  ],
  [
    'option names once',
    { ...command, options: [option('a'), option('b')] },
    { ...command, options: [option('a'), option('a')] },
  ],
  ['lower-case option name', { ...command, options: [option('a')] }, { ...command, options: [option('A')] }],
  [
    'subcommands or options',
    { ...command, options: [subcommand('a', [option('a')]), subcommand('b')] },
    { ...command, options: [subcommand('a'), option('b')] },
  ],
  [
    'subcommands in no other',
    { ...command, options: [subcommand('a')] },
    { ...command, options: [subcommand('a', [subcommand('b')])] },
  ],
  [
    'the options of a subcommand like any',
    { ...command, options: [subcommand('a', [option('a', { required: true }), option('b')])] },
    { ...command, options: [subcommand('a', [option('a'), option('b', { required: true })])] },
  ],
  [
    'choices or autocomplete',
    { ...command, options: [option('a', { autocomplete: true })] },
    { ...command, options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'y' }] })] },
  ],
  [
    'choice value 100',
    { ...command, options: [option('a', { choices: [{ name: 'x', value: 'a'.repeat(100) }] })] },
    { ...command, options: [option('a', { choices: [{ name: 'x', value: 'a'.repeat(101) }] })] },
  ],
  [
    'private channels need user install',
    { ...command, contexts: [2], integration_types: [1] },
    { ...command, contexts: [2] },
  ],
  [
    '8,000 characters',
    {
      ...command,
      options: [option('a', { choices: times(25, (i) => ({ name: `${i}`.padEnd(100, 'n'), value: 'a' })) })],
    },
    {
      ...command,
      options: times(2, (o) =>
        option(`o${o}`, {
          choices: times(25, (i) => ({ name: `${i}`.padEnd(100, 'n'), value: 'v'.repeat(100) })),
        }),
      ),
    },
  ],
])('%s', (_, fits, breaks) => {
  expect(inCommand(fits)).toEqual([]);
  expect(inCommand(breaks)).not.toEqual([]);
});

test('names are unique within a type', () => {
  expect(checkCommands([command, { ...command, type: 3, description: '' }])).toEqual([]);
  expect(checkCommands([command, command])).toHaveLength(1);
});

test('101 slash commands are too many', async () => {
  const local = await discord();
  const { client } = await login(local, () => {});
  const many = (count: number) => times(count, (i) => ({ name: `c${i}`, description: 'd' }));
  await client.application.commands.set(many(100));
  await expect(client.application.commands.set(many(101))).rejects.toMatchObject({ code: 30032 });
});

// The commands that people can type, as a list: what each is called, and what it is for.

import type { Command, CommandGroup, Commands } from './command.ts';
import type { Block } from './reply.ts';

/** The commands for everybody, and below them those for moderators, in alphabetical order. */
export function commandList(commands: Commands): Block[] {
  const typed = [...commands].filter(([, { description }]) => description !== undefined);
  const items = (some: typeof typed) =>
    some.map(([name, command]) => `/${name}${wordsOf(command)}: ${command.description}`);
  const forAll = typed.filter(([, { requires }]) => !requires);
  const forModerators = typed.filter(([, { requires }]) => requires);
  const onMessages = [...commands.values()].flatMap((command) =>
    'onMessage' in command && command.onMessage ? [command.onMessage.label] : [],
  );
  return [
    {
      kind: 'list',
      items: [...items(forAll), ...onMessages.map((label) => `“${label}”: in a message's menu, under Apps`)],
    },
    ...(forModerators.length > 0
      ? [
          { kind: 'text' as const, text: 'For moderators:' },
          { kind: 'list' as const, items: items(forModerators) },
        ]
      : []),
  ];
}

/** The second words of a group, such as " post, preview". */
const wordsOf = (command: Command | CommandGroup) =>
  'subcommands' in command ? ` ${Object.keys(command.subcommands).join(', ')}` : '';

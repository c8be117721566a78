// The commands that people can type: what each is called, and what it is for.
import type { Command, CommandGroup, Commands } from './command.ts';
import type { Block } from './reply.ts';

/** The commands for everybody, and below them those for moderators, in alphabetical order. */
export function commandList(commands: Commands): Block[] {
  const { forAll, forModerators, onMessages } = typedCommands(commands);
  const items = (some: Typed) =>
    some.map(([name, command]) => `/${name}${wordsOf(command)}: ${command.description}`);
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

type Typed = [string, Command | CommandGroup][];

/** The commands with a description, by who can run them, and the labels of those in a message's menu. */
function typedCommands(commands: Commands) {
  const typed: Typed = [...commands].filter(([, { description }]) => description !== undefined);
  return {
    forAll: typed.filter(([, { requires }]) => !requires),
    forModerators: typed.filter(([, { requires }]) => requires),
    onMessages: [...commands.values()].flatMap((command) =>
      'onMessage' in command && command.onMessage ? [command.onMessage.label] : [],
    ),
  };
}

/** The second words of a group, such as " post, preview". */
const wordsOf = (command: Command | CommandGroup) =>
  'subcommands' in command ? ` ${Object.keys(command.subcommands).join(', ')}` : '';

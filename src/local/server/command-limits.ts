// The limits of commands and autocomplete choices that Discord enforces but its specification does not state.
import { type Command, type CommandOption, CommandType, isNested } from './commands.ts';
import type { Problem } from './errors.ts';
import { repeated } from './limits.ts';

/** Discord: Interactions, Application Commands. */
const max = { command: 8000, choiceValue: 100 } as const;
/** The pattern of the names of slash commands and options. They are in lower case if their script has one. */
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/**
 * Finds what is wrong with a list of commands although the specification allows it.
 * @param commands as the bot sends them, already of the right shape
 */
export function checkCommands(commands: readonly Partial<Command>[]): Problem[] {
  const names = repeated(commands.map(({ type = CommandType.Slash, name }) => `${type} ${name}`));
  return [
    ...names.map((name) => ({
      path: [],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: `Application command names must be unique: ${name.split(' ').slice(1).join(' ')}`,
    })),
    ...commands.flatMap((command, index) =>
      checkCommand(command).map((problem) => ({ ...problem, path: [index, ...problem.path] })),
    ),
  ];
}

/** Finds what is wrong with one command although the specification allows it. */
export function checkCommand(command: Partial<Command>): Problem[] {
  const { type = CommandType.Slash, name = '', description = '', options = [] } = command;
  const problems: Problem[] = [];
  if (type === CommandType.Slash) {
    if (!isSlashName(name)) problems.push(badName(['name'], name));
    if (description.length === 0) problems.push(required(['description']));
  } else if ((description.length > 0 && type !== CommandType.EntryPoint) || options.length > 0) {
    problems.push({
      path: ['description'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_CANNOT_HAVE_DESCRIPTION',
      message: 'User and message commands have neither description nor options.',
    });
  }
  if (command.contexts?.includes(2) && !command.integration_types?.includes(1))
    problems.push({
      path: ['contexts'],
      code: 'APPLICATION_COMMAND_CONTEXTS_INVALID',
      message: 'Context 2 (private channels) needs integration type 1 (user install).',
    });
  const size = sizeOf({ name, description, options });
  if (size > max.command)
    problems.push({
      path: [],
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${max.command}): ${size}`,
    });
  return [...problems, ...checkOptions(options, ['options'])];
}

function checkOptions(options: readonly CommandOption[], path: Problem['path']): Problem[] {
  const duplicates = repeated(options.map(({ name }) => name)).map((name) => ({
    path,
    code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    message: `Option name already exists: ${name}`,
  }));
  const mixed = options.some(isNested) && !options.every(isNested);
  return [
    ...duplicates,
    ...(mixed
      ? [
          {
            path,
            code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            message:
              'Sub-command and sub-command group option types are mutually exclusive to all other types',
          },
        ]
      : []),
    ...options.flatMap((option, index) => checkOption(option, options[index - 1], [...path, index])),
  ];
}

function checkOption(
  option: CommandOption,
  before: CommandOption | undefined,
  path: Problem['path'],
): Problem[] {
  const problems: Problem[] = [];
  if (!isSlashName(option.name)) problems.push(badName([...path, 'name'], option.name));
  if (option.required && before && !before.required)
    problems.push({
      path: [...path, 'required'],
      code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      message: 'Required options must be placed before non-required options',
    });
  if (option.autocomplete && option.choices?.length)
    problems.push({
      path: [...path, 'autocomplete'],
      code: 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID',
      message: 'An option has either choices or autocomplete.',
    });
  return [
    ...problems,
    ...checkChoices(option.choices ?? [], [...path, 'choices']),
    ...repeated((option.choices ?? []).map(({ name }) => name)).map((name) => ({
      path: [...path, 'choices'],
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      message: `Choice name already exists: ${name}`,
    })),
    ...checkOptions(option.options ?? [], [...path, 'options']),
  ];
}

/**
 * Finds what is wrong with choices, registered or offered by autocomplete, although the specification allows it.
 * @param path where they are in the body
 */
export function checkChoices(choices: readonly { value: unknown }[], path: Problem['path']): Problem[] {
  return choices.flatMap(({ value }, index) =>
    typeof value === 'string' && (value.length < 1 || value.length > max.choiceValue)
      ? [
          {
            path: [...path, index, 'value'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: `Must be between 1 and ${max.choiceValue} in length.`,
          },
        ]
      : [],
  );
}

function isSlashName(name: string): boolean {
  return slashName.test(name) && name === name.toLowerCase();
}

function badName(path: Problem['path'], name: string): Problem {
  return { path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: `Command name is invalid: ${name}` };
}

function required(path: Problem['path']): Problem {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

/** Characters of names, descriptions and choice values together. */
function sizeOf({ name, description, options, choices }: Partial<CommandOption>): number {
  return (
    (name ?? '').length +
    (description ?? '').length +
    (choices ?? []).reduce((total, choice) => total + choice.name.length + String(choice.value).length, 0) +
    (options ?? []).reduce((total, option) => total + sizeOf(option), 0)
  );
}

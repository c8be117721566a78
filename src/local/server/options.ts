// What a Discord client checks before it sends a slash command, and the options in the interaction.
import { type Command, type CommandOption, isNested, type OptionValue } from './commands.ts';
import type { Person, Place } from './world.ts';
import { channelJson, memberJson, personJson } from './world-json.ts';

/** An option of an interaction; subcommands nest. */
export interface DataOption {
  name: string;
  type: number;
  value?: OptionValue;
  focused?: boolean;
  options?: DataOption[];
}

/** A person's client refuses to send something. Its message is what the client says. */
export class Refused extends Error {}

const OptionType = {
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Number: 10,
};
const defaultTextLength = 6000;

/**
 * Checks what a person typed against a command and nests it as Discord does.
 * @param command the registered command
 * @param path names of the subcommand group and subcommand, if any
 * @param given option name to value
 * @param focused the option being typed, for autocomplete: then nothing needs to be complete
 * @returns the options for the interaction, in the command's order
 * @throws Refused with what the client says
 */
export function fillOptions(
  command: Command,
  path: readonly string[],
  given: Readonly<Record<string, OptionValue>>,
  focused?: string,
): DataOption[] {
  return nest(command.options ?? [], path, given, focused);
}

function nest(
  options: readonly CommandOption[],
  path: readonly string[],
  given: Readonly<Record<string, OptionValue>>,
  focused?: string,
): DataOption[] {
  const subcommands = options.filter(isNested);
  if (subcommands.length > 0) {
    const chosen = subcommands.find(({ name }) => name === path[0]);
    if (!chosen) throw new Refused(`Choose one of: ${subcommands.map(({ name }) => name).join(', ')}.`);
    return [
      {
        name: chosen.name,
        type: chosen.type,
        options: nest(chosen.options ?? [], path.slice(1), given, focused),
      },
    ];
  }
  if (path.length > 0) throw new Refused(`There is no subcommand ${path.join(' ')}.`);
  const unknown = Object.keys(given).find((name) => !options.some((option) => option.name === name));
  if (unknown !== undefined) throw new Refused(`There is no option ${unknown}.`);
  return options.flatMap((option) => {
    const value = given[option.name];
    if (option.name === focused)
      return [{ name: option.name, type: option.type, value: value ?? '', focused: true }];
    if (value === undefined) {
      if (option.required && focused === undefined)
        throw new Refused(`${option.name}: This option is required. Specify a value.`);
      return [];
    }
    const wrong = focused === undefined ? check(option, value) : null;
    if (wrong) throw new Refused(`${option.name}: ${wrong}`);
    return [{ name: option.name, type: option.type, value }];
  });
}

function check(option: CommandOption, value: OptionValue): string | null {
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value))
    return `Choose one of: ${option.choices.map(({ name }) => name).join(', ')}.`;
  switch (option.type) {
    case OptionType.Boolean:
      return typeof value === 'boolean' ? null : 'Choose true or false.';
    case OptionType.Integer:
    case OptionType.Number:
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'Enter a number.';
      if (option.type === OptionType.Integer && !Number.isInteger(value)) return 'Enter a whole number.';
      if (value < (option.min_value ?? -Infinity)) return `Enter ${option.min_value} or more.`;
      return value > (option.max_value ?? Infinity) ? `Enter ${option.max_value} or less.` : null;
    case OptionType.String: {
      if (typeof value !== 'string') return 'Enter text.';
      const least = option.min_length ?? 1;
      const most = option.max_length ?? defaultTextLength;
      if (value.length < least) return `Enter at least ${least} characters.`;
      return value.length > most ? `Enter at most ${most} characters.` : null;
    }
    default:
      return typeof value === 'string' ? null : 'Choose from the list.';
  }
}

/**
 * The objects that user and channel options point to.
 * @param options of an interaction
 * @param people everybody who can be chosen
 * @param places every channel that can be chosen
 * @param asker who asks, where, and what anybody may do anywhere
 * @returns `resolved`, or null when nothing points anywhere
 * @throws Refused for an unknown id
 */
export function resolveOptions(
  options: readonly DataOption[],
  people: readonly Person[],
  places: readonly Place[],
  { person: asker, place: here, allowed }: Asker,
): object | null {
  const { guild } = here;
  const flat = options.flatMap(function leaves(option): DataOption[] {
    return option.options ? option.options.flatMap(leaves) : [option];
  });
  const chosen = <T extends { id: string }>(type: number, from: readonly T[]): T[] =>
    flat
      .filter((option) => option.type === type)
      .map((option) => {
        const found = from.find(({ id }) => id === option.value);
        if (!found) throw new Refused(`${option.name}: Choose from the list.`);
        return found;
      });
  const users = chosen(OptionType.User, people);
  const channels = chosen(OptionType.Channel, places);
  if (users.length + channels.length === 0) return null;
  const byId = <T extends { id: string }>(list: readonly T[], json: (one: T) => object) =>
    Object.fromEntries(list.map((one) => [one.id, json(one)]));
  return {
    ...(users.length > 0 && {
      users: byId(users, personJson),
      ...(guild && {
        members: byId(users, (person) => {
          const { user: _, ...member } = memberJson(person, guild, allowed(person, here)) as { user: object };
          return member;
        }),
      }),
    }),
    ...(channels.length > 0 && {
      channels: byId(channels, (place) => channelJson(place, allowed(asker, place))),
    }),
  };
}

interface Asker {
  person: Person;
  place: Place;
  allowed: (person: Person, place: Place) => bigint;
}

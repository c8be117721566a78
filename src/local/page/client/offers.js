// The slash commands one is offered, subcommands as commands of their own, and what can be chosen for an option.

/** @import { Command, CommandOption, OptionValue } from '../../commands.ts' */
/** @import { View } from '../view.ts' */

/** @typedef {{ name: string, description: string, options: CommandOption[] }} Offer */

/** Discord: Application Command Option Type; 1 and 2 nest. */
const TYPE = { subcommand: 1, group: 2, integer: 4, boolean: 5, user: 6, channel: 7, number: 10 };
const SLASH = 1;

/**
 * @param {View} view
 * @returns {Offer[]} in alphabetical order
 */
export function offersIn({ commands }) {
  return commands
    .filter(({ type }) => type === SLASH)
    .flatMap(flatten)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * @param {Pick<Command, 'name' | 'description' | 'options'>} command
 * @returns {Offer[]}
 */
function flatten({ name, description, options = [] }) {
  const nested = options.filter(({ type }) => type === TYPE.subcommand || type === TYPE.group);
  if (nested.length === 0) return [{ name, description, options }];
  return nested.flatMap((inner) => flatten({ ...inner, name: `${name} ${inner.name}` }));
}

/**
 * What there is to choose for an option without asking the bot; none for text and numbers.
 * @param {CommandOption} option
 * @param {View} view
 * @returns {{ name: string, value: OptionValue }[]}
 */
export function choicesOf({ type, choices = [] }, { people, spots }) {
  if (type === TYPE.boolean)
    return [
      { name: 'True', value: true },
      { name: 'False', value: false },
    ];
  if (type === TYPE.user) return people.map(({ name, id }) => ({ name: `@${name}`, value: id }));
  if (type === TYPE.channel)
    return spots.filter(({ guild }) => guild).map(({ name, id }) => ({ name: `#${name}`, value: id }));
  return choices;
}

/**
 * What typed text means for an option.
 * @param {CommandOption} option
 * @param {string} text
 * @returns {OptionValue}
 */
export function readValue({ type }, text) {
  const isNumber = type === TYPE.integer || type === TYPE.number;
  return isNumber && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

// What can be chosen for an option without asking the bot, and what typed text means for one.

/** @import { CommandOption, OptionValue } from '../../server/commands.ts' */
/** @import { View } from '../view.ts' */

/** Discord: Application Command Option Type. */
const TYPE = { integer: 4, boolean: 5, user: 6, channel: 7, number: 10 };

/**
 * The choices of an option that are known without asking the bot; none for text and numbers.
 * @param {CommandOption} option
 * @param {View} view
 * @returns {{ name: string, value: OptionValue }[]}
 */
export function choicesOf({ type, choices = [] }, { people, spots, spot }) {
  if (type === TYPE.boolean)
    return [
      { name: 'True', value: true },
      { name: 'False', value: false },
    ];
  if (type === TYPE.user) return people.map(({ name, id }) => ({ name: `@${name}`, value: id }));
  if (type === TYPE.channel)
    return spots
      .filter(({ guild }) => guild && guild === spot.guild)
      .map(({ name, id }) => ({ name: `#${name}`, value: id }));
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

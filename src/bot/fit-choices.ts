// Fits the choices for an option into Discord's limits, and finds out which choice a member meant.
import type { Choice } from './command.ts';
import { shorten } from './shorten.ts';

/** Choices at once, and UTF-16 code units of a name or a value (Discord: Application Command Option Choice). */
const MAX_CHOICES = 25;
const MAX_LENGTH = 100;

/**
 * The first 25 choices. A long name is shortened. A choice with a long value is left out, since a value cannot be
 * shortened.
 */
export const fitChoices = (choices: readonly Choice[]): Choice[] => fitEach(choices).slice(0, MAX_CHOICES);

const fitEach = (choices: readonly Choice[]): Choice[] =>
  choices
    .filter(({ value }) => value.length <= MAX_LENGTH)
    .map(({ name, value }) => ({ name: shorten(name, MAX_LENGTH), value }));

/**
 * What a member means by the text of an option: some clients send the name of a choice instead of its value.
 * @param suggest returns the choices for a typed text
 * @returns the value of the choice with this name; the text itself if no choice has it
 */
export function toChosenValue(given: string, suggest: (typed: string) => readonly Choice[]): string {
  if (given.length > MAX_LENGTH) return given;
  // The ellipsis of a shortened name is not part of the choice's words.
  const choices = fitEach(suggest(given.replace(/…$/, '')));
  if (choices.some(({ value }) => value === given)) return given;
  return choices.find(({ name }) => name === given)?.value ?? given;
}

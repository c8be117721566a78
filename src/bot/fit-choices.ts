// The choices for an option as Discord can show them, and the way back from what is shown to what is meant.
import type { Choice } from './command.ts';
import { shorten } from './shorten.ts';

/** Discord's limits (Application Commands, Option Choice): choices at once; UTF-16 code units of a name or a value. */
const MAX_CHOICES = 25;
const MAX_LENGTH = 100;

/** The first 25 choices: a long name is cut, a choice with a long value is left out, since a value has no shorter form. */
export const fitChoices = (choices: readonly Choice[]): Choice[] => fitEach(choices).slice(0, MAX_CHOICES);

const fitEach = (choices: readonly Choice[]): Choice[] =>
  choices
    .filter(({ value }) => value.length <= MAX_LENGTH)
    .map(({ name, value }) => ({ name: shorten(name, MAX_LENGTH), value }));

/**
 * What a member means by what arrived for an option: some clients send a choice's name in place of its value.
 * @param suggest the choices for what is typed
 * @returns the value of the choice with that name, else what was given
 */
export function toChosenValue(given: string, suggest: (typed: string) => readonly Choice[]): string {
  if (given.length > MAX_LENGTH) return given;
  // An ellipsis is no word of the choice; without it a name that was cut finds its choice too.
  const choices = fitEach(suggest(given.replace(/…$/, '')));
  if (choices.some(({ value }) => value === given)) return given;
  return choices.find(({ name }) => name === given)?.value ?? given;
}

// A stage for each test of the summary, and what a moderator does on it.
import { afterEach, beforeEach, expect } from 'vitest';
import type { Message, Person, Place } from '../../src/local/server/index.ts';
import { button, createStage, isPrivate, only, type Stage, textOf } from './stage.ts';
import { isOwnSummary } from './summaries.ts';

/** The stage of the present test, its moderator and its channel. */
export let stage: Stage;
export let max: Person;
export let general: Place;

/** Sets the stage up anew for each test of a file. */
export function keepSummaryStage(): void {
  beforeEach(async () => {
    stage = await createStage();
    max = stage.local.world.people.max;
    general = stage.local.world.places.general;
  });
  afterEach(async () => {
    expect(stage.local.problems()).toEqual([]);
    await stage.close();
  });
}

/** Runs the command as a moderator; returns the one private answer. */
export async function ask(subcommand: string, { place = general, person = max }: Sender = {}) {
  const answer = only(await stage.local.run(person, place, `summary ${subcommand}`));
  expect(isPrivate(answer)).toBe(true);
  return answer;
}
interface Sender {
  place?: Place;
  person?: Person;
}
export const run = async (subcommand: string, sender?: Sender) => textOf(await ask(subcommand, sender));

/** Presses a button on a private message; returns what comes of it, a line each. */
export const press = async (message: Message, label: string) =>
  (await stage.local.press(max, message, button(message, label))).messages.map(textOf).join('\n');

/** Removes the summary, and confirms that. */
export const remove = async (place = general) => {
  const asked = await ask('remove', { place });
  return press(asked, 'Delete it');
};

/** The summaries of the bot in a place, and those that are pinned. */
export const own = (place = general) => stage.local.messages(max, place).filter(isOwnSummary);
export const pinned = (place = general) => stage.local.pins(place).filter(isOwnSummary);

// What members do under load: questions and claims of `tests/held-out`, suggestions, buttons, votes, dates, quotes, previews.
import { eachComponent, type LocalDiscord, type Message } from '../src/local/server/index.ts';
import { heldOut } from './held-out.ts';

/** Makes one member do one thing. Resolves when the bot is done. */
export type Act = (index: number) => Promise<unknown>;

/** What members do, in turn: the number of each among twenty interactions. */
const MIX: Record<string, number> = {
  ask: 6,
  typing: 5,
  check: 3,
  button: 2,
  votes: 1,
  dates: 1,
  quotes: 1,
  preview: 1,
};

/** What members can do, by name. */
export function createActs(local: LocalDiscord): Record<string, Act> {
  const { people, places } = local.world;
  const members = [people.mia, people.noah];
  const memberOf = (index: number) => members[index % members.length] ?? people.mia;
  const questions = heldOut('questions', 'q');
  const claims = heldOut('claims', 'claim');
  const of = (texts: readonly string[], index: number) => texts[index % texts.length] ?? '';
  const run = (index: number, command: string, options = {}) =>
    local.run(memberOf(index), places.general, command, options);
  /** Answers whose buttons can be pressed, with who got them. */
  const answers: { index: number; message: Message; button: string }[] = [];

  return {
    async ask(index) {
      const { messages } = await run(index, 'ask', { question: of(questions, index) });
      const [message] = messages;
      const button = [...eachComponent(message?.components ?? [])].find(({ custom_id }) =>
        custom_id?.startsWith('show?'),
      )?.custom_id;
      if (message && button && answers.length < 100) answers.push({ index, message, button });
    },
    check: (index) => run(index, 'check', { claim: of(claims, index) }),
    typing: (index) =>
      local.complete(
        memberOf(index),
        places.general,
        'ask',
        { question: of(questions, index).slice(0, 3 + (index % 12)) },
        'question',
      ),
    async button(index) {
      const answer = answers[index % Math.max(1, answers.length)];
      if (answer) await local.press(memberOf(answer.index), answer.message, answer.button);
    },
    votes: (index) => run(index, 'votes'),
    dates: (index) => run(index, 'dates'),
    quotes: (index) => run(index, 'quotes'),
    preview: () => local.run(people.max, places.general, 'summary preview'),
  };
}

/** Does the acts one after the other, in the proportions of the mix and well spread. */
export function mixOf(acts: Record<string, Act>): Act {
  const turns = Object.entries(MIX)
    .flatMap(([kind, times]) => Array.from({ length: times }, (_, i) => ({ kind, place: (i + 0.5) / times })))
    .sort((a, b) => a.place - b.place);
  // Each kind has its own counter, so that it goes through all of its texts.
  return (index) => {
    const { kind } = turns[index % turns.length] as { kind: string };
    return (acts[kind] as Act)(Math.floor((index * (MIX[kind] ?? 1)) / turns.length));
  };
}

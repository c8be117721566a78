// Questions that ask for a command: in which words, with which padding, and which questions do not.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createAskedCommand } from '../../src/bot/asked-command.ts';
import { byTypedName } from '../../src/bot/command.ts';
import { withViews } from '../../src/bot/view-commands.ts';
import { desk } from '../real-desk.ts';

const commands = withViews(await loadCommands(), desk.knowledge);
const askedCommand = createAskedCommand(commands, desk.knowledge);
const asked = (question: string) => askedCommand(question, desk);
const phrases = [...byTypedName(commands)].flatMap(([command, { phrases: own = [] }]) =>
  own.filter((phrase) => !phrase.includes('{')).map((phrase) => ({ command, phrase })),
);

test.each([
  ['help', 'help', {}],
  ['who runs this bot', 'about', {}],
  ['do you use AI?', 'about', {}],
  ['is the article still up to date', 'source', {}],
  ['link', 'source', {}],
  ['summarize', 'tldr', {}],
  ['Could you summarize the article for me, please?', 'tldr', {}],
  ['compare 2007 and 2017', 'votes', {}],
  ['this vote vs last time', 'votes', {}],
  ['any quotes from Keyser?', 'quotes', { speaker: 'keyser' }],
  ['any quotes from the studios', 'quotes', { speaker: 'studios' }],
  ['what did Keyser say?', 'quotes', { speaker: 'keyser' }],
  ['show me the timeline', 'dates', {}],
  ['are you reading our chat?', 'privacy', {}],
  ['how do I share an answer', 'help', {}],
  ['can i pin a summary here?', 'help', {}],
  ["what did members ask that you couldn't answer", 'help', {}],
  ['do you read messages in this channel', 'privacy', {}],
  ['is there a newer version of this article', 'source', {}],
  ['explain like im 5', 'tldr', {}],
  ['list the demands', 'demands', {}],
])('%s is /%s', (question, command, options) => {
  expect(asked(question)).toEqual({ command, options });
});

test.each([
  'what article is this',
  'who is who',
  'what do they ask for',
  'compare the pay of 2007 and 2017',
  'compare 2007',
  'quotes about the strike',
  'is a strike legal',
  'who runs the guild',
  'sum up the demands',
  'what did the studios say about the health plan',
  'what did the actors say',
  "what's wrong",
  'who do the writers work for',
])('%s asks for no command', (question) => {
  expect(asked(question)).toBeUndefined();
});

test.each(phrases)('$phrase is /$command, and is taken by no other command before', ({ command, phrase }) => {
  expect(asked(phrase)?.command).toBe(command);
  expect(asked(`Please tell me: ${phrase}?`)?.command).toBe(isBare(phrase) ? undefined : command);
});

/** Phrases of question words and dressing alone count only as they stand. */
const isBare = (phrase: string) =>
  ['who are you', 'what are you', 'what can you do', 'where is the article'].includes(phrase);

describe('a question that a fact answers', () => {
  test('is never taken for a command', () => {
    const questions = [...desk.knowledge.facts.values()].flatMap((fact) => fact.questions);
    expect(questions.length).toBeGreaterThan(300);
    expect(questions.filter((question) => asked(question))).toEqual([]);
  });
});

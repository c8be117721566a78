// A question that asks several things is split; one that only seems to is left whole.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createQuestionParts } from '../../../src/core/asking/question-parts.ts';

const withoutNames = (text: string, id?: string) =>
  text.replace(id ? /\s*\b(?:this time|now)\b/g : /\s*\b(?:this time|now|in 2007)\b/g, '');
const read = createQuestionParts({ own: 'now', withoutNames }, ['scribes', 'us']);
const parts = (question: string) => read(question).map(({ text }) => text);

describe('parts', () => {
  test.each([
    ['how many voted yes, and when do talks resume?', ['how many voted yes', 'when do talks resume?']],
    ['Who voted? And what happens now?', ['Who voted?', 'And what happens now?']],
    ['Did the measure pass and is there a strike?', ['Did the measure pass', 'is there a strike?']],
    [
      'What was the turnout, how many voted yes and when does the contract expire?',
      ['What was the turnout', 'how many voted yes', 'when does the contract expire?'],
    ],
    [
      'tell me how many voted and when the contract ends',
      ['tell me how many voted', 'when the contract ends'],
    ],
    [
      "when's the vote, whats the deadline, hows the mood",
      ["when's the vote", 'whats the deadline', 'hows the mood'],
    ],
    ['who made this, and do you keep that?', ['who made this', 'do you keep that?']],
    ['Did it pass and were scribes happy?', ['Did it pass', 'were scribes happy?']],
    ['Turnout? Members in all? And the yes share?', ['Turnout?', 'Members in all?', 'And the yes share?']],
    ['Who spoke, and through what medium was it heard?', ['Who spoke', 'through what medium was it heard?']],
    [
      'When did it begin, and when was it that they broke off?',
      ['When did it begin', 'when was it that they broke off?'],
    ],
    [
      'When was it? And the old price, when was that set?',
      ['When was it?', 'And the old price, when was that set?'],
    ],
    ['Who left first, and when was that? Do we know?', ['Who left first', 'when was that?']],
    ['When was that? And who left? do we kno', ['When was that?', 'And who left?']],
    ['When was that, and who left? Anyone know?', ['When was that', 'who left?']],
    ['Who left first, and when was that, and who says so?', ['Who left first', 'when was that']],
    ['My dad was out. How long was it? And when did it end?', ['How long was it?', 'And when did it end?']],
  ])('of "%s"', (question, expected) => {
    expect(parts(question)).toEqual(expected);
  });

  test.each([
    'When and where do the talks resume?',
    'What happens on May 1, when the contract expires?',
    'What is the plan that faced deficits and has been cut?',
    'They voted yes, but are they on strike?',
    'Does the board want a sale, and who said that?',
    'who accuses whom of what',
    'Did the plan cost us and did us good people notice?',
    'What did Keyser, who is its co-chair, say?',
    '',
  ])('"%s" is one', (question) => {
    expect(parts(question)).toEqual([question]);
  });
});

describe('what a part only refers to is put in', () => {
  test.each([
    ['How long did the last strike last, and what did it cost?', 'what did the last strike cost?'],
    ['Who is Keyser and what did he say?', 'what did Keyser say?'],
    ['When do talks resume and where will they be held?', 'where will talks be held?'],
    ['Who is Keyser, and when were his words heard?', 'when were Keyser’s words heard?'],
    ['When did the first report appear, and when was it changed?', 'when was the first report changed?'],
    ['What is the health plan, and who wants to cut it?', 'who wants to cut the health plan?'],
    ['When was the last vote, and what do they want?', 'what do they want?'],
    ['Who are the scribes, and what do they want?', 'what do the scribes want?'],
    ['Who walked away first, and when?', 'when walked away first?'],
    ['Did the price rise, and by how much?', 'by how much did the price rise?'],
    ['When did prices rise and by what amount?', 'by what amount did prices rise?'],
    ['how many yes votes this time, and how many in 2007?', 'how many in 2007 yes votes?'],
  ])('"%s"', (question, second) => {
    expect(parts(question)[1]).toBe(second);
  });
});

test('any text has at least one part, none of them empty', () => {
  const word = fc.constantFrom(
    'who',
    'what',
    'and',
    ',',
    '?',
    ' ',
    'the',
    'strike',
    'it',
    'when',
    'is',
    '\n',
    'x',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      const text = words.join(' ');
      const found = parts(text);
      expect(found.length).toBeGreaterThan(0);
      if (found.length > 1) for (const part of found) expect(part.trim()).not.toBe('');
    }),
  );
});

describe('what a part depends on', () => {
  test.each([
    ['By how much did pay fall, and over what time?', 'and over what time', true, false],
    ['Who voted? Turnout?', 'a bare name', false, false],
    ['Was it signed, and when do talks resume?', 'another question', false, false],
    ['Who left first, and what does the union say to that?', 'a reference', false, true],
    ['Was a rate agreed, and what would it be?', 'a pronoun', false, true],
  ])('%s (%s)', (question, _, isElliptical, refersBack) => {
    expect(read(question).at(-1)).toMatchObject({ isElliptical, refersBack });
  });
});

// An answer as a member reads it: the answer first, then who says so, the citations, and the as-of line.
import { describe, expect, test } from 'vitest';
import { answerReply } from '../../src/bot/answer-reply.ts';
import { answerText } from '../../src/bot/plain-text.ts';
import type { Block, Reply } from '../../src/bot/reply.ts';
import type { Answer, Found, Unknown } from '../../src/core/asking/answer.ts';
import type { Correction } from '../../src/core/judging/correction.ts';
import { factOf } from '../../src/core/knowledge/parse.ts';
import { asOfLine, found, HOSTILE, knowledge } from '../fixtures.ts';

const reply = (answer: Answer, question = 'well?') => answerReply(answer, question, knowledge);
const kinds = ({ blocks }: Reply) => blocks.map((block) => block.kind);
const textsOf = ({ blocks }: Reply, kind: Block['kind']) =>
  blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []));
const citedIn = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'citation' ? [block.excerpt] : []));
const fact = (id: string) => factOf(knowledge, id);

const unsure: Answer = {
  outcome: 'unsure',
  candidates: ['turnout', 'yes-share', 'vote-2007'].map((id) => ({
    fact: fact(id),
    question: `about ${id}`,
  })),
};
const gap = knowledge.gaps.get('result-hour');
if (!gap) throw new Error('the fixtures lack the gap "result-hour"');
const unknown: Unknown = { outcome: 'unknown', gap, nearest: [fact('vote-day')] };
const nothing: Unknown = { outcome: 'unknown', nearest: [] };

test('a found answer comes question, short answer, claim, attribution, citation, as-of line', () => {
  const shown = reply(found('yes-share'), 'how many?');
  expect(kinds(shown)).toEqual(['question', 'lead', 'text', 'text', 'citation', 'note']);
  expect(textsOf(shown, 'lead')).toEqual(['96.3% voted yes']);
  expect(textsOf(shown, 'text')).toEqual([
    'Claim of yes-share.',
    'The guild says so; the article does not confirm it.',
  ]);
  expect(shown.blocks).toContainEqual({
    kind: 'citation',
    paragraph: 1,
    excerpt: 'words on yes-share',
    facts: ['yes-share'],
  });
});

test.each([
  ['turnout', 'The article says so.'],
  ['leverage', 'Chris Keyser says so; the article does not confirm it.'],
  ['who-left', 'Disputed between the guild and the studios.'],
  ['yes-votes', 'Worked out, not stated by the article: 96.3% of 6,310.'],
  ['vote-day', "Worked out from the article's date: The text says Monday only."],
])('%s says who says so', (id, attribution) => {
  expect(textsOf(reply(found(id)), 'text').at(-1)).toBe(attribution);
});

test.each([found('turnout'), unsure, unknown, nothing])(
  'an answer ends with its as-of line ($outcome)',
  (answer) => {
    expect(reply(answer).blocks.at(-1)).toEqual({
      kind: 'note',
      text: asOfLine,
      link: 'http://gazette.example/vote',
    });
  },
);

const leadsOf = (answer: Answer) => textsOf(reply(answer), 'lead');

describe('a wrong premise', () => {
  const wrong = { text: '90%' };
  const corrected = (correction: Partial<Correction>, more: Partial<Found> = {}) =>
    found('yes-share', { correction: { fact: fact('yes-share'), ...correction }, ...more });

  test('is set right before anything else, with where the figure belongs, and the passages of both', () => {
    const shown = reply(corrected({ figure: { ...wrong, belongsTo: fact('vote-2007') } }));
    expect(shown.blocks.slice(1, 3)).toEqual([
      { kind: 'lead', text: 'Not 90%: 96.3% voted yes.' },
      { kind: 'text', text: '90% is from: 90% voted yes in 2007.' },
    ]);
    expect(citedIn(shown)).toEqual(['words on yes-share', 'words on vote-2007']);
  });

  test('that is not a figure is answered with "Not so"', () => {
    expect(reply(corrected({})).blocks[1]).toEqual({ kind: 'lead', text: 'Not so: 96.3% voted yes.' });
  });

  test('is not set right by a bare date: the claim says what is on that day', () => {
    const date = { ...fact('yes-share'), short: 'May 1, 2017' };
    expect(leadsOf(corrected({ fact: date }, { fact: date }))).toEqual(['Not so.']);
    expect(leadsOf(corrected({ fact: date }, { fact: date, yesNo: 'no' }))).toEqual(['No.']);
    expect(leadsOf(corrected({ fact: date, figure: wrong }, { fact: date }))).toEqual([
      'Not 90%: May 1, 2017.',
    ]);
  });

  test('that belongs nowhere is only set right', () => {
    expect(
      answerText(corrected({ figure: wrong }), knowledge)
        .split('\n')
        .slice(0, 2),
    ).toEqual(['Not 90%: 96.3% voted yes.', 'Claim of yes-share.']);
  });

  test('that another fact opposes is set right by that one, then comes the answer', () => {
    const answer = corrected({ fact: fact('refusal') });
    expect(answerText(answer, knowledge).split('\n')).toEqual([
      'Not so.',
      'Claim of refusal.',
      'The guild says so; the article does not confirm it.',
      '96.3% voted yes',
      'Claim of yes-share.',
      'The guild says so; the article does not confirm it.',
    ]);
    const shown = reply(answer);
    expect(citedIn(shown)).toEqual(['words on yes-share', 'words on refusal']);
    expect(shown.buttons?.map(({ request }) => request.options.fact)).toEqual(['refusal', 'vote-2007']);
  });

  test.each([
    ['no', {}, ['No: 96.3% voted yes.']],
    ['no', { figure: wrong }, ['No, not 90%: 96.3% voted yes.']],
    ['yes', { figure: wrong }, ['Not 90%: 96.3% voted yes.', 'Yes, the guild says so. 96.3% voted yes.']],
    ['no', { fact: fact('raise') }, ['No.', '96.3% voted yes']],
    ['no', { fact: fact('raise'), figure: wrong }, ['No, not 90%: A raise of 3%.', '96.3% voted yes']],
    ['yes', { fact: fact('raise') }, ['Not so.', 'Yes, the guild says so. 96.3% voted yes.']],
  ] as const)('in a question whose answer is %s comes before it (%j)', (yesNo, correction, leads) => {
    expect(leadsOf(corrected(correction, { yesNo }))).toEqual(leads);
  });
});

test.each([
  ['raise', 'yes', 'Yes. A raise of 3%.'],
  ['yes-share', 'yes', 'Yes, the guild says so. 96.3% voted yes.'],
  ['yes-votes', 'yes', 'Yes, worked out from what the article says. Short of yes-votes.'],
  ['yes-share', 'no', 'No: 96.3% voted yes.'],
] as const)('a yes/no question is answered with the word first (%s, %s)', (id, yesNo, lead) => {
  expect(leadsOf(found(id, { yesNo }))).toEqual([lead]);
});

test('a "yes" names nobody whom the short answer names already', () => {
  const saying = (short: string) => ({ ...fact('yes-share'), short });
  expect(leadsOf(found('yes-share', { fact: saying('96.3%, says the guild'), yesNo: 'yes' }))).toEqual([
    'Yes. 96.3%, says the guild.',
  ]);
  expect(leadsOf(found('yes-share', { fact: saying('96.3%'), yesNo: 'yes' }))).toEqual([
    'Yes, the guild says so. 96.3%.',
  ]);
});

test.each([
  ['yes-share', 'yes', 'The article does not confirm it.'],
  ['yes-share', 'no', 'The guild says so; the article does not confirm it.'],
  ['raise', 'yes', 'The article says so.'],
  ['vote-day', 'yes', 'The text says Monday only.'],
  ['vote-day', 'no', "Worked out from the article's date: The text says Monday only."],
  ['expiry', 'yes', "Worked out from the article's date: The year follows from the date of the text."],
] as const)('whoever says so is not named twice below a word (%s, %s)', (id, yesNo, attribution) => {
  expect(answerText(found(id, { yesNo }), knowledge).split('\n').at(-1)).toBe(attribution);
});

test('a quotation is complete, with speaker, setting and paragraph', () => {
  expect(reply(found('leverage')).blocks).toContainEqual({
    kind: 'quote',
    text: 'is either the threat of or the actual practice of a strike.',
    source: 'Chris Keyser, in a podcast, paragraph 4',
  });
});

test('a list shows its items after its claim', () => {
  const shown = reply(found('demands'));
  expect(kinds(shown).slice(1, 4)).toEqual(['lead', 'text', 'list']);
  expect(shown.blocks[3]).toMatchObject({ items: ['Claim of raise.', 'Claim of health.'] });
});

test('each part of a question is answered in turn, with the citations and the subject of all', () => {
  const shown = reply(found('turnout', { also: [fact('leverage')], leftOver: 'and who counted?' }));
  expect(textsOf(shown, 'lead')).toEqual(['Short of turnout', 'Short of leverage']);
  expect(kinds(shown)).toEqual(
    'question lead text text lead text quote text text citation citation note'.split(' '),
  );
  expect(textsOf(shown, 'text').at(-1)).toBe(
    'I answer 3 questions at a time. Please ask again: and who counted?',
  );
  expect(citedIn(shown)).toEqual(['words on turnout', 'words on leverage']);
  expect(shown.subject).toBe('turnout+leverage');
  expect(reply(found('turnout')).subject).toBe('turnout');
});

test('a part that no fact answers is named, with what the article leaves open', () => {
  const gap = unknown.outcome === 'unknown' ? unknown.gap : undefined;
  const unanswered = [
    { question: 'at what hour??', isUnsure: false, ...(gap ? { gap } : {}) },
    { question: 'and “where”', isUnsure: false },
    { question: 'who said so?', isUnsure: true },
  ].map((part) => ({ ...part, standalone: part.question }));
  const lines = [
    "“at what hour?” The article doesn't say at what hour.",
    "“and ‘where’?” The article doesn't say.",
    "“who said so?” I'm not sure about that. Please ask it in a question of its own.",
  ];
  expect(textsOf(reply(found('turnout', { unanswered })), 'text').slice(-3)).toEqual(lines);
  expect(textsOf(reply({ ...nothing, unanswered }), 'text')).toEqual(lines);
});

test('two answers with different parts left open are about different things', () => {
  for (const answer of [found('turnout'), unknown]) {
    const open = (question: string) =>
      reply({ ...answer, unanswered: [{ question, standalone: question, isUnsure: false }] } as Answer)
        .subject;
    expect(open('where')).not.toBe(open('who'));
  }
});

test('related facts are buttons that show them', () => {
  expect(reply(found('yes-share')).buttons).toEqual([
    { label: 'What about vote-2007', request: { command: 'show', options: { fact: 'vote-2007' } } },
  ]);
});

test('an unsure answer offers each candidate by its question, keeping what was asked', () => {
  const shown = reply(unsure, 'did 90% vote?');
  expect(shown.buttons).toHaveLength(3);
  // The buttons name them; a list above would name them again.
  expect(kinds(shown)).toEqual(['question', 'lead', 'note']);
  expect(shown.buttons?.[0]).toEqual({
    label: 'About turnout',
    request: { command: 'show', options: { fact: 'turnout', question: 'did 90% vote?' } },
  });
  expect(answerText(unsure, knowledge)).toBe(
    "I'm not sure which of these you mean.\n- About turnout\n- About yes-share\n- About vote-2007",
  );
});

test('a button label is cut at a word', () => {
  const question = `${'very '.repeat(20)}long`;
  const answer: Answer = { ...unsure, candidates: [{ fact: fact('turnout'), question }] };
  expect(reply(answer).buttons?.[0]?.label).toMatch(/^Very( very){15}…$/);
});

test('an unknown answer says what the article leaves open, then the nearest it says', () => {
  expect(answerText(unknown, knowledge)).toBe(
    "The article doesn't say at what hour.\nWhat it does say:\n- What about vote-day: Short of vote-day",
  );
  expect(reply(unknown).buttons).toHaveLength(1);
  expect(answerText(nothing, knowledge)).toBe("The article doesn't say.");
});

test('a reason that the article does not give is said to be missing', () => {
  expect(answerText({ ...nothing, isReason: true }, knowledge)).toBe("The article doesn't say why.");
  expect(answerText({ ...unknown, isReason: true }, knowledge)).toMatch(
    /^The article doesn't say at what hour/,
  );
});

test('what helps its asker alone is not offered to be shared: a choice, and an answer to small talk', () => {
  const isSharable = (answer: Answer) => reply(answer).shareable !== false;
  expect([found('turnout'), unknown, unsure, nothing].map(isSharable)).toEqual([true, true, false, false]);
  // Others would read "The article doesn't say" without the question.
  expect(isSharable({ outcome: 'unknown', nearest: [fact('vote-day')] })).toBe(false);
});

test('small talk is not dated; that the article does not say something is', () => {
  const isDated = (answer: Answer) => textsOf(reply(answer), 'note').includes(asOfLine);
  const smallTalk: Unknown = { outcome: 'unknown', gap: { ...gap, nearest: [] }, nearest: [] };
  expect([smallTalk, nothing, unknown, unsure].map(isDated)).toEqual([false, true, true, true]);
});

test('what a member types stands in the question alone, on one line, as plain text', () => {
  const shown = reply(found('turnout'), HOSTILE);
  expect(shown.blocks[0]).toEqual({ kind: 'question', text: HOSTILE.replace('\n', ' ') });
  expect(JSON.stringify(shown.blocks.slice(1))).not.toContain('@everyone');
});

test('a very long question is shown shortened at a word, and cannot be shared as if it were whole', () => {
  const shown = reply(found('turnout'), 'how many voted '.repeat(400));
  const [question] = textsOf(shown, 'question');
  expect(question?.length).toBeLessThanOrEqual(400);
  expect(question).toMatch(/ (how|many|voted)…$/);
  expect(shown.shareable).toBe(false);
  expect(reply(found('turnout')).shareable).toBeUndefined();
});

// Lists in a YAML text gain and lose items, and every other character stays as it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { itemsOf, withItems, withoutReference, withReference, withTexts } from '../../src/app/yaml-lists.ts';

const YAML = `id: one # the first
short: One
values:
  # of a kind
  - { kind: direction, direction: up } # steep
  - kind: place
    place: "here, there"
related: [two, three] # near
questions: [what is one]
claim: It is one.`;

test('items are told with their lines, comments included', () => {
  expect(itemsOf(YAML, 'values')).toEqual([
    {
      value: { kind: 'direction', direction: 'up' },
      lines: '# of a kind\n- { kind: direction, direction: up } # steep',
    },
    { value: { kind: 'place', place: 'here, there' }, lines: '- kind: place\n  place: "here, there"' },
  ]);
  expect(itemsOf(YAML, 'related').map(({ lines }) => lines)).toEqual(['- two', '- three']);
  expect([...itemsOf(YAML, 'statements'), ...itemsOf(YAML, 'short')]).toEqual([]);
});

describe('an item is added', () => {
  const question = { value: 'is it: one, or not', lines: "- 'is it: one, or not'" };

  test('on the line of a list that has one, in quotes where they are needed', () => {
    expect(withItems(YAML, 'questions', [question])).toBe(
      YAML.replace('[what is one]', '[what is one, "is it: one, or not"]'),
    );
  });

  test('below the last of a list with lines, comments included', () => {
    const [item] = itemsOf('values:\n    # first\n    - { kind: place, place: x } # last\n', 'values');
    expect(withItems(YAML, 'values', item ? [item] : [])).toBe(
      YAML.replace('there"\n', 'there"\n  # first\n  - { kind: place, place: x } # last\n'),
    );
  });

  test('in a list that did not fit on its line any more, and in one that was not there', () => {
    const long = { value: 'x'.repeat(90), lines: `- ${'x'.repeat(90)}` };
    expect(withItems(YAML, 'questions', [long])).toBe(
      YAML.replace('questions: [what is one]', `questions:\n  - what is one\n  ${long.lines}`),
    );
    expect(withItems(YAML, 'items', [question])).toBe(`${YAML}\nitems:\n  ${question.lines}`);
    expect(withItems('questions: []', 'questions', [question])).toBe('questions: ["is it: one, or not"]');
  });

  test('whatever the questions are, the text reads as it was meant', () => {
    const anyQuestion = fc.oneof(
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      fc.constantFrom(
        'no',
        'a: b',
        '# c',
        '- d',
        '[x',
        '"q',
        "it's, so",
        '{',
        '*a',
        '&b',
        'null',
        '1.5',
        'a #b',
      ),
    );
    const own = fc.constantFrom(
      'questions: [one]',
      'questions: []',
      'questions:\n  - one # 1',
      'questions:\nid: x',
      'id: x',
    );
    fc.assert(
      fc.property(own, fc.array(anyQuestion, { minLength: 1 }), (yaml, questions) => {
        const from = `questions: ${JSON.stringify(questions)}\n`;
        const text = withItems(yaml, 'questions', itemsOf(from, 'questions'));
        const before = (parse(yaml) as { questions?: string[] | null }).questions ?? [];
        expect((parse(text) as { questions: string[] }).questions).toEqual([...before, ...questions]);
        expect(parse(withTexts(yaml, 'questions', questions))).toEqual({ ...parse(yaml), questions });
      }),
      { numRuns: 300 },
    );
  });
});

test('a list gets other texts; those that were there stay as they are', () => {
  const lines = 'questions: # asked\n  # first\n  - one # 1\n  - two\nid: x';
  expect(withTexts(lines, 'questions', ['one', 'two'])).toBe(lines);
  expect(parse(withTexts(lines, 'questions', ['3: three', 'one']))).toEqual({
    questions: ['3: three', 'one'],
    id: 'x',
  });
  expect(withTexts(lines, 'questions', ['three', 'one'])).toBe(
    'questions: # asked\n  - three\n  # first\n  - one # 1\nid: x',
  );
  expect(withTexts('questions:\n- one # 1\n- two\nid: x', 'questions', ['a: b', 'two'])).toBe(
    'questions:\n- "a: b"\n- two\nid: x',
  );
  expect(withTexts(YAML, 'questions', ['a: b'])).toBe(YAML.replace('[what is one]', '["a: b"]'));
  expect(withTexts(YAML, 'questions', [])).toBe(YAML.replace('[what is one]', '[]'));
});

test.each([
  ['id: x\nquestions:\nshort: y', 'id: x\nquestions:\n  - one\nshort: y'],
  ['id: x\nquestions: # none yet\n\nshort: y', 'id: x\nquestions: # none yet\n  - one\n\nshort: y'],
  ['id: x\nquestions: null # yet\nshort: y', 'id: x\nquestions:  # yet\n  - one\nshort: y'],
  ['id: x\nquestions: ~', 'id: x\nquestions:\n  - one'],
  ['id: x\nquestions:', 'id: x\nquestions:\n  - one'],
  ['id: x\nshort: y\n', 'id: x\nshort: y\nquestions:\n  - one'],
])('a key without a list gets one, and a record without the key: %j', (before, after) => {
  expect(withItems(before, 'questions', [{ value: 'one', lines: '- one' }])).toBe(after);
  expect(withTexts(before, 'questions', ['one'])).toBe(after);
});

test('what is no list is not made one, nor written a second time', () => {
  const item = { value: 'b', lines: '- b' };
  for (const yaml of ['related: a', 'related: { a: 1 }'])
    expect(() => withItems(yaml, 'related', [item])).toThrow('"related" is no list in this record. Make it');
});

describe('references to one record lead to another', () => {
  const text = (related: string) =>
    `# head\n- id: a\n  related: ${related} # near\n- id: b\n  related: [c]\n`;

  test.each([
    ['[x, c]', '[x, b]'],
    ['[c]', '[b]'],
    ['[b, c]', '[b]'],
    ['[c, b]', '[b]'],
    ['[c, x, b]', '[x, b]'],
    ['\n    - x\n    - c', '\n    - x\n    - b'],
    ['\n    - b\n    - c', '\n    - b'],
    ['\n    - c\n    - b', '\n    - b'],
  ])('%j becomes %j', (before, after) => {
    const changed = withReference(text(before), 'c', 'b');
    expect(parse(changed)).toEqual(parse(text(after).replace('[c]', '[]')));
    expect(changed).toContain('# head');
  });

  test('in the views and sections of article.yaml, too; and nothing else that has the same name', () => {
    const article =
      'subject: c\ninShort: [c, d]\nviews:\n  - { id: c, list: c, replies: { title: c, facts: [c] } }\nsummary:\n  - { id: s, facts: [x, c], gaps: [c] }\n';
    expect(withReference(article, 'c', 'b')).toBe(
      'subject: c\ninShort: [b, d]\nviews:\n  - { id: c, list: b, replies: { title: c, facts: [b] } }\nsummary:\n  - { id: s, facts: [x, b], gaps: [b] }\n',
    );
  });

  test('a list of lines that loses its only item is empty', () => {
    const two = [
      '- id: b',
      '  related: # not: here',
      '    - c',
      '  short: x',
      '- id: x',
      '  related:',
      '    - b',
      '    - c',
    ];
    expect(parse(withReference(two.join('\n'), 'c', 'b'))).toEqual([
      { id: 'b', related: [], short: 'x' },
      { id: 'x', related: ['b'] },
    ]);
  });

  test('nothing is related to a record that is gone, or has it near; an entry of a list stays', () => {
    const gone = '- id: a\n  related: [x, c] # near\n- id: b\n  nearest:\n    - c\n  items: [c, d]\n';
    expect(withoutReference(gone, 'c')).toBe(
      '- id: a\n  related: [x] # near\n- id: b\n  nearest: []\n  items: [c, d]\n',
    );
  });
});

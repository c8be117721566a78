// Editing a record leaves every other character of its file unchanged, comments included.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  recordText,
  recordTexts,
  withoutMark,
  withoutRecord,
  withRecord,
  withWritten,
} from '../../src/app/edit-records.ts';
import { KNOWLEDGE, loadTexts } from '../../src/app/load-knowledge.ts';

const TEXT = `# yaml-language-server: $schema=../schema/facts.json
# What the file is about.
- id: one
  short: One # not two
  values:
    # of a kind
    - { kind: direction, direction: up }

# This belongs to the second.
- id: two
  draft: true
  short: ""
  claim: ""
  questions: [what is two, "is it: two"]

- id: three
  short: Three
`;

test('a record is given as it stands, without its margin, comments included', () => {
  expect(recordText(TEXT, 'one')).toBe(
    'id: one\nshort: One # not two\nvalues:\n  # of a kind\n  - { kind: direction, direction: up }',
  );
  expect(recordText(TEXT, 'four')).toBeUndefined();
});

test('another text takes its place, and nothing else changes', () => {
  const changed = withRecord(
    TEXT,
    'two',
    'id: two\r\nshort: Two\n\nvalues:\n  - { kind: place, place: here }\n',
  );
  expect(changed).toBe(
    TEXT.replace(
      '  draft: true\n  short: ""\n  claim: ""\n  questions: [what is two, "is it: two"]',
      '  short: Two\n\n  values:\n    - { kind: place, place: here }',
    ),
  );
  expect(() => withRecord(TEXT, 'four', 'id: four')).toThrow('There is no "four" in this file any more.');
});

test('a record is dropped with the comment above it, the head of the file stays, and so does an empty list', () => {
  expect(withoutRecord(TEXT, 'two')).toBe(TEXT.replace(/\n# This belongs[\s\S]*is it: two"\]\n/, ''));
  expect(withoutRecord(TEXT, 'one')).toMatch(
    /^# yaml-.*\n# What the file is about\.\n\n# This belongs to the second\.\n- id: two\n/,
  );
  const empty = withoutRecord(withoutRecord(withoutRecord(TEXT, 'two'), 'three'), 'one');
  expect(empty).toMatch(/^# yaml-.*\n# What the file is about\.\n\[\]\n$/);
  expect(parse(empty)).toEqual([]);
});

test('a draft gets what was written, in quotes where YAML needs them, and loses its mark', () => {
  const yaml = recordText(TEXT, 'two') ?? '';
  expect(withWritten(withoutMark(yaml), { short: 'Two: "b"', claim: ' It is\n two. ' })).toBe(
    'id: two\nshort: \'Two: "b"\'\nclaim: It is two.\nquestions: [what is two, "is it: two"]',
  );
});

/** Number of records of a file that are put back, spread evenly: each takes as long as reading the whole file. */
const TRIED = 10;

test.each([
  ['short:\nclaim: # none yet\nstatus: stated', 'short: S\nclaim: "C: d" # none yet\nstatus: stated'],
  ['short: ~\nclaim:', 'short: S\nclaim: "C: d"'],
  ['short: ""\nclaim: |\n  A\n  b\nstatus: stated', 'short: S\nclaim: "C: d"\nstatus: stated'],
  ['id: x # of mine', 'id: x # of mine\nshort: S\nclaim: "C: d"'],
])(
  'what was written stands there whatever the keys had before, or if they were missing: %j',
  (before, after) => {
    expect(withWritten(before, { short: 'S', claim: 'C: d' })).toBe(after);
  },
);

test('each record of the real files is given as it stands; put back as it was it gives the same file', async () => {
  for (const [, text] of await loadTexts(KNOWLEDGE, (path) => /^(?:facts|gaps)/.test(path))) {
    const records = parse(text) as { id: string }[];
    const given = recordTexts(text);
    for (const record of records) expect(parse(given.get(record.id) ?? '')).toEqual(record);
    const step = Math.ceil(records.length / TRIED);
    for (const { id } of records.filter((_, i) => i % step === 0 || i === records.length - 1))
      expect(withRecord(text, id, given.get(id) ?? '')).toBe(text);
  }
});

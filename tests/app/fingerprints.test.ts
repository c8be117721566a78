// What counts as a change to what was learned from, and what does not.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesSince, describeChanges, fingerprintsOf } from '../../src/app/fingerprints.ts';
import { loadKnowledge } from '../../src/app/load-knowledge.ts';
import { writeStory } from '../story-folder.ts';

let folder: string;
let edited: string;
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  folder = join(root, 'before');
  edited = join(root, 'after');
  await writeStory(folder);
  await writeFile(join(folder, 'wordings.yaml'), WORDINGS);
  await cp(folder, edited, { recursive: true });
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const WORDINGS = `# How members word it.
yes-share:
  asked:
    - how many of em said yeah
    - what's the yes share # of all
turnout:
  asked:
    - who showed up
`;

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(join(edited, path), 'utf8');
  expect(change(text)).not.toBe(text);
  await writeFile(join(edited, path), change(text));
}

async function changes() {
  const [before, after] = await Promise.all(
    [folder, edited].map(async (each) => fingerprintsOf(each, await loadKnowledge(each))),
  );
  if (!before || !after) throw new Error('two folders have two fingerprints');
  return changesSince(before, after);
}

const NONE = { added: [], changed: [], removed: [], shared: false };

describe('is no change', () => {
  test.each<[what: string, change: (text: string) => string]>([
    ['the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['a comment', (text) => `# A comment.\n${text.replace('yes-share:', 'yes-share: # Another.')}`],
    ['a blank line, or a space at the end of one', (text) => text.replaceAll('\n', '  \n\n')],
  ])('%s', async (_, change) => {
    await edit('wordings.yaml', change);
    expect(await changes()).toEqual(NONE);
  });

  test('the line ends and comments of facts', async () => {
    await edit('facts/votes.yaml', (text) => `# A comment.\r\n${text.replaceAll('\n', '\r\n')}`);
    expect(await changes()).toEqual(NONE);
  });

  test('what no text is read with: a citation', async () => {
    await edit('facts/votes.yaml', (text) => text.replace('words on turnout', 'other words'));
    expect(await changes()).toEqual(NONE);
  });

  test('what nothing is learned from: words that mean the opposite of each other', async () => {
    await edit('words.yaml', (text) => `${text}\nantonyms: [{ one: [dear], other: [cheap] }]\n`);
    expect(await changes()).toEqual(NONE);
  });
});

describe('is a change, of the right record', () => {
  test('a wording', async () => {
    await edit('wordings.yaml', (text) => text.replace('who showed up', 'who came'));
    expect(await changes()).toEqual({ ...NONE, changed: ['turnout'] });
  });

  test('a wording behind a quote, where a # may be part of it', async () => {
    await edit('wordings.yaml', (text) => text.replace('# of all', '# of some'));
    expect(await changes()).toEqual({ ...NONE, changed: ['yes-share'] });
  });

  test('what a fact says', async () => {
    await edit('facts/votes.yaml', (text) => text.replace('96.3% voted yes', '96% voted yes'));
    expect(await changes()).toEqual({ ...NONE, changed: ['yes-share'] });
  });

  test('an added gap and a removed fact', async () => {
    await edit(
      'gaps.yaml',
      (text) => `${text}\n- {id: new-gap, says: It does not., nearest: [], questions: [what of it]}`,
    );
    await edit('facts/votes.yaml', (text) => text.replace('- id: turnout', '- id: turn-out'));
    await edit('wordings.yaml', (text) => text.replace('turnout:', 'turn-out:'));
    expect(await changes()).toEqual({
      ...NONE,
      added: expect.arrayContaining(['new-gap', 'turn-out']),
      removed: ['turnout'],
    });
  });

  test('the words of the field, which all texts are read with', async () => {
    await edit('words.yaml', (text) => text.replace('negations: []', 'negations: [not]'));
    expect(await changes()).toEqual({ ...NONE, shared: true });
  });
});

test('changes are told in words, with what to do', () => {
  expect(describeChanges(NONE)).toBeUndefined();
  expect(describeChanges({ ...NONE, added: ['a', 'b'] })).toBe(
    'Since the training, 2 facts or gaps were added. Run: npm run train -- --added',
  );
  expect(describeChanges({ ...NONE, added: ['a'], changed: ['b'], shared: true })).toBe(
    'Since the training, 1 fact or gap was added, 1 fact or gap was changed, the words or the names of the article changed. Run: npm run train',
  );
});

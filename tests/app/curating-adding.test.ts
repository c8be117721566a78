// What a curator adds to a folder, and what a merge of two facts results in. Every file stays as a person wrote it.
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCurating } from '../../src/app/curating.ts';
import { changedTexts, type TextChange } from '../../src/app/curating-changes.ts';
import type { Change, Curating, Entry, Outcome } from '../../src/local/curate/index.ts';
import { ARTICLE, articleOf, FACTS, keepBread, sundayFact, TEXT } from '../bread-folder.ts';

const { path, read, write } = keepBread();
let curating: Curating;
beforeEach(() => {
  curating = openCurating(path(), articleOf(TEXT));
});

/** The folder with one more paragraph in its article. */
async function withParagraph(paragraph: string, more = ''): Promise<void> {
  const text = `${TEXT}\n${paragraph}\n`;
  const article = articleOf(text);
  await write(
    'article.yaml',
    `${ARTICLE.replace('paragraphs: 3', 'paragraphs: 4').replace(/^sha256: .*/m, `sha256: ${article.sha256}`)}${more}`,
  );
  curating = openCurating(path(), article);
}

const refusal = (outcome: Outcome) => ('refused' in outcome ? outcome.refused.join('\n') : '');
const entry = async (id: string): Promise<Entry> => {
  const found = (await curating.look()).entries.find((one) => one.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
const change = async (id: string, how: object) => {
  const { path, version } = await entry(id);
  return refusal(await curating.change({ path, id, version, ...how } as unknown as Change));
};
const draft = async (paragraph: number, passage: string) =>
  refusal(await curating.change({ do: 'draft', paragraph, passage }));

describe('a fact of a passage', () => {
  test('is drafted behind the others, related to those of its paragraph, and takes an id that is free', async () => {
    expect(await draft(1, 'costs 3 dollars')).toBe('');
    const written = await read('facts.yaml');
    expect(written.startsWith(FACTS)).toBe(true);
    expect(parse(written.slice(FACTS.length))).toEqual([
      expect.objectContaining({
        draft: true,
        claim: '',
        short: '3 dollars',
        citations: [{ paragraph: 1, excerpt: 'costs 3 dollars' }],
        values: [{ kind: 'number', number: 3, unit: 'dollars', told: { by: ['loaf', 'costs'] } }],
        related: ['loaf'],
      }),
    ]);
    expect(parse(await read('concepts.yaml'))).toEqual({ loaf: ['loaf'], costs: ['costs'] });
    expect(await draft(1, 'costs 3 dollars')).toBe('');
    const { entries } = await curating.look();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
  });

  test('without a figure, a date or a clause is cited all the same, by twelve words at most', async () => {
    const long = `${'very '.repeat(20)}fresh`;
    await withParagraph(`It is ${long}.`);
    expect(await draft(4, long)).toBe('');
    const { entries } = await curating.look();
    expect(entries.at(-1)?.citations).toEqual([{ paragraph: 4, excerpt: 'very '.repeat(12).trim() }]);
  });

  test('makes a party of whoever speaks in it', async () => {
    await withParagraph('“Bread is life,” said Ada Miller, a baker.', '# Who is in it.\nparties: []\n');
    expect(await draft(4, '“Bread is life,” said Ada Miller')).toBe('');
    expect(await read('article.yaml')).toMatch(
      /# Who is in it\.\nparties:\n {2}- \{ id: ada-miller, name: Ada Miller, /,
    );
    expect(await read('facts.yaml')).toContain('saidBy: [ada-miller]');
  });

  test('is not drafted of what is not in the paragraph, nor in a folder that does not hold together', async () => {
    expect(await draft(1, 'two kinds')).toBe(
      'The passage is not in paragraph 1. Select it in one paragraph.',
    );
    const broken = FACTS.replace('status: stated', 'status: true');
    await write('facts.yaml', broken);
    expect(await draft(2, 'two kinds')).toMatch(/Mend these first/);
    expect(await read('facts.yaml')).toBe(broken);
  });
});

describe('a gap', () => {
  const add = async (questions: string[], id = '') => {
    const says = "The article doesn't say who bakes.";
    return refusal(await curating.change({ do: 'add gap', id, says, nearest: ['loaf'], questions }));
  };

  test('begins its file, and gets an id of its question', async () => {
    expect(await add(['who is the baker of it', 'is it: a baker'])).toBe('');
    expect(await read('gaps.yaml')).toBe(
      '- id: baker\n  says: The article doesn\'t say who bakes.\n  nearest: [loaf]\n  questions:\n    - who is the baker of it\n    - "is it: a baker"\n',
    );
    expect(await add(['the baker?'])).toBe('');
    expect((await entry('baker-2')).questions).toEqual(['the baker?']);
  });

  test('with an id or a question that is taken is refused', async () => {
    expect(await add(['who owns it'], 'loaf')).toMatch(/the id "loaf" is taken already/);
    expect(await add(['bread price'])).toMatch(/"bread price" belongs to "loaf" already/);
    await expect(read('gaps.yaml')).rejects.toThrow('ENOENT');
  });
});

describe('what was asked and not answered', () => {
  const asked = (questions: string[]) => {
    const list = questions.map((question) => ({ day: '2026-03-01', question }));
    curating = openCurating(path(), articleOf(TEXT), async () => list);
  };

  test('is shown with how often, and the nearest records; what is a question by now is not', async () => {
    asked(['wot does a loaf cost me', 'Bread price?', 'who bakes', 'wot does a loaf cost me', 'hello']);
    expect((await curating.look()).unanswered).toEqual([
      { question: 'wot does a loaf cost me', times: 2, near: ['loaf'] },
      { question: 'who bakes', times: 1, near: [] },
    ]);
  });

  test('becomes a question of a fact, on the line of the others, and is gone from the list', async () => {
    asked(['wot: a loaf']);
    expect(await change('loaf', { do: 'add question', question: 'wot: a loaf' })).toBe('');
    expect(await read('facts.yaml')).toBe(FACTS.replace('bread price]', 'bread price, "wot: a loaf"]'));
    expect((await curating.look()).unanswered).toEqual([]);
    expect(await change('loaf', { do: 'add question', question: 'Bread price?' })).toMatch(/appears twice/);
  });
});

describe('two facts become one', () => {
  const merge = async (id: string, into: string) => {
    const { path, version } = await entry(into);
    const said = { short: 'Two kinds at 3', claim: 'There are two kinds, at 3 dollars.' };
    return change(id, { do: 'merge', into: { path, id: into, version }, ...said });
  };

  test('with what both cite and answer, the comments of both, and whatever referred to either', async () => {
    const sunday = sundayFact(['who bakes on sunday', 'is there bread on sunday'], '[kinds] # of course');
    const asked =
      '\n    # asked daily\n    - how many kinds are there\n    - Bread price? # twice\n    - which # kinds';
    await write(
      'facts.yaml',
      `${FACTS.replace('short: ""', 'short: Two # or more').replace(' [how many kinds are there, which kinds]', asked)}${sunday}`,
    );
    await write('article.yaml', `${ARTICLE}inShort: [kinds, sunday] # for now\n`);
    expect(await merge('kinds', 'loaf')).toBe('');
    expect(await read('facts.yaml')).toBe(`# Bread.
# From the draft.
# or more
- id: loaf
  short: Two kinds at 3
  claim: There are two kinds, at 3 dollars.
  status: stated
  citations: [{ paragraph: 1, excerpt: costs 3 dollars }, { paragraph: 2, excerpt: two kinds }]
  values: [{ kind: number, number: 3, unit: dollars }, { kind: number, number: 2, unit: kinds }]
  questions:
    - what does a loaf cost
    - bread price
    # asked daily
    - how many kinds are there
    - which # kinds
  related: []
${sunday.replace('[kinds]', '[loaf]')}`);
    expect(await read('article.yaml')).toBe(`${ARTICLE}inShort: [loaf, sunday] # for now\n`);
  });

  describe('with wordings', () => {
    const at = FACTS.indexOf('\n# From the draft.');
    const [loaf, kinds] = [FACTS.slice(0, at), FACTS.slice(at + 1).replace('draft: true\n  ', '')];
    beforeEach(async () => {
      await write('facts.yaml', loaf);
      await write('facts/kinds.yaml', kinds.replaceAll('""', 'Two of them'));
    });

    test('of which only one has some, over two files: they become those of the other', async () => {
      await write('wordings/all.yaml', 'kinds: # mine\n  asked: [wot kinds]\n');
      expect(await merge('kinds', 'loaf')).toBe('');
      expect(parse(await read('facts/kinds.yaml'))).toEqual([]);
      expect(await read('wordings/all.yaml')).toBe('loaf: # mine\n  asked: [wot kinds]\n');
      expect((await entry('loaf')).questions).toContain('how many kinds are there');
    });

    test('of both in one file: each is there once, and everything around them stays', async () => {
      await write(
        'wordings/all.yaml',
        `# All.
loaf: # dear
  asked: [wot is it]
  supported:
    # True.
    - three bucks

# Kinds.
kinds:
  asked: [wot kinds, Wot is it?]
  contradicted:
    - one kind # no
hello:
  asked: [good day]
`,
      );
      expect(await merge('kinds', 'loaf')).toBe('');
      expect(await read('wordings/all.yaml')).toBe(`# All.
loaf: # dear
  asked: [wot is it, wot kinds]
  supported:
    # True.
    - three bucks
  contradicted:
    - one kind # no

# Kinds.
hello:
  asked: [good day]
`);
    });

    test('of both in two files: the one that is left without any is empty', async () => {
      await write('wordings/kinds.yaml', 'kinds:\n    asked:\n        - wot kinds\n');
      await write('wordings/loaf.yaml', 'loaf:\n    asked:\n        - wot is it\n');
      expect(await merge('kinds', 'loaf')).toBe('');
      expect(parse(await read('wordings/kinds.yaml'))).toEqual({});
      expect(parse(await read('wordings/loaf.yaml'))).toEqual({
        loaf: { asked: ['wot is it', 'wot kinds'] },
      });
    });
  });

  test('over two files, and nothing is lost between writing one and the other', async () => {
    const texts = new Map([
      ['a.yaml', 'other: kinds\n'],
      ['facts/kinds.yaml', FACTS.slice(FACTS.indexOf('- id: kinds'))],
      ['facts/loaf.yaml', FACTS.slice(0, FACTS.indexOf('\n# From'))],
    ]);
    const place = (id: string) => ({ path: `facts/${id}.yaml`, id, version: '' });
    const said = { short: 'Both', claim: 'Both.' };
    const order = (how: TextChange) => [...changedTexts(texts, how).keys()];
    expect(order({ do: 'merge', ...place('kinds'), into: place('loaf'), ...said })).toEqual([
      'facts/loaf.yaml',
      'facts/kinds.yaml',
    ]);
    expect(order({ do: 'merge', ...place('loaf'), into: place('kinds'), ...said })).toEqual([
      'facts/kinds.yaml',
      'facts/loaf.yaml',
    ]);
    // What refers to a record that is dropped is written first.
    texts.set('facts/a.yaml', FACTS.slice(0, FACTS.indexOf('\n# From')));
    expect(order({ do: 'drop', path: 'facts/a.yaml', id: 'loaf', version: '' })).toEqual([
      'facts/kinds.yaml',
      'facts/a.yaml',
    ]);
  });

  test('a draft stays one, whatever goes into it, until it is taken', async () => {
    await write('facts.yaml', FACTS.replace('related: [loaf]', 'related: []'));
    expect(await merge('loaf', 'kinds')).toBe('');
    expect(await entry('kinds')).toMatchObject({ kind: 'draft', short: 'Two kinds at 3' });
  });

  test('unless each has a quotation, or one of them is a gap or itself', async () => {
    const quoted = (text: string) => `  quotation: { speaker: ada, text: ${text}, paragraph: 1 }\n`;
    await write('article.yaml', `${ARTICLE}parties:\n  - { id: ada, name: Ada, side: ada, names: [ada] }\n`);
    const both = FACTS.replace('  values: [{ kind: number, number: 3', `${quoted('Cheap')}$&`).replace(
      '  values: [{ kind: number, number: 2',
      `${quoted('Both good')}$&`,
    );
    await write('facts.yaml', both);
    await write(
      'gaps.yaml',
      '- { id: x, says: Hm., nearest: [], questions: [hm] }\n- id: baker\n  says: Hm.\n  nearest: []\n  questions: [who bakes]\n',
    );
    expect(await merge('loaf', 'kinds')).toMatch(/^Both "kinds" and "loaf" have a quotation of their own/);
    expect(await merge('loaf', 'loaf')).toBe('A fact cannot be merged into itself.');
    expect(await merge('loaf', 'baker')).toMatch(/^Only facts are merged/);
    expect(await read('facts.yaml')).toBe(both);
  });
});

test('a fact that none of its own questions finds is named, with what they find', async () => {
  const lost = sundayFact(['what does it cost on a holiday', 'price of nothing']);
  await write('facts.yaml', `${FACTS.replace('[what does', '[loaf cost today, what does')}${lost}`);
  const { problems } = await curating.look();
  expect((await entry('sunday')).unfound).toEqual({ takenFor: 'loaf' });
  expect((await entry('loaf')).unfound).toBeUndefined();
  expect(problems.filter((problem) => problem.includes('"sunday"'))).toEqual([
    expect.stringContaining('which lead to "loaf"'),
  ]);
});

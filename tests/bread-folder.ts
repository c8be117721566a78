// A small folder on bread with its article, a fact and a draft, for tests of the curators' page.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ArticleText } from '../src/app/read-article.ts';
import { fingerprint, paragraphsOf } from '../src/evaluation/article-evidence.ts';

export const TEXT = 'A loaf costs 3 dollars.\n\nThere are two kinds.\n\nNobody bakes on Sunday.\n';

export const articleOf = (text: string): ArticleText => ({
  text,
  paragraphs: paragraphsOf(text),
  sha256: fingerprint(text),
});

export const ARTICLE = `publisher: Gazette
names: [article]
subject: bread
asOf: the evening edition
paragraphs: 3
sha256: ${fingerprint(TEXT)}
`;

export const FACTS = `# Bread.
- id: loaf
  short: 3 dollars
  claim: A loaf is 3 dollars.
  status: stated
  citations: [{ paragraph: 1, excerpt: costs 3 dollars }]
  values: [{ kind: number, number: 3, unit: dollars }]
  questions: [what does a loaf cost, bread price]
  related: []

# From the draft.
- id: kinds
  draft: true
  short: ""
  claim: ""
  status: stated
  citations: [{ paragraph: 2, excerpt: two kinds }]
  values: [{ kind: number, number: 2, unit: kinds }]
  questions: [how many kinds are there, which kinds]
  related: [loaf]
`;

/** A little small talk of its own, since what is the same for every article is read with each look, and is large. */
export const SMALL_TALK = {
  'common/gaps.yaml': '- id: hello\n  says: Hello!\n  nearest: []\n  questions: [hello]\n',
  'common/wordings/small-talk.yaml': 'hello:\n  asked: [hi there]\n',
};

const FILES = {
  'article.yaml': ARTICLE,
  'facts.yaml': FACTS,
  'words.yaml': 'same: []\n',
  ...SMALL_TALK,
};

/** Makes the folder anew for each test of a file. @returns what reads and writes its files, by their names */
export function keepBread() {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
    for (const [name, text] of Object.entries(FILES)) await write(name, text);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  return {
    path: () => folder,
    read: (name: string) => readFile(join(folder, name), 'utf8'),
    write,
  };
}

/** A fact about Sunday, as it stands behind others in a file. @param related with a comment behind it, if it has one */
export const sundayFact = (questions: readonly string[], related = '[]'): string => `
- id: sunday
  short: None on Sunday
  claim: Nobody bakes on Sunday.
  status: stated
  citations: [{ paragraph: 3, excerpt: Nobody bakes }]
  values: [{ kind: direction, direction: against }]
  questions: [${questions.join(', ')}]
  related: ${related}
`;

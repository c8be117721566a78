// A folder that is being curated: a fact and a draft beside the text that they are from.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleText } from '../src/app/read-article.ts';
import { fingerprint, paragraphsOf } from '../src/evaluation/article-evidence.ts';

const TEXT = 'A loaf costs 3 dollars.\n\nThere are two kinds.\n\nNobody bakes on Sunday.\n';

/** The text of the article, as it is read from a file. */
export const bread: ArticleText = {
  text: TEXT,
  paragraphs: paragraphsOf(TEXT),
  sha256: fingerprint(TEXT),
};

/** The file of its facts. The markup in it is shown as text. */
export const BREAD_FACTS = `# Bread.
- id: loaf
  short: 3 dollars
  claim: A loaf is <b>3</b> dollars.
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

const FILES = {
  'article.yaml': `publisher: Gazette
names: [article]
subject: bread
asOf: the evening edition
paragraphs: 3
sha256: ${bread.sha256}
`,
  'words.yaml': 'same: []\nshort: {}\nopposites: []\nnegations: []\n',
  'facts.yaml': BREAD_FACTS,
};

/** Writes the files into a new folder. @returns the folder */
export async function writeBread(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text);
  return folder;
}

// Creates the knowledge folder of a new article. Its files contain what the text itself tells, and no facts yet.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { editorSchemas } from './editor-schemas.ts';
import { OperatorError } from './operator-error.ts';
import type { ArticleText } from './read-article.ts';

/** The topics to begin with: those that drafts go into, and one for facts that gather others. */
export const TOPICS = ['overview', 'numbers', 'dates', 'quotes', 'statements'] as const;

/**
 * Creates the folder, editor schemas included.
 *
 * @returns the paths of the files that were written, relative to the folder
 * @throws {OperatorError} if the folder is not empty; nothing is overwritten
 */
export async function createFolder(folder: string, article: ArticleText): Promise<string[]> {
  const present = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new OperatorError(`${folder} cannot be used (${error.code}). Choose another name.`);
  });
  if (present.length > 0)
    throw new OperatorError(`${folder} has files in it already. Choose a folder that is new or empty.`);
  const files: [path: string, text: string][] = [
    ['article.yaml', articleFile(article)],
    ...TOPICS.map((topic): [string, string] => [
      `facts/${topic}.yaml`,
      listFile(`facts/${topic}.yaml`, 'facts'),
    ]),
    ['gaps.yaml', listFile('gaps.yaml', 'gaps')],
    ['words.yaml', WORDS],
    ...editorSchemas().map(([name, text]): [string, string] => [`schema/${name}`, text]),
  ];
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
  }
  return files.map(([path]) => path);
}

/** The comment by which editors find the schema of a file. */
const schemaLine = (path: string, kind: string): string =>
  `# yaml-language-server: $schema=${relative(dirname(path), `schema/${kind}.json`).replaceAll('\\', '/')}\n`;

const listFile = (path: string, kind: string): string => `${schemaLine(path, kind)}[]\n`;

const articleFile = ({
  paragraphs,
  sha256,
}: ArticleText): string => `${schemaLine('article.yaml', 'article')}\
# The one article that the bot answers from. Replace each "TODO"; a fact is accepted once none is left.
publisher: TODO who published it
names: [article, text, story, piece]
# date: 2017-04-24
# dateBasis: TODO how you know the date
# address: https://example.org/TODO
subject: TODO what it is about, after "It is about"
asOf: TODO as of when it is, after "As of"
unknown: []
paragraphs: ${paragraphs.length}
sha256: ${sha256}
# What members see: the bot's name, commands of this article, the summary's sections. The guide shows each:
# knowledge/README.md, "What members see".
# bot: TODO what the bot is called
# examples: []
# views: []
# summary: []
# Who appears in it. \`npm run draft\` adds those who speak.
parties: []
`;

const WORDS = `${schemaLine('words.yaml', 'words')}\
# The vocabulary of this article: groups of words that mean the same in it. What holds of every article is built in.
same: []
`;

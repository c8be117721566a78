// Everything particular to an article is in its folder: the program contains no word about the subject of the one that
// comes with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const WORDS = new Set(
  `strike strikes striker strikers striking vote votes voted voter voters voting nonvoters ballot ballots guild guilds
  studio studios writers wga amptp alliance alliances walkout walkouts`.split(/\s+/),
);

/** Words that mean something else there, each with what it means. */
const OTHERWISE: readonly { where: RegExp; words: readonly string[]; means: string }[] = [
  {
    where: /^src\/(?:discord|local)\//,
    words: ['guild', 'guilds'],
    means: "Discord's own word for a server",
  },
  { where: /^src\/(?:app\/config|cli\/(?:doctor|register|start))\.ts$/, words: ['guild'], means: 'the same' },
  { where: /^src\/local\/(?:markdown|page|terminal)\//, words: ['strike'], means: 'struck through' },
  {
    where: /^src\/drafting\/name-speakers\.ts$/,
    words: ['guild', 'alliance', 'studio'],
    means: 'kinds of organizations, among many others',
  },
  {
    where: /^src\/core\/asking\/complete-part\.ts$/,
    words: ['vote', 'voted'],
    means: 'verbs that questions are made of, among others',
  },
  {
    where: /^src\/core\/text\//,
    words:
      'vote votes voted voting voter voters ballot ballots writers strike strikers walkout guild studio'.split(
        ' ',
      ),
    means:
      'English words that stand beside numbers, among others: "6,310 votes", "the 2007 strike", "studio 54"',
  },
];

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length + 1)),
);

const common = readdirSync(join(PROJECT, 'knowledge/common'), { recursive: true, encoding: 'utf8' })
  .map((name) => join('knowledge/common', name))
  .filter((name) => /(?:gaps|wordings\/.*)\.yaml$/.test(name));

/** The words of a text, those within an identifier too. */
const wordsOf = (text: string) =>
  (text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());

test('no word of one article is in the program', () => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) => {
    const allowed = OTHERWISE.filter(({ where }) => where.test(file)).flatMap(({ words }) => words);
    const words = new Set(wordsOf(readFileSync(join(PROJECT, file), 'utf8')));
    return [...words]
      .filter((word) => WORDS.has(word) && !allowed.includes(word))
      .map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});

test('no word of one article is in the small talk of every article', () => {
  expect(common.length).toBeGreaterThan(3);
  const found = common.flatMap((file) =>
    readFileSync(join(PROJECT, file), 'utf8')
      .split('\n')
      .filter((line) => wordsOf(line).some((word) => WORDS.has(word)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

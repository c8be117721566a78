// The files of a small knowledge, for tests of what curators are told when one of them is wrong.
import { readYaml } from '../../../src/app/read-yaml.ts';
import type { KnowledgeFile } from '../../../src/core/knowledge/knowledge-file.ts';
import { KnowledgeError, parseKnowledge } from '../../../src/core/knowledge/parse.ts';

export const ARTICLE = `publisher: Gazette
names: [article]
date: 2017-04-24
dateBasis: By its address.
address: http://gazette.example/vote
subject: a vote
asOf: the evening edition
unknown: [byline]
editions: [{ time: "18:45", what: updated }]
paragraphs: 3
sha256: ${'a'.repeat(64)}
periods: [{ id: "2017", name: This vote, names: [this time] }]
parties: [{ id: guild, name: the guild, side: writers, names: [guild] }]
`;
export const WORDS = 'same: []\nshort: {}\nopposites: []\nnegations: []\n';
/** The facts "turnout" and, from line 9, "result". */
export const FACT = `- id: turnout
  short: Two thirds voted
  claim: Two thirds of the members voted.
  status: stated
  citations: [{ paragraph: 1, excerpt: two thirds voted }]
  values: [{ kind: number, number: 67, unit: percent }]
  questions: [what was the turnout, how many took part]
  related: [result]
- id: result
  short: They said yes
  claim: The members said yes.
  status: claimed
  saidBy: [guild]
  citations: [{ paragraph: 2, excerpt: said yes }]
  values: [{ kind: direction, direction: for }]
  questions: [what was the result, did it pass]
  related: [turnout]
`;

/** The files of a small knowledge, with some of them changed or added. */
export const files = (changes: Record<string, string> = {}): KnowledgeFile[] =>
  Object.entries({ 'article.yaml': ARTICLE, 'facts/votes.yaml': FACT, 'words.yaml': WORDS, ...changes }).map(
    ([path, text]) => readYaml(path, text),
  );

/** What a curator is told about these files. */
export function problemsOf(changes: Record<string, string>): readonly string[] {
  try {
    parseKnowledge(files(changes));
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
  return [];
}

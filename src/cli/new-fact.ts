// `npm run new-fact`: adds the skeleton of a fact to the file of its topic, for a curator to fill in.
import { readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { loadTexts } from '../app/load-knowledge.ts';
import { OperatorError } from '../app/operator-error.ts';
import { readYaml } from '../app/read-yaml.ts';
import { withoutEmptyList } from '../app/write-drafts.ts';
import { formatUnreadable, kindOf } from '../core/knowledge/knowledge-file.ts';
import { KnowledgeError } from '../core/knowledge/parse.ts';
import { runAsMain } from './main.ts';
import { defineProgram, UsageError } from './shell.ts';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const SCHEMA = '# yaml-language-server: $schema=../schema/facts.json\n';

/**
 * The fields to fill in are empty. They fail the check by name until somebody does, so an unfinished fact never
 * answers anything.
 */
const skeleton = (id: string) => `
- id: ${id}
  short: ""
  claim: ""
  status: stated
  citations:
    - { paragraph: 1, excerpt: "" }
  values:
    - { kind: number, number: 0, unit: "" }
  questions:
    - ""
    - ""
  related: []
`;

const newFact = defineProgram({
  summary: 'Adds the skeleton of a fact to facts/TOPIC.yaml, for you to fill in.',
  usage: ['npm run new-fact -- TOPIC ID', 'npm run new-fact -- numbers share-of-imports'],
  options: { 'new-topic': { type: 'boolean', help: 'begin a file for a topic that has no facts yet' } },
  takesArguments: true,
  async run({ options, args }, { knowledge: folder, print }) {
    const [topic = '', id = '', ...more] = args;
    if (!NAME.test(topic) || !NAME.test(id) || more.length > 0)
      throw new UsageError(
        'Give the topic and the id of the fact, both in lower-case words joined by hyphens.',
      );
    const records = await findRecords(folder);
    if (records.some((record) => record.id === id))
      throw new OperatorError(`The id "${id}" is taken. Choose another one.`);
    const path = join(
      folder,
      (await findTopic(folder, topic, options['new-topic'])) ?? `facts/${topic}.yaml`,
    );
    const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return SCHEMA;
      throw error;
    });
    const text = withoutEmptyList(before);
    await writeFile(path, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${skeleton(id)}`);
    print(`Fill in "${id}" at the end of ${path}, then run: npm run validate`);
    const unfinished = records.filter(({ short, claim, draft }) => !draft && [short, claim].includes(''));
    if (unfinished.length > 0) print(`Unfinished too: ${unfinished.map(({ id }) => id).join(', ')}`);
  },
});
export default newFact;

/** The fields that are read of a fact, a draft or a gap before it is checked. */
interface Loose {
  id?: unknown;
  short?: unknown;
  claim?: unknown;
  draft?: unknown;
}

/**
 * All facts, drafts and gaps of a folder. They are not checked, since some of them may be unfinished.
 * @throws {KnowledgeError} with every file that is not YAML
 */
async function findRecords(folder: string): Promise<Loose[]> {
  const texts = await loadTexts(folder, (path) => ['facts', 'gaps'].includes(kindOf({ path }) ?? ''));
  const files = texts.map(([path, text]) => readYaml(path, text));
  const problems = files.flatMap(({ path, unreadable }) =>
    unreadable ? formatUnreadable(path, unreadable) : [],
  );
  if (problems.length > 0) throw new KnowledgeError(problems);
  return files.flatMap(({ data }) =>
    Array.isArray(data)
      ? data.filter((record): record is Loose => typeof record === 'object' && !!record)
      : [],
  );
}

/**
 * Finds the file of a topic.
 * @returns its path in the knowledge folder, or undefined for a new topic
 * @throws {OperatorError} if the topic does not exist though it should, or exists though it should be new
 */
async function findTopic(folder: string, topic: string, isNew = false): Promise<string | undefined> {
  const files = await loadTexts(folder, (path) => path.startsWith('facts/'));
  const topics = new Map(files.map(([path]) => [parse(path).name, path]));
  if (topics.has(topic) === isNew)
    throw new OperatorError(
      isNew
        ? `The topic "${topic}" is there already. Leave out --new-topic.`
        : `There is no topic "${topic}". There are: ${[...topics.keys()].join(', ')}. To begin a new one, add --new-topic.`,
    );
  return topics.get(topic);
}

await runAsMain(import.meta.filename, newFact);

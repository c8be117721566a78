// `npm run new-fact -- TOPIC ID`: adds the skeleton of a fact to facts/TOPIC.yaml, for a curator to fill in.
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../app/config.ts';
import { KNOWLEDGE, loadKnowledge } from '../app/load-knowledge.ts';
import { runToExit } from './exit.ts';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const SCHEMA = '# yaml-language-server: $schema=../schema/facts.json\n';

/** Its empty fields fail the check by name until they are filled in, so an unfinished fact is never answered from. */
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

await runToExit(async () => {
  const [topic = '', id = '', ...more] = process.argv.slice(2);
  if (!NAME.test(topic) || !NAME.test(id) || more.length > 0)
    throw new ConfigError(
      'Say the topic and the id of the fact, in lower-case words joined by hyphens: npm run new-fact -- votes no-share',
    );
  const folder = process.env.KNOWLEDGE_DIR ?? KNOWLEDGE;
  const { facts, gaps } = await loadKnowledge(folder);
  if (facts.has(id) || gaps.has(id)) throw new ConfigError(`The id "${id}" is taken. Choose another one.`);
  const path = join(folder, 'facts', `${topic}.yaml`);
  const text = await readFile(path, 'utf8').catch(() => '');
  await appendFile(path, `${text ? '' : SCHEMA}${text && !text.endsWith('\n') ? '\n' : ''}${skeleton(id)}`);
  console.log(`Fill in "${id}" at the end of ${path}, then run: npm run train`);
});

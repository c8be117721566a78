// Examines what the bot needs on this machine: Node, configuration, knowledge, model, and the files that it writes.
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Knowledge, KnowledgeError } from '../core/knowledge/parse.ts';
import { counted } from '../core/text/counted.ts';
import type { Diagnosis } from '../discord/index.ts';
import { type Config, parseConfig } from './config.ts';
import type { Environment } from './env-file.ts';
import { changesSince, describeChanges, fingerprintsOf } from './fingerprints.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { MODEL_FILE, readModel } from './model-file.ts';
import { openStore } from './open-store.ts';
import { OperatorError } from './operator-error.ts';

const ON_SERVER = 'one list for all copies, on the server of REDIS_URL';

/** The result for what cannot be examined while the configuration has problems. */
export const UNCONFIGURED = 'will be checked once the configuration is in order';

const PACKAGE = resolve(import.meta.dirname, '../../package.json');

/** Examines everything, and returns the configuration if there is nothing wrong with it. Changes nothing. */
export async function examineInstallation(
  env: Environment,
  knowledge: string,
  node: string = process.versions.node,
): Promise<{ diagnoses: Diagnosis[]; config?: Config }> {
  let config: Config | undefined;
  let loaded: Knowledge | undefined;
  const checks: Record<string, () => Promise<string>> = {
    'Node.js': () => examineNode(node),
    async Configuration() {
      config = parseConfig(env);
      return config.discord ? 'in order' : 'in order; without DISCORD_TOKEN, npm start is a preview';
    },
    async Knowledge() {
      loaded = await readKnowledge(knowledge);
      return `${counted(loaded.facts.size, 'fact')} and ${counted(loaded.gaps.size, 'gap')} in ${knowledge}`;
    },
    Model: () => examineModel(knowledge, loaded),
  };
  const configured: Record<string, (config: Config) => Promise<string>> = {
    Unanswered: ({ unanswered }) => examineUnanswered(unanswered),
    Sharing: async ({ redis, sharingFile }) => (redis ? ON_SERVER : examineFile('SHARING_FILE', sharingFile)),
    Store: ({ redis }) => examineStore(redis),
  };
  const diagnoses: Diagnosis[] = [];
  for (const [subject, check] of Object.entries(checks)) diagnoses.push(await toDiagnosis(subject, check));
  // The compiler does not see that a check has set it.
  const given = config as Config | undefined;
  for (const [subject, check] of Object.entries(configured))
    diagnoses.push(
      given
        ? await toDiagnosis(subject, () => check(given))
        : { subject, state: 'skipped', says: UNCONFIGURED },
    );
  return { diagnoses, ...(config && { config }) };
}

async function toDiagnosis(subject: string, check: () => Promise<string>): Promise<Diagnosis> {
  try {
    return { subject, state: 'ok', says: await check() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { subject, state: 'wrong', says: error.message };
  }
}

/** Compares the version with the oldest one that package.json allows, such as ">=20.19". */
async function examineNode(version: string): Promise<string> {
  const { engines } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { engines: { node: string } };
  const [wanted = [], given = []] = [engines.node.replace('>=', ''), version].map((one) =>
    one.split('.').map(Number),
  );
  const at = wanted.findIndex((part, index) => part !== given[index]);
  if (at < 0 || (given[at] ?? 0) > (wanted[at] ?? 0)) return version;
  throw new OperatorError(
    `This is ${version}; the bot needs ${engines.node}. Install it from https://nodejs.org.`,
  );
}

async function readKnowledge(folder: string): Promise<Knowledge> {
  try {
    return await loadKnowledge(folder);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    const [first, ...more] = error.problems;
    throw new OperatorError(
      `${first}${more.length > 0 ? ` (and ${more.length} more: npm run validate)` : ''}`,
    );
  }
}

async function examineModel(folder: string, knowledge: Knowledge | undefined): Promise<string> {
  const model = await readModel(folder);
  if (!model) throw new OperatorError(`There is no ${MODEL_FILE} in ${folder}. Run: npm run train`);
  if (!knowledge) return 'there is one; whether it fits cannot be told while the knowledge has problems';
  const changes = describeChanges(changesSince(model.trainedOn, await fingerprintsOf(folder, knowledge)));
  if (changes) throw new OperatorError(changes);
  return 'trained on this knowledge';
}

async function examineUnanswered(list: Config['unanswered']): Promise<string> {
  return list && 'redis' in list ? ON_SERVER : examineFile('UNANSWERED_LOG', list?.path);
}

/** Examines a file that a variable names and the bot writes. */
async function examineFile(variable: string, path: string | undefined): Promise<string> {
  if (!path) return `nothing is kept, since ${variable} is not set`;
  const { R_OK, W_OK } = constants;
  try {
    const stats = await stat(path).catch(() => undefined);
    if (stats && !stats.isFile()) throw new OperatorError(`${variable}: ${path} is not a regular file.`);
    await access(stats ? path : dirname(path), R_OK | W_OK);
    return `${path} ${stats ? 'can be written' : 'does not exist yet and can be created'}`;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(`${variable}: ${path} cannot be written (${code}). Name another file.`);
  }
}

async function examineStore(redis: string | undefined): Promise<string> {
  if (!redis) return 'in memory, for one copy, since REDIS_URL is not set';
  const store = await openStore(redis, silent);
  try {
    // Reads a key that nobody sets.
    await store.take('doctor');
    return `the server at ${new URL(redis).host} answers`;
  } finally {
    await store.close();
  }
}

const silent = { error() {} };

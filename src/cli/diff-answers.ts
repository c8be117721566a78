// `npm run diff-answers -- --since REF`: which answers the knowledge gives now that it did not give at a git reference.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { openDesk } from '../app/app.ts';
import { ConfigError } from '../app/config.ts';
import { KNOWLEDGE, loadKnowledgeFiles } from '../app/load-knowledge.ts';
import { answerBlocks, citationBlocks, type Desk, toPlainText } from '../bot/index.ts';
import { parseKnowledge } from '../core/knowledge/parse.ts';
import { wordingsOf } from '../training/examples.ts';
import { runToExit } from './exit.ts';

const run = promisify(execFile);

await runToExit(async () => {
  const since = readReference();
  const folder = process.env.KNOWLEDGE_DIR ?? KNOWLEDGE;
  const before = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  try {
    await checkOut(folder, since, before);
    const [old, present] = [await openDesk(before), await openDesk(folder)];
    const questions = new Set([...(await questionsOf(before)), ...(await questionsOf(folder))]);
    let changed = 0;
    for (const question of questions) {
      const [was, is] = [answerOf(old, question), answerOf(present, question)];
      if (was === is) continue;
      changed += 1;
      console.log(`? ${question}\n${mark('-', was)}\n${mark('+', is)}\n`);
    }
    console.log(`This edit changed ${changed} answer${changed === 1 ? '' : 's'} of ${questions.size}.`);
  } finally {
    await rm(before, { recursive: true });
  }
});

/** @throws {ConfigError} when the command line names no reference */
function readReference(): string {
  try {
    const { since } = parseArgs({ options: { since: { type: 'string' } } }).values;
    // A reference never begins with a hyphen, and git would take it for an option.
    if (since && !since.startsWith('-')) return since;
  } catch {
    // UserFacingError below.
  }
  throw new ConfigError(
    'Say since when: npm run diff-answers -- --since HEAD (or a branch, a tag, a commit)',
  );
}

/** Puts a folder as it was at a git reference into another folder. @throws {ConfigError} with what git says */
async function checkOut(folder: string, since: string, into: string): Promise<void> {
  const archive = join(into, 'knowledge.tar');
  try {
    await run('git', ['archive', '--format=tar', `--output=${archive}`, since], { cwd: folder });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new ConfigError(`The knowledge at "${since}" cannot be read from git: ${said}`);
  }
  await run('tar', ['-xf', archive, '-C', into]);
  await rm(archive);
}

/** Every question that a knowledge folder holds: of facts and gaps, and the wordings of both. */
async function questionsOf(folder: string): Promise<string[]> {
  const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
  return wordingsOf(knowledge, knowledge.wordings).flatMap(({ text, asked }) => (asked ? [text] : []));
}

function answerOf(desk: Desk, question: string): string {
  const answer = desk.ask(question);
  return toPlainText([
    ...answerBlocks(answer, desk.knowledge),
    ...(answer.outcome === 'found' ? citationBlocks([answer.fact]) : []),
  ]);
}

function mark(sign: string, text: string): string {
  return text.replace(/^/gm, `  ${sign} `);
}

// `npm run diff-answers`: shows which answers changed since a git reference.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDesk } from '../app/app.ts';
import { loadKnowledgeFiles } from '../app/load-knowledge.ts';
import { OperatorError } from '../app/operator-error.ts';
import { answerBlocks, answerCitations, type Desk, toPlainText } from '../bot/index.ts';
import { parseKnowledge } from '../core/knowledge/parse.ts';
import { counted } from '../core/text/counted.ts';
import { ownOf, wordingsOf } from '../training/examples.ts';
import { runAsMain } from './main.ts';
import { defineProgram, isForeseen, UsageError } from './shell.ts';

const exec = promisify(execFile);

/** Number of questions between two steps of the progress bar. */
const STEP = 100;

const diffAnswers = defineProgram({
  summary: 'Shows which answers an edit of the knowledge changed.',
  usage: ['npm run diff-answers -- --since HEAD'],
  options: {
    since: { type: 'string', value: 'REF', help: 'compare with this branch, tag or commit of git' },
  },
  async run({ options: { since } }, { knowledge: folder, print, progress }) {
    // A reference never begins with a hyphen, and git would take it for an option.
    if (!since || since.startsWith('-'))
      throw new UsageError('Say what to compare with: --since HEAD, or another branch, tag or commit.');
    const before = await mkdtemp(join(tmpdir(), 'picket-desk-'));
    try {
      await checkOut(folder, since, before);
      progress(0, 1, `reading the knowledge as of ${since}, and as it is`);
      const old = await openDesk(before).catch((error: unknown) => {
        throw isForeseen(error) ? new OperatorError(`As of ${since}: ${error.message}`) : error;
      });
      const present = await openDesk(folder);
      const questions = [...new Set([...(await questionsOf(before)), ...(await questionsOf(folder))])];
      let changed = 0;
      for (const [i, question] of questions.entries()) {
        if (i % STEP === 0)
          progress(i, questions.length, `asking ${counted(questions.length, 'question')} of both`);
        const [was, is] = [answerOf(old, question), answerOf(present, question)];
        if (was === is) continue;
        changed += 1;
        print(`? ${question}\n${mark('-', was)}\n${mark('+', is)}\n`);
      }
      print(`This edit changed ${counted(changed, 'answer')} of ${questions.length}.`);
    } finally {
      await rm(before, { recursive: true });
    }
  },
});
export default diffAnswers;

/** Puts a folder as it was at a git reference into another folder. @throws {OperatorError} with what git says */
async function checkOut(folder: string, since: string, into: string): Promise<void> {
  const archive = join(into, 'knowledge.tar');
  try {
    await exec('git', ['archive', '--format=tar', `--output=${archive}`, since], { cwd: folder });
  } catch (error) {
    if (!(await isInGit(folder)))
      throw new OperatorError(
        `${folder} is not in a git repository, so there is no earlier state to compare with. Put it under git (git init, git add, git commit) before you edit.`,
      );
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new OperatorError(`The knowledge at "${since}" cannot be read from git: ${said}`);
  }
  await exec('tar', ['-xf', archive, '-C', into]);
  await rm(archive);
}

async function isInGit(folder: string): Promise<boolean> {
  try {
    await exec('git', ['rev-parse', '--git-dir'], { cwd: folder });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new OperatorError('diff-answers needs git, and there is none on this machine. Install it.');
    return false;
  }
}

/**
 * The questions that a knowledge folder holds: of facts and gaps, and the wordings of its own. Those of common gaps are
 * thousands, and the same for every article.
 */
async function questionsOf(folder: string): Promise<string[]> {
  const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
  const common = [...knowledge.commonGaps].flatMap((id) => knowledge.gaps.get(id)?.questions ?? []);
  const own = ownOf(wordingsOf(knowledge), knowledge);
  return [...own.flatMap(({ text, isQuestion }) => (isQuestion ? [text] : [])), ...common];
}

function answerOf(desk: Desk, question: string): string {
  const answer = desk.ask(question);
  return toPlainText([...answerBlocks(answer, desk.knowledge), ...answerCitations(answer)]);
}

function mark(sign: string, text: string): string {
  return text.replace(/^/gm, `  ${sign} `);
}

await runAsMain(import.meta.filename, diffAnswers);

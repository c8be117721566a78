// Faults of files: the list of unanswered questions, and the knowledge that is watched.
import { readdirSync, readlinkSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app/app.ts';
import { openUnanswered } from '../../src/app/unanswered-log.ts';
import { watchKnowledge } from '../../src/app/watch-knowledge.ts';
import { createBot } from '../../src/bot/index.ts';
import { type Entry, keep } from '../discord/stage.ts';
import { writeStory } from '../story-folder.ts';
import type { FaultCase, Theatre } from './fault-case.ts';

/** Does something with a path in a folder of its own. */
async function inFolder(act: (path: string, log: Entry[]) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  try {
    return await act(join(folder, 'list'), []);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const open = (path: string, log: Entry[] = []) => openUnanswered({ path, days: 30, most: 100 }, keep(log));
const SERVER = '3';
const refusal = (path: string) =>
  open(path).then(
    async (list) => {
      await list.close();
      return 'opened';
    },
    (error: Error) => `${error.name}: ${error.message.replaceAll(path, 'PATH').replace(/ \(.*?\)/, '')}`,
  );

/** What a member is told who says that an answer missed the question. */
async function report({ stage }: Theatre, list: Awaited<ReturnType<typeof open>>): Promise<string> {
  const bot = createBot(stage.bot.commands, stage.desk, { unanswered: list });
  const member = { id: '1', name: 'Mia', moderates: false, pins: false };
  const { blocks } = await bot.respond({
    command: 'not-answered',
    options: { question: 'who catered it' },
    member,
    serverId: SERVER,
  });
  return blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
}

/** How many watches of the system this process has. */
const watches = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(join('/proc/self/fd', fd)).includes('inotify');
    } catch {
      return false;
    }
  }).length;

export const fileCases: FaultCase[] = [
  {
    fault: 'UNANSWERED_LOG in a folder that is missing, a folder, a device',
    expected: [
      'PATH/list cannot be written. Name a file in a folder that exists and may be written to, or leave it empty to keep nothing.',
      'PATH is not a regular file but a folder. Name a file, which may be a new one, or leave it empty to keep nothing.',
      'PATH is not a regular file but a device, a pipe or a socket. Name a file, which may be a new one, or leave it empty to keep nothing.',
    ]
      .map((why) => `OperatorError: UNANSWERED_LOG: ${why}`)
      .join(' / '),
    see: () =>
      inFolder(async (path) => {
        const missing = (await refusal(join(path, 'list'))).replace(join(path, 'list'), 'PATH/list');
        const folder = await refusal(join(path, '..'));
        await symlink('/dev/null', path);
        return [missing.replace('PATH cannot', 'PATH/list cannot'), folder, await refusal(path)].join(' / ');
      }),
  },
  {
    fault: 'UNANSWERED_LOG on a disk that is full',
    expected:
      'Your question could not be put on the list of unanswered questions. Nothing was kept. Later: Thank you. Your question is now on the list of unanswered questions, without your name. See /privacy. 2 entries',
    see: (theatre) =>
      inFolder(async (path, log) => {
        const list = await open(path, log);
        await list.add('what comes before', { memberId: '2', serverId: SERVER });
        const before = await readFile(path, 'utf8');
        await rm(path);
        await symlink('/dev/full', path);
        const full = await report(theatre, list);
        await rm(path);
        await writeFile(path, before);
        const later = await report(theatre, list);
        const { length } = await list.entriesOf(SERVER);
        await list.close();
        return `${full} Later: ${later} ${length} entries`;
      }),
  },
  {
    fault: 'UNANSWERED_LOG a link to a file with mode 664, with entries that are too old',
    expected: 'still a link, mode 664, the old entries are gone',
    see: () =>
      inFolder(async (path) => {
        await writeFile(`${path}-target`, '\n{"day":"2020-01-01","question":"old"}');
        await chmod(`${path}-target`, 0o664);
        await symlink(`${path}-target`, path);
        await (await open(path)).close();
        const { mode } = await stat(path);
        const isGone = (await readFile(path, 'utf8')) === '';
        return `${readlinkSync(path) ? 'still a link' : 'no link'}, mode ${(mode & 0o777).toString(8)}, the old entries are ${isGone ? 'gone' : 'there'}`;
      }),
  },
  {
    fault: 'two processes on one UNANSWERED_LOG',
    expected:
      "OperatorError: PATH is in use by another process. Two would lose each other's entries. End that process, or give this one a file of its own; if it is gone, wait a minute or delete PATH.lock. / opened",
    see: () =>
      inFolder(async (path) => {
        const first = await open(path);
        const second = await refusal(path);
        await first.close();
        return `${second} / ${await refusal(path)}`;
      }),
  },
  {
    fault: 'a system without file watches left (inotify)',
    expected: 'the knowledge is watched without one',
    see: () =>
      inFolder(async (knowledge) => {
        await writeStory(knowledge);
        const before = watches();
        const app = await createApp({ knowledge });
        const end = watchKnowledge(knowledge, app, keep([]), () => {});
        const taken = watches() - before;
        end();
        return taken === 0 ? 'the knowledge is watched without one' : `${taken} are taken`;
      }),
  },
];

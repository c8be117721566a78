// A bundle runs only if it is whole and made of the sources as they are; in every other case the sources run.
import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { BUNDLE, makeProject, type Project } from './project.ts';

const BUNDLES = dirname(BUNDLE);

/** Says what it was given and what it finds by its own place, and whether it runs from the bundle. */
const PROGRAM = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { parse } from 'yaml';
  const said: string[] = [];
  for (const file of readdirSync(join(import.meta.dirname, '../../commands'))) {
    const name = file.replace('.ts', '');
    said.push((await import(\`../../commands/\${name}.ts\`)).default);
  }
  const data = parse(readFileSync(new URL('data.yaml', import.meta.url), 'utf8'));
  const [, program, ...args] = process.argv;
  const isProgram = program === import.meta.filename;
  const from = new Error().stack?.includes('.cache') ? 'bundle' : 'sources';
  console.log(JSON.stringify({ from, said, data, args, isProgram }));
`;

const FILES = {
  'package.json': '{ "type": "module", "imports": { "#words": "./src/words.ts" } }',
  'tsconfig.json': '{}',
  'src/cli/start.ts': PROGRAM,
  'src/cli/data.yaml': '[1, 2]',
  'src/words.ts': 'export const hello: string = "hello";',
  'commands/hello.ts': 'import { hello } from "#words";\nexport default hello;',
};

/** Starts a project. @returns what its program says */
async function start({ folder }: Pick<Project, 'folder'>, ...args: string[]) {
  const program = join(folder, 'src/launch/start.js');
  return JSON.parse((await promisify(execFile)(process.execPath, [program, ...args])).stdout);
}

/** A project for one test. */
async function makeOwn(files: Record<string, string>): Promise<Project> {
  const project = await makeProject(files);
  onTestFinished(project.remove);
  return project;
}

test('a bundle does what the sources do: commands, data beside a file, arguments', async () => {
  const project = await makeOwn(FILES);
  const before = await start(project, '--http');
  expect(before).toEqual({
    from: 'sources',
    said: ['hello'],
    data: [1, 2],
    args: ['--http'],
    isProgram: true,
  });
  expect(await project.writeBundle()).toBe('');
  expect(await start(project, '--http')).toEqual({ ...before, from: 'bundle' });
});

describe('of a project with a bundle', () => {
  let project: Project;
  let saved: string;
  let isFresh: () => boolean;
  const at = (...names: string[]) => join(project.folder, ...names);
  const inBundle = (name: string) => at(BUNDLE, name);
  beforeAll(async () => {
    project = await makeProject(FILES);
    await project.writeBundle();
    saved = `${project.folder}-saved`;
    await cp(project.folder, saved, { recursive: true, verbatimSymlinks: true });
    ({ isFresh } = await import(at('src/launch/bundle.js')));
  });
  afterAll(async () => {
    await rm(saved, { recursive: true });
    await project.remove();
  });
  beforeEach(() => {
    expect(isFresh()).toBe(true);
    onTestFinished(async () => {
      await rm(project.folder, { recursive: true });
      await cp(saved, project.folder, { recursive: true, verbatimSymlinks: true });
    });
  });

  test.each<[what: string, file: string, text?: string]>([
    ['code of the same length', 'src/words.ts', FILES['src/words.ts'].replace('"h', '"H')],
    ['a new command', 'commands/bye.ts', 'export default "bye";'],
    ['a command gone', 'commands/hello.ts'],
    ['a setting', 'tsconfig.json', '{ "compilerOptions": {} }'],
    ['other packages installed', 'node_modules/.package-lock.json', '{ "packages": {} }'],
  ])('it is stale after a change of its sources: %s', async (_, file, text) => {
    await (text === undefined ? rm(at(file)) : writeFile(at(file), text));
    expect(isFresh()).toBe(false);
  });

  test.each<[what: string, spoil: () => Promise<void>]>([
    ['a file cut short', () => truncate(inBundle('start.js'), 20)],
    ['a file gone', () => rm(inBundle('start.js'))],
    [
      'a character changed',
      async () => {
        const text = await readFile(inBundle('start.js'), 'utf8');
        await writeFile(inBundle('start.js'), text.replace('(', ')'));
      },
    ],
    ['a file too many', () => writeFile(inBundle('more.js'), '')],
    ['its seal empty', () => writeFile(inBundle('seal'), '')],
    ['its seal gone', () => rm(inBundle('seal'))],
  ])('it is not used if it is broken: %s', async (_, spoil) => {
    await spoil();
    expect(isFresh()).toBe(false);
  });

  test('stale or broken, the sources run instead; a new one takes its place', async () => {
    await writeFile(at('commands/bye.ts'), 'export default "bye";');
    expect(await start(project)).toMatchObject({ from: 'sources', said: ['bye', 'hello'] });
    expect(await project.writeBundle()).toBe('');
    expect(await start(project)).toMatchObject({ from: 'bundle', said: ['bye', 'hello'] });
    await truncate(inBundle('start.js'), 20);
    expect(await start(project)).toMatchObject({ from: 'sources', said: ['bye', 'hello'] });
    expect(await readdir(at(BUNDLES))).toEqual(['picket-desk']);
  });

  test('in another place its sources run, since its data is there', async () => {
    const folder = `${project.folder}-moved`;
    await rename(project.folder, folder);
    onTestFinished(() => rename(folder, project.folder));
    expect(await start({ folder })).toMatchObject({ from: 'sources', said: ['hello'] });
  });
});

describe('what cannot be bundled or written fails no installation, and leaves nothing behind', () => {
  test('a command with a mistake', async () => {
    const project = await makeOwn({ ...FILES, 'commands/hello.ts': 'export default (' });
    expect(await project.writeBundle()).toMatch(/^There is no bundle, so [\s\S]*commands\/hello\.ts/);
    expect(await readdir(join(project.folder, BUNDLES))).toEqual([]);
  });

  test('a folder that cannot be written to', async () => {
    const project = await makeOwn({ ...FILES, [BUNDLES]: 'a file in its place' });
    expect(await project.writeBundle()).toMatch(/^There is no bundle, so /);
    expect(await start(project)).toMatchObject({ from: 'sources', said: ['hello'] });
  });

  test('several who write it at once', async () => {
    const project = await makeOwn(FILES);
    expect(await Promise.all([1, 2, 3].map(project.writeBundle))).toEqual(['', '', '']);
    expect(await start(project)).toMatchObject({ from: 'bundle', said: ['hello'] });
    expect(await readdir(join(project.folder, BUNDLES))).toEqual(['picket-desk']);
  });
});

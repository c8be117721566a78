// The Dockerfile, the compose file and the systemd unit start the bot as `npm start` does, and have all that it needs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const dockerfile = read('Dockerfile');
const unit = read('deploy/picket-desk.service');
const { start } = JSON.parse(read('package.json')).scripts as { start: string };

test('each starts Node with the arguments of npm start', () => {
  const command = /^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
  expect((JSON.parse(command) as string[]).join(' ')).toBe(start);
  expect(/^ExecStart=\/usr\/bin\/(.*)$/m.exec(unit)?.[1]).toBe(start);
});

test('the image has the bundle, of all that it takes, before its user may write nothing', () => {
  const [write, user] = ['RUN node src/launch/write-bundle.js', 'USER node'].map((line) =>
    dockerfile.indexOf(`\n${line}\n`),
  );
  expect(write).toBeGreaterThan(dockerfile.lastIndexOf('\nCOPY '));
  expect(user).toBeGreaterThan(write ?? Number.POSITIVE_INFINITY);
});

test('what the image takes is there, and .dockerignore lets it through', () => {
  const taken = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, files = '']) =>
    files.split(' '),
  );
  expect(taken).toEqual(expect.arrayContaining(['package-lock.json', 'src', 'commands', 'knowledge']));
  for (const file of taken) expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
  const letThrough = read('.dockerignore')
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  expect(letThrough.toSorted()).toEqual([...new Set(taken)].toSorted());
});

test('what the bot keeps is kept where it can be written to', () => {
  const { services } = parse(read('compose.yaml'));
  expect(services.bot).toMatchObject({ read_only: true, tmpfs: '/tmp', volumes: ['kept:/data'] });
  expect(dockerfile).toContain('ln -s /data/sharing-off.json sharing-off.json');
  const state = /^StateDirectory=(.*)$/m.exec(unit)?.[1];
  expect(unit).toContain(`Environment=SHARING_FILE=/var/lib/${state}/sharing-off.json\n`);
});

test('the health check asks on the port on which the bot listens, whatever .env leaves empty', () => {
  const { services } = parse(read('compose.yaml'));
  expect(dockerfile).toContain(`HEALTH_PORT=${services.bot.environment.HEALTH_PORT}`);
});
